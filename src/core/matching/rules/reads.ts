import { FACT_KEYS } from '../../directory/fact-keys.js';
import type { FactKey } from '../../directory/source-record.js';
import type { Candidate, KnownList, MatchedList } from '../candidate.js';
import { EMPTY_NEED, type Need } from '../need.js';

/** A fact of a candidate, by its name. */
export type CandidateFact = MatchedList | Exclude<keyof Candidate, 'lists'>;

export type ValueOfFact<Fact extends CandidateFact> = Fact extends MatchedList
  ? KnownList
  : Fact extends keyof Candidate
    ? NonNullable<Candidate[Fact]>
    : never;

/** Facts of which single codes can be read. */
type FactWithCodes = MatchedList | 'medications' | 'claims' | 'declinedApproaches';

/**
 * How much of a fact is read: all of it, some of its codes, or what a function leaves of it. Of claims by code only that
 * they are made, not by whom. The less is read, the more programs share an entry of the column.
 */
export type Extent<Fact extends CandidateFact> =
  | true
  | (Fact extends FactWithCodes ? readonly string[] : never)
  | ((value: ValueOfFact<Fact>) => ValueOfFact<Fact> | undefined);

/** Facts of a candidate that something reads, the most telling first, and how much of each. */
export type FactsRead = { readonly [Fact in CandidateFact]?: Extent<Fact> };

/** Everything that a rule reads. `reads.spec.ts` hands every rule a candidate and a need that record what is read. */
export interface Reads {
  readonly facts: FactsRead;
  /** Fields of the need. Two needs that differ only in other fields share the results of the rule. */
  readonly need: readonly (keyof Need)[] | 'everything';
  /**
   * Results are cached under the need as far as the rule reads it, where that is codes of the vocabularies alone: `true`
   * if the fields above hold nothing else, or a function that says the same in fewer codes. It returns undefined for a
   * need in which the rule reads a number, a time or a place of the client.
   */
  readonly cache?: true | ((need: Need) => Partial<Need> | undefined);
  /**
   * A need that says, in groups of the vocabularies, what a number of this need means to the rule: for both the rule
   * comes to the same outcome, whatever the program; only its words differ. Never the number itself.
   */
  readonly alike?: (need: Need) => Partial<Need> | undefined;
  /** Needs for which the rule compares every program with an earlier one. It reads these facts as well. */
  readonly comparing?: { readonly appliesTo: (need: Need) => boolean; readonly facts: FactsRead };
}

/** The names of some facts. */
export function factsIn(facts: FactsRead): CandidateFact[] {
  return Object.keys(facts) as CandidateFact[];
}

/** The facts of the directory that a candidate has under another name. */
const BEHIND: { readonly [Fact in CandidateFact]?: FactKey } = {
  claims: 'approaches',
  declinedApproaches: 'approaches',
  access: 'medicationAccess',
  operator: 'ownership',
};

/** The facts of the directory behind those of a candidate, in their order. */
export function directoryFacts(facts: FactsRead): FactKey[] {
  const keys = factsIn(facts).map((fact): string => BEHIND[fact] ?? fact);
  return [...new Set(keys)].flatMap((key) => FACT_KEYS.find((fact) => fact === key) ?? []);
}

/** The need as far as a rule reads it, to cache its results under; undefined where they must not be cached. */
export function cachedNeed({ cache, need: fields, comparing }: Reads, need: Need): Partial<Need> | undefined {
  if (cache === undefined || comparing?.appliesTo(need)) return undefined;
  if (cache !== true) return cache(need);
  return fields === 'everything' ? need : Object.fromEntries(fields.map((field) => [field, need[field]]));
}

/** A need that asks for nothing else. */
export function needWith(part: Partial<Need>): Need {
  return { ...EMPTY_NEED, ...part };
}

/** Whether a rule reads the same values in two needs. */
export function readsSame({ need: fields }: Reads, a: Need, b: Need): boolean {
  return fields !== 'everything' && fields.every((field) => a[field] === b[field]);
}

/** Facts that any of these read, and as much of each as all of them together read. */
export function unionOf(...reads: readonly FactsRead[]): FactsRead {
  const union: Partial<Record<CandidateFact, true | readonly string[]>> = {};
  for (const facts of reads)
    for (const fact of factsIn(facts)) {
      const [known, extent] = [union[fact], facts[fact]];
      const isPart = Array.isArray(extent) && known !== true;
      union[fact] = isPart ? [...new Set([...(known ?? []), ...(extent as readonly string[])])] : true;
    }
  return union as FactsRead;
}
