import type { Candidate } from './candidate.js';
import type { CriterionCode } from './codes.js';
import type {
  ComponentShare,
  Criterion,
  CriterionKnowledge,
  Judgement,
  SignShare,
} from './rules/criterion.js';
import type { Need } from './need.js';
import type { MatchingPolicy } from './policy.js';
import { round9 } from './round.js';
import type { Reason } from './verdict.js';

/** One criterion's part in a score. */
export interface Contribution {
  readonly code: CriterionCode;
  /** Policy weight × emphasis for this need × the client's priority. */
  readonly weight: number;
  readonly value: number;
  /** Share of the value that rests on known facts, 0 to 1. */
  readonly known: number;
  /** weight × value ÷ sum of weights; contributions add up to the score. */
  readonly contribution: number;
  readonly reason: Reason;
  readonly components?: readonly ComponentShare[];
  readonly signs?: readonly SignShare[];
}

export interface Score {
  /** 0 to 1. */
  readonly score: number;
  /** With every unknown at 0 and at 1. */
  readonly scoreRange: readonly [number, number];
  /** Share of the weight that rests on known facts, 0 to 1. */
  readonly knownWeight: number;
  readonly criteria: readonly Contribution[];
}

/** A criterion that applies to a need, with its weight in the score. */
export interface WeightedCriterion {
  readonly criterion: Criterion;
  readonly weight: number;
}

/**
 * The criteria that apply to this need, weighed by policy, emphasis and priority (0 off, 1 normal, 2 matters, 3 matters
 * most). Evidence keeps at least its minimum share, so that it cannot be dialed to nothing.
 */
export function weigh(
  need: Need,
  criteria: readonly Criterion[],
  policy: MatchingPolicy,
): WeightedCriterion[] {
  const weighted = criteria
    .filter((criterion) => criterion.applies(need))
    .map((criterion) => ({
      criterion,
      weight:
        policy.criteria[criterion.code].weight *
        (criterion.emphasis?.(need, policy) ?? 1) *
        (need.priorities[criterion.code] ?? 1),
    }));
  const others = weighted
    .filter(({ criterion }) => criterion.code !== 'evidence')
    .reduce((sum, { weight }) => sum + weight, 0);
  const share = policy.minimumEvidenceShare.value;
  const floor = others === 0 ? policy.criteria.evidence.weight : (others * share) / (1 - share);
  return weighted.map(({ criterion, weight }) => ({
    criterion,
    weight: criterion.code === 'evidence' ? Math.max(weight, floor) : weight,
  }));
}

/** `Σ w·v / Σ w`, with the values that are shown. */
export function scoreOf(
  need: Need,
  candidate: Candidate,
  weighted: readonly WeightedCriterion[],
  knowledge: CriterionKnowledge,
): Score {
  const total = totalOf(weighted);
  return scoreFrom(
    weighted,
    total,
    weighted.map(({ criterion }) => criterion.judge(need, candidate, knowledge)),
    (i, judgement) => weighed(weighted[i]!, total, judgement),
  );
}

/** The sum of the weights. */
export function totalOf(weighted: readonly WeightedCriterion[]): number {
  return weighted.reduce((sum, { weight }) => sum + weight, 0);
}

/** What a judgement contributes to a score. */
export function weighed(
  { criterion, weight }: WeightedCriterion,
  total: number,
  { value, known, reason, components, signs }: Judgement,
): Contribution {
  return {
    code: criterion.code,
    weight: round9(weight),
    value: round9(value),
    known: round9(known),
    contribution: round9((weight / total) * value),
    reason,
    ...(components ? { components } : {}),
    ...(signs ? { signs } : {}),
  };
}

/**
 * The score of some judgements, one for each criterion, summed in their order. `contributionOf` gets its position.
 *
 * @param total of the weights
 */
export function scoreFrom(
  weighted: readonly WeightedCriterion[],
  total: number,
  judgements: readonly Judgement[],
  contributionOf: (i: number, judgement: Judgement) => Contribution,
): Score {
  let score = 0;
  let low = 0;
  let high = 0;
  let knownWeight = 0;
  const criteria: Contribution[] = [];
  for (let i = 0; i < weighted.length; i++) {
    const judgement = judgements[i]!;
    const { value, range, known } = judgement;
    const share = weighted[i]!.weight / total;
    score += share * value;
    low += share * range[0];
    high += share * range[1];
    knownWeight += share * known;
    criteria.push(contributionOf(i, judgement));
  }
  return {
    score: round9(score),
    scoreRange: [round9(low), round9(high)],
    knownWeight: round9(knownWeight),
    criteria,
  };
}
