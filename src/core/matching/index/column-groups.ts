import type { DeliveredClaim } from '../../evidence/strength.js';
import type { Candidate } from '../candidate.js';

type Lists = Candidate['lists'];
type Named = Omit<Candidate, 'id' | 'organizationId' | 'state' | 'place' | 'lists'>;

/** Some facts of a program, as an entry of a dictionary holds them. */
export interface StoredFacts {
  readonly lists?: Lists;
  readonly values?: Partial<Named>;
}

/** Facts that share a column, because rules read them together. */
interface ColumnGroup {
  readonly lists?: readonly (keyof Lists)[];
  readonly values?: readonly (keyof Named)[];
}

/**
 * Every fact that the engine reads, each in exactly one group. A group is a dictionary column: programs with the same
 * facts share an entry of it.
 */
export const COLUMN_GROUPS = {
  conditions: { lists: ['conditions'] },
  levels: { lists: ['levelsOfCare', 'overlays'] },
  withdrawal: { lists: ['withdrawalSettings', 'withdrawalSubstances'] },
  medications: { values: ['medications'] },
  delivery: { values: ['claims', 'declinedApproaches'] },
  payment: { lists: ['payers'], values: ['slidingFee', 'paymentAssistance', 'prices'] },
  people: { lists: ['ageGroups', 'genders'] },
  languages: { lists: ['languages'], values: ['interpreterOnCall'] },
  groups: { lists: ['populations'], values: ['onlyPopulations', 'pregnancyCare', 'coOccurringCare'] },
  reach: { lists: ['modalities', 'telehealthStates'] },
  hours: { values: ['sessions', 'timeZone'] },
  start: { values: ['waitDays', 'sameDayStart'] },
  services: { lists: ['services'] },
  accessibility: { lists: ['accessibility'] },
  outlook: { lists: ['goals'], values: ['faithBased'] },
  record: { lists: ['accreditations', 'licenses'], values: ['bestStanding', 'freshness'] },
} as const satisfies Record<string, ColumnGroup>;

export type ColumnGroupName = keyof typeof COLUMN_GROUPS;
export const COLUMN_GROUP_NAMES = Object.keys(COLUMN_GROUPS) as ColumnGroupName[];

/** The facts of one group. */
export function factsOf(group: ColumnGroupName, candidate: Candidate): StoredFacts {
  const { lists = [], values = [] }: ColumnGroup = COLUMN_GROUPS[group];
  // Without sessions nothing happens at any hour.
  if (group === 'hours' && !candidate.sessions) return {};
  if (group === 'delivery')
    return {
      values: {
        claims: candidate.claims.map(sameClaim),
        declinedApproaches: candidate.declinedApproaches,
      },
    };
  return {
    ...(lists.length > 0 ? { lists: pick(candidate.lists, lists) } : {}),
    ...(values.length > 0 ? { values: pick(candidate, values) } : {}),
  };
}

const claims = new Map<string, DeliveredClaim>();

/** One object for all equal claims: thousands of programs share a few hundred. */
export function sameClaim(claim: DeliveredClaim): DeliveredClaim {
  const key = `${claim.approach} ${claim.standing} ${claim.stale}`;
  let same = claims.get(key);
  if (!same) claims.set(key, (same = claim));
  return same;
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) if (from[key] !== undefined) picked[key] = from[key];
  return picked;
}

const NOTHING_DECLINED: ReadonlySet<string> = new Set();

/** A candidate with these facts; all others are unknown. */
export function candidateWith(
  parts: readonly StoredFacts[],
  own: Pick<Candidate, 'id' | 'organizationId' | 'state' | 'place'> = NOBODY,
): Candidate {
  const lists: Lists = {};
  const candidate: Candidate = {
    ...own,
    lists,
    medications: {},
    claims: [],
    declinedApproaches: NOTHING_DECLINED,
    bestStanding: 'self-reported',
    freshness: 'stale',
  };
  for (const { lists: ofLists, values } of parts) {
    for (const key in ofLists) put(lists, ofLists, key as keyof Lists);
    for (const key in values) put(candidate, values, key as keyof Named);
  }
  return candidate;
}

function put<T extends object>(into: T, from: Partial<T>, key: keyof T): void {
  into[key] = from[key]!;
}

const NOBODY = { id: '', organizationId: '', state: '' };
