import { declinedApproaches, deliveredApproaches } from '../directory/delivered-approaches.js';
import type { FactDefinition } from '../directory/fact-definition.js';
import { type CodeOf, LIST_KEYS, type ListKey, VALUE_KEYS, type ValueKey } from '../directory/fact-keys.js';
import { FACTS } from '../directory/facts.js';
import { type Origin, type ResolvedFacts, type Stance, surestOrigin } from '../directory/resolved-facts.js';
import { type Freshness, freshness } from '../directory/shelf-life.js';
import type { FactKey, Standing, StatedFacts } from '../directory/source-record.js';
import { signReports, type SignReports } from '../evidence/quality-signs.js';
import type { AccessClaim, DeliveredClaim } from '../evidence/strength.js';
import { canonicalTag } from '../vocabulary/language-tags.js';
import { accessOf, MEDICATION_ACCESS } from '../vocabulary/medication-access.js';
import { RESTRICTED_OPERATORS, type RestrictedOperator } from '../vocabulary/services.js';
import type { Medication, MedicationStance } from '../vocabulary/medications.js';
import type { Place } from './facts/distance.js';
import type { Outcome } from './verdict.js';
import type { TimeZone } from './facts/zone-shifts.js';

/** Of these facts, those that the engine reads as they are. Funding and the like have no way in. */
type Matched<Key extends FactKey> = {
  [K in Key]: (typeof FACTS)[K]['matched'] extends true ? K : never;
}[Key];

export type MatchedList = Matched<ListKey>;
export type MatchedValue = Matched<ValueKey>;

const isMatched = <Key extends FactKey>(key: Key): key is Matched<Key> =>
  (FACTS[key] as FactDefinition).matched === true;
export const MATCHED_LISTS: readonly MatchedList[] = LIST_KEYS.filter(isMatched);
export const MATCHED_VALUES: readonly MatchedValue[] = VALUE_KEYS.filter(isMatched);

type MatchedValues = Pick<StatedFacts, MatchedValue>;

export interface KnownList {
  readonly codes: Readonly<Record<string, Stance>>;
  /** The source means to have named all: a code it does not name is `no`. */
  readonly complete: boolean;
}

/**
 * What the engine knows of a program. There is no name, no position in a file, and of its owner only whether it is run for
 * certain people: what is not here cannot move a rank. An absent value is unknown.
 */
export interface Candidate extends MatchedValues {
  readonly id: string;
  readonly organizationId: string;
  readonly state: string;
  readonly place?: Place;
  readonly lists: Readonly<Partial<Record<MatchedList, KnownList>>>;
  readonly medications: Readonly<Partial<Record<Medication, MedicationStance>>>;
  /** Who runs it, where that makes it a program for certain people. */
  readonly operator?: RestrictedOperator;
  readonly claims: readonly DeliveredClaim[];
  readonly declinedApproaches: ReadonlySet<string>;
  /** How people get medication, in the order of the vocabulary. */
  readonly access: readonly AccessClaim[];
  /** What it reports of each sign of quality. */
  readonly signs: SignReports;
  /** Of its hours, in person or not. */
  readonly timeZone?: TimeZone;
  /** Standing of the best record that anything known rests on, and how fresh that very record is. */
  readonly bestStanding: Standing;
  readonly freshness: Freshness;
}

/** What the directory hands over for one program. */
export interface DirectoryEntry {
  readonly id: string;
  readonly organizationId: string;
  readonly state: string;
  readonly place?: Place;
  readonly timeZone?: TimeZone;
  readonly facts: ResolvedFacts;
}

/**
 * The inward mapping: one program's resolved facts as the engine reads them.
 *
 * @param today YYYY-MM-DD; decides which claims are stale
 */
