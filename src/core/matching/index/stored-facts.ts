import { NO_SIGNS } from '../../evidence/quality-signs.js';
import type { DeliveredClaim } from '../../evidence/strength.js';
import type { Candidate, MatchedList } from '../candidate.js';
import { MATCHED_LISTS } from '../candidate.js';
import { codesOf, namesOnly, someMedications } from '../rules/extents.js';
import {
  type CandidateFact,
  type Extent,
  factsIn,
  type FactsRead,
  type ValueOfFact,
} from '../rules/reads.js';
import { isStored, type StoredFact } from './column-groups.js';

type Lists = Candidate['lists'];
type Values = Partial<Omit<Candidate, 'id' | 'organizationId' | 'state' | 'place' | 'lists'>>;

/** Some facts of a program, as an entry of a dictionary holds them. */
export interface StoredFacts {
  readonly lists?: Lists;
  readonly values?: Values;
}

/** The facts of a candidate as far as they are read. */
export function storedFacts(candidate: Candidate, reads: FactsRead): StoredFacts {
  const lists: Partial<Record<string, unknown>> = {};
  const values: Partial<Record<string, unknown>> = {};
  for (const fact of factsIn(reads)) {
    if (!isStored(fact)) continue;
    const value = read(candidate, fact, reads[fact] as Extent<StoredFact>);
    if (value !== undefined) (isList(fact) ? lists : values)[fact] = value;
  }
  return {
    ...(isEmpty(lists) ? {} : { lists }),
    ...(isEmpty(values) ? {} : { values }),
  };
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}

const LISTS: ReadonlySet<CandidateFact> = new Set(MATCHED_LISTS);

function isList(fact: CandidateFact): fact is MatchedList {
  return LISTS.has(fact);
}

function read(candidate: Candidate, fact: StoredFact, extent: Extent<StoredFact>): unknown {
  const value: unknown = isList(fact) ? candidate.lists[fact] : candidate[fact];
  // Where no hours are known, their zone tells nothing.
  if (value === undefined || (fact === 'timeZone' && !candidate.sessions && !candidate.visitHours))
    return undefined;
  const narrowed = narrow(fact, value, extent);
  return fact === 'claims' ? (narrowed as DeliveredClaim[]).map(sameClaim) : narrowed;
}

function narrow(fact: StoredFact, value: unknown, extent: Extent<StoredFact>): unknown {
  if (extent === true) return value;
  if (typeof extent === 'function') return (extent as (value: unknown) => unknown)(value);
  switch (fact) {
    case 'claims':
      return namesOnly(value as DeliveredClaim[]).filter(({ approach }) => extent.includes(approach));
    case 'declinedApproaches':
      return new Set(extent.filter((code) => (value as ReadonlySet<string>).has(code)));
    case 'medications':
      return someMedications(value as Candidate['medications'], extent);
    default:
      return codesOf(value as ValueOfFact<MatchedList>, extent);
  }
}

const claims = new Map<string, DeliveredClaim>();

/** One object for all equal claims: thousands of programs share a few hundred. */
function sameClaim(claim: DeliveredClaim): DeliveredClaim {
  const key = `${claim.approach} ${claim.standing} ${claim.stale}`;
  let same = claims.get(key);
  if (!same) claims.set(key, (same = claim));
  return same;
}

/** The same text for facts that are equal. The order of codes is part of it: sentences name codes in it. */
export function keyOfFacts({ lists, values }: StoredFacts): string {
  if (!values) return JSON.stringify(lists);
  const { claims: claimed, declinedApproaches, timeZone, ...rest } = values;
  return JSON.stringify([
    lists,
    rest,
    claimed?.map(({ approach, standing, stale }) => `${approach} ${standing} ${stale}`).join(),
    declinedApproaches && [...declinedApproaches],
    timeZone?.name,
  ]);
}

const NOTHING_DECLINED: ReadonlySet<string> = new Set();
const NO_ACCESS: Candidate['access'] = [];
const UNNAMED = { id: '', organizationId: '', state: '' };

/** A candidate with these facts; all others are unknown. */
export function candidateWith(
  parts: readonly StoredFacts[],
  own: Pick<Candidate, 'id' | 'organizationId' | 'state' | 'place'> = UNNAMED,
): Candidate {
  const candidate: Candidate = {
    ...own,
    lists: {},
    medications: {},
    claims: [],
    declinedApproaches: NOTHING_DECLINED,
    access: NO_ACCESS,
    signs: NO_SIGNS,
    bestStanding: 'self-reported',
    freshness: 'stale',
  };
  for (const { lists, values } of parts) {
    if (lists) Object.assign(candidate.lists, lists);
    if (values) Object.assign(candidate, values);
  }
  return candidate;
}
