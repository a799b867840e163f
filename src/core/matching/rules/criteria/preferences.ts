import { said } from '../../candidate.js';
import type { MatchingPolicy } from '../../policy.js';
import type { Verdict } from '../../verdict.js';
import type { Criterion, Judgement } from '../criterion.js';
import { WISH_FACTS, type Wished, type WishedConstraint, wishesOf } from '../wishes.js';

/** Whether a program has something: yes, no, or not known. */
export interface Feature {
  readonly code: string;
  readonly present: boolean | undefined;
}

/** Share of wished features that are there, less half the share of unwished ones; an unknown feature counts half. */
export const preferences: Criterion = {
  code: 'preferences',
  // A constraint that is a preference reads its own facts, and any field of the need.
  reads: { facts: WISH_FACTS, need: 'everything' },
  wishes: wishesOf,
  applies: (need) => {
    const { wished, unwished } = wishesOf(need);
    return wished.length + unwished.length > 0;
  },
  judge(need, candidate, knowledge) {
    const { wished, unwished } = wishesOf(need);
    const featuresIn = (wishes: readonly Wished[]) =>
      wishes.flatMap((each): Feature[] => {
        if (!('constraint' in each)) return [{ code: each.code, present: each.isPresent(candidate) }];
        return featureOf(each, each.constraint.judge(need, candidate, knowledge));
      });
    return judgeFeatures(featuresIn(wished), featuresIn(unwished), knowledge.policy);
  },
};

/** The feature that a verdict on a preferred constraint is. */
export function featureOf({ code }: WishedConstraint, verdict: Verdict | undefined): Feature[] {
  return verdict ? [{ code, present: said(verdict.verdict) }] : [];
}

/** The value of `preferences` for some features. */
export function judgeFeatures(
  wished: readonly Feature[],
  unwished: readonly Feature[],
  { curves, criteria }: MatchingPolicy,
): Judgement {
  const factor = curves.preferences.unwished;
  const at = (unknownWished: number, unknownUnwished: number) =>
    Math.min(
      1,
      Math.max(
        0,
        (wished.length > 0 ? mean(wished, unknownWished) : 1) -
          (unwished.length > 0 ? factor * mean(unwished, unknownUnwished) : 0),
      ),
    );
  const { unknown } = criteria.preferences;
  const features = [...wished, ...unwished];
  const open = features.filter(({ present }) => present === undefined);
  return {
    value: at(unknown, unknown),
    range: [at(0, 1), at(1, 0)],
    known: features.length === 0 ? 1 : 1 - open.length / features.length,
    reason: {
      code: 'preferences.features',
      values: {
        present: wished.filter(({ present }) => present === true).map(({ code }) => code),
        absent: wished.filter(({ present }) => present === false).map(({ code }) => code),
        unwished: unwished.filter(({ present }) => present === true).map(({ code }) => code),
        notReported: open.map(({ code }) => code),
      },
    },
  };
}

function mean(features: readonly Feature[], unknown: number): number {
  const sum = features.reduce(
    (total, { present }) => total + (present === undefined ? unknown : Number(present)),
    0,
  );
  return sum / features.length;
}