export function toCandidate({ facts, ...entry }: DirectoryEntry, today: string): Candidate {
  const lists: Partial<Record<MatchedList, KnownList>> = {};
  for (const key of MATCHED_LISTS) {
    const list = facts.lists[key];
    if (!list) continue;
    const codes: Record<string, Stance> = {};
    for (const code in list.codes) codes[code] = list.codes[code]!.stance;
    lists[key] = {
      codes: key === 'languages' ? byCanonicalTag(codes) : codes,
      complete: list.complete !== undefined,
    };
  }

  const medications: Partial<Record<Medication, MedicationStance>> = {};
  for (const [medication, { stance: does }] of Object.entries(facts.medications) as [
    Medication,
    { stance: MedicationStance },
  ][]) {
    medications[medication] = does;
  }

  const best = surestOrigin(facts);
  // A program names many approaches on the word of few.
  const stale = new Map<string, boolean>();
  const isStale = ({ asOf }: Origin): boolean => {
    let is = stale.get(asOf);
    if (is === undefined) stale.set(asOf, (is = freshness(asOf, today) === 'stale'));
    return is;
  };
  return {
    ...entry,
    lists,
    medications,
    claims: deliveredApproaches(facts).map(({ approach, origin }) => ({
      approach,
      standing: origin.standing,
      stale: isStale(origin),
    })),
    declinedApproaches: declinedApproaches(facts),
    access: MEDICATION_ACCESS.flatMap((code) => {
      const known = facts.lists.medicationAccess?.codes[code];
      if (known?.stance !== 'yes') return [];
      const origin = facts.origins[known.origin]!;
      return [{ ...accessOf(code), standing: origin.standing, stale: isStale(origin) }];
    }),
    signs: signReports(facts),
    ...matchedValues(facts),
    ...operatorOf(facts),
    bestStanding: best?.standing ?? 'self-reported',
    freshness: best ? freshness(best.asOf, today) : 'stale',
  };
}

/** Stances by canonical tag. Where a source named one language twice, yes takes precedence over maybe, and maybe over no. */
function byCanonicalTag(stances: Readonly<Record<string, Stance>>): Record<string, Stance> {
  const codes: Record<string, Stance> = {};
  for (const weaker of ['no', 'maybe', 'yes'] as const)
    for (const tag in stances) if (stances[tag] === weaker) codes[canonicalTag(tag) ?? tag] = weaker;
  return codes;
}

function matchedValues({ values }: ResolvedFacts): MatchedValues {
  const known: { -readonly [Key in MatchedValue]?: unknown } = {};
  for (const key of MATCHED_VALUES) known[key] = values[key]?.value;
  // An empty list names no hours; it does not say that there are none.
  for (const key of ['sessions', 'visitHours'] as const)
    if (!values[key]?.value.length) known[key] = undefined;
  return known as MatchedValues;
}

function operatorOf({ values }: ResolvedFacts): Pick<Candidate, 'operator'> {
  const operator = RESTRICTED_OPERATORS.find((each) => each === values.ownership?.value);
  return operator ? { operator } : {};
}

/** The stance of a candidate on one code; `unknown` where it is not reported. */
export function stance<K extends MatchedList>(
  candidate: Candidate,
  key: K,
  code: CodeOf<K>,
): Stance | 'unknown' {
  const list = candidate.lists[key];
  if (!list) return 'unknown';
  return list.codes[code] ?? (list.complete ? 'no' : 'unknown');
}

/** Codes of a list whose stance is `yes`. */
export function yes<K extends MatchedList>(candidate: Candidate, key: K): CodeOf<K>[] {
  const codes = candidate.lists[key]?.codes;
  if (!codes) return [];
  return Object.keys(codes).filter((code) => codes[code] === 'yes') as CodeOf<K>[];
}

/** Whether a source has reported on the list at all. */
export function isReported(candidate: Candidate, key: MatchedList): boolean {
  const list = candidate.lists[key];
  if (!list) return false;
  if (list.complete) return true;
  for (const code in list.codes) if (list.codes[code] !== 'no') return true;
  return false;
}

/** Whether the program delivers an approach; undefined where it is not known. */
export function delivers(candidate: Candidate, approach: string): boolean | undefined {
  if (candidate.claims.some((claim) => claim.approach === approach)) return true;
  return candidate.declinedApproaches.has(approach) ? false : undefined;
}

/** A stance or a verdict as yes, no or unknown. */
export function said(stanceOrVerdict: Stance | Outcome): boolean | undefined {
  if (stanceOrVerdict === 'yes' || stanceOrVerdict === 'meets') return true;
  return stanceOrVerdict === 'no' || stanceOrVerdict === 'fails' ? false : undefined;
}
