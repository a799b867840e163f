import type { Goal, Wish } from '../../../vocabulary/services.js';
import { type Candidate, delivers, said, stance } from '../../candidate.js';
import type { Constraint } from '../constraint.js';
import { ALL_CONSTRAINTS } from '../constraints/all-constraints.js';
import type { Criterion, Judgement } from '../criterion.js';
import type { Need } from '../../need.js';
import type { MatchingPolicy } from '../../policy.js';
import type { Verdict } from '../../verdict.js';

/** Whether a program has something: yes, no, or nobody said. */
interface Feature {
  readonly code: string;
  readonly present: boolean | undefined;
}

/** Something that is wished for, or to be avoided. */
export type Wished = FactWished | ConstraintWished;

/** Told by the facts of a program. */
interface FactWished {
  readonly code: string;
  /** The kind of fact that tells. */
  readonly of: 'delivery' | 'outlook' | 'people' | 'services' | 'groups';
  isPresent(candidate: Candidate): boolean | undefined;
}

/** A constraint that is asked as a preference; one that says nothing of a program is no feature of it. */
interface ConstraintWished {
  readonly code: string;
  readonly constraint: Constraint;
}

/** What a client wishes for and would rather avoid. */
export interface Wishes {
  readonly wished: readonly Wished[];
  readonly unwished: readonly Wished[];
}

/** Share of wished features that are there, less half the share of unwished ones; an unknown feature counts half. */
export const preferences: Criterion = {
  code: 'preferences',
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

/** What a verdict on a preferred constraint says of a program. */
export function featureOf({ code }: ConstraintWished, verdict: Verdict | undefined): Feature[] {
  return verdict ? [{ code, present: said(verdict.verdict) }] : [];
}

/** What features come to: the very value of `preferences`. */
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

/** What a need wishes for, and what it would rather avoid. */
export function wishesOf(need: Need): Wishes {
  const { approaches, avoidApproaches, wishes, avoid, goal } = need.preferences;
  return {
    wished: [
      ...approaches.map(delivering),
      ...wishes.map(having),
      ...(goal ? [aiming(goal)] : []),
      ...ALL_CONSTRAINTS.filter(
        (constraint) => need.strictness[constraint.code] === 'preferred' && constraint.isAsked(need),
      ).map((constraint) => ({ code: constraint.code, constraint })),
    ],
    unwished: [...avoidApproaches.map(delivering), ...avoid.map(having)],
  };
}

function delivering(code: string): FactWished {
  return { code, of: 'delivery', isPresent: (candidate) => delivers(candidate, code) };
}

function aiming(goal: Goal): FactWished {
  return {
    code: `goal-${goal}`,
    of: 'outlook',
    isPresent: (candidate) => said(stance(candidate, 'goals', goal)),
  };
}

const TOLD_BY: Readonly<Record<Wish, FactWished['of']>> = {
  'faith-based': 'outlook',
  secular: 'outlook',
  'women-only': 'people',
  'men-only': 'people',
  'one-to-one': 'services',
  group: 'services',
  'lgbtq-affirming': 'groups',
};

function having(wish: Wish): FactWished {
  return { code: wish, of: TOLD_BY[wish], isPresent: (candidate) => hasFeature(candidate, wish) };
}

function hasFeature(candidate: Candidate, wish: Wish): boolean | undefined {
  switch (wish) {
    case 'faith-based':
      return candidate.faithBased;
    case 'secular':
      return candidate.faithBased === undefined ? undefined : !candidate.faithBased;
    case 'women-only':
      return servesOnly(candidate, 'woman', 'man');
    case 'men-only':
      return servesOnly(candidate, 'man', 'woman');
    case 'one-to-one':
      return said(stance(candidate, 'services', 'individual-counseling'));
    case 'group':
      return said(stance(candidate, 'services', 'group-counseling'));
    case 'lgbtq-affirming':
      return said(stance(candidate, 'populations', 'lgbtq'));
  }
}

function servesOnly(candidate: Candidate, own: 'woman' | 'man', other: 'woman' | 'man'): boolean | undefined {
  const [mine, theirs] = [stance(candidate, 'genders', own), stance(candidate, 'genders', other)];
  if (mine === 'no' || theirs === 'yes') return false;
  return mine === 'yes' && theirs === 'no' ? true : undefined;
}
