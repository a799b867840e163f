import { type Goal, type Wish, WISHES } from '../../vocabulary/services.js';
import { type Candidate, delivers, said, stance } from '../candidate.js';
import type { Need } from '../need.js';
import type { Constraint } from './constraint.js';
import { ALL_CONSTRAINTS } from './constraints/all-constraints.js';
import { type FactsRead, unionOf } from './reads.js';

/** Something that is wished for, or to be avoided. */
export type Wished = WishedFact | WishedConstraint;

/** A wish that facts of a program answer. */
export interface WishedFact {
  readonly code: string;
  readonly facts: FactsRead;
  isPresent(candidate: Candidate): boolean | undefined;
}

/** A constraint that is asked as a preference. Where it does not apply to a program, the wish does not count. */
export interface WishedConstraint {
  readonly code: string;
  readonly constraint: Constraint;
}

/** What a client wishes for and would rather avoid. */
export interface Wishes {
  readonly wished: readonly Wished[];
  readonly unwished: readonly Wished[];
}

type FactsOfWish = Omit<WishedFact, 'code'>;

const BY_WISH: Readonly<Record<Wish, FactsOfWish>> = {
  'faith-based': { facts: { faithBased: true }, isPresent: ({ faithBased }) => faithBased },
  secular: {
    facts: { faithBased: true },
    isPresent: ({ faithBased }) => (faithBased === undefined ? undefined : !faithBased),
  },
  'women-only': {
    facts: { genders: true },
    isPresent: (candidate) => servesOnly(candidate, 'woman', 'man'),
  },
  'men-only': {
    facts: { genders: true },
    isPresent: (candidate) => servesOnly(candidate, 'man', 'woman'),
  },
  'one-to-one': {
    facts: { services: ['individual-counseling'] },
    isPresent: (candidate) => said(stance(candidate, 'services', 'individual-counseling')),
  },
  group: {
    facts: { services: ['group-counseling'] },
    isPresent: (candidate) => said(stance(candidate, 'services', 'group-counseling')),
  },
  'lgbtq-affirming': {
    facts: { populations: ['lgbtq'] },
    isPresent: (candidate) => said(stance(candidate, 'populations', 'lgbtq')),
  },
};

/** Facts that some wish reads: those of the vocabulary, any approach and any goal. */
export const WISH_FACTS: FactsRead = unionOf(
  { claims: true, declinedApproaches: true, goals: true },
  ...WISHES.map((wish) => BY_WISH[wish].facts),
);

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

function delivering(code: string): WishedFact {
  return {
    code,
    facts: { claims: [code], declinedApproaches: [code] },
    isPresent: (candidate) => delivers(candidate, code),
  };
}

function aiming(goal: Goal): WishedFact {
  return {
    code: `goal-${goal}`,
    facts: { goals: [goal] },
    isPresent: (candidate) => said(stance(candidate, 'goals', goal)),
  };
}

function having(wish: Wish): WishedFact {
  return { code: wish, ...BY_WISH[wish] };
}

function servesOnly(candidate: Candidate, own: 'woman' | 'man', other: 'woman' | 'man'): boolean | undefined {
  const [mine, theirs] = [stance(candidate, 'genders', own), stance(candidate, 'genders', other)];
  if (mine === 'no' || theirs === 'yes') return false;
  return mine === 'yes' && theirs === 'no' ? true : undefined;
}
