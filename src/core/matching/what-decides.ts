import type { CriterionCode } from './codes.js';
import {
  byRank,
  decidingStep,
  isLevel,
  ORDER,
  type RankKey,
  type RankedProgram,
  type Tier,
} from './ranking.js';
import { round9 } from './round.js';

/** What decides between two programs: a match comes before a program that is none, then the order of a ranking. */
export const DECIDERS = ['match', ...ORDER.map(({ code }) => code)] as const;
export type Decider = (typeof DECIDERS)[number];

/** A program in a comparison; one that a constraint excludes has no tier. */
export type Compared = Omit<RankedProgram, 'tier' | 'warnings'> & { readonly tier: Tier | null };

/** Why one program ranks before another. */
export interface Decision {
  readonly by: Decider;
  /** Hardly another score, or none, all that ranks before it being the same. */
  readonly level: boolean;
  /** Where the score decides: what each criterion adds to the lead of the first, most first; it may take away. */
  readonly criteria: readonly { readonly code: CriterionCode; readonly lead: number }[];
}

/** What puts the first of two programs before the second, in the order of `byRank`; a match before none. */
export function whatDecides(first: Compared, second: Compared): Decision {
  const by = decider(first, second);
  const level = by !== 'match' && isLevel(placed(first), placed(second));
  return { by, level, criteria: by === 'score' ? leads(first, second) : [] };
}

function decider(a: Compared, b: Compared): Decider {
  if ((a.tier === null) !== (b.tier === null)) return 'match';
  return decidingStep(placed(a), placed(b))?.code ?? 'id';
}

function leads(a: Compared, b: Compared): Decision['criteria'] {
  const other = new Map(b.criteria.map(({ code, contribution }) => [code, contribution]));
  return a.criteria
    .map(({ code, contribution }) => ({ code, lead: round9(contribution - (other.get(code) ?? 0)) }))
    .filter(({ lead }) => lead !== 0)
    .sort((x, y) => y.lead - x.lead || (x.code < y.code ? -1 : 1));
}

/** Matches before others, then the order of `byRank`. */
export function byDecision(a: Compared, b: Compared): number {
  return Number(a.tier === null) - Number(b.tier === null) || byRank(placed(a), placed(b));
}

function placed({ tier, ...rest }: Compared): RankKey {
  return { ...rest, ...(tier ? { tier } : {}) };
}
