import type { Candidate } from './candidate.js';
import type { ConstraintCode, Purpose } from './codes.js';
import type { Constraint, Knowledge } from './rules/constraint.js';
import { ALL_CONSTRAINTS } from './rules/constraints/all-constraints.js';
import { distanceTo } from './facts/distance.js';
import { comesOnlyByTelehealth, isReachedFromAfar } from './rules/telehealth.js';
import type { Need } from './need.js';
import type { Track } from './rules/tracks.js';
import type { Verdict } from './verdict.js';

/** A verdict on one constraint, and what it means by how strictly the client asks. */
export interface JudgedConstraint extends Verdict {
  readonly code: ConstraintCode;
  /** Excludes the program: fails, or unknown where only a confirmed fact will do. */
  readonly excludes: boolean;
  /** Moves the program to `confirm_first`. */
  readonly toConfirm: boolean;
  readonly safety: boolean;
  /** The site is not known to be within the distance: the program ranks after those of its tier that are. */
  readonly reachOpen: boolean;
}

/** A constraint as this need asks it. */
export interface AskedConstraint {
  readonly constraint: Constraint;
  readonly safety: boolean;
  readonly strictness: 'required' | 'confirmed' | 'preferred';
  /** Whether programs within reach come before others; not where the client comes by telehealth only. */
  readonly ordersByReach: boolean;
}

/** The constraints of a track that this need asks for, each with its strictness. */
export function askedConstraints(need: Need, track: Track): AskedConstraint[] {
  return ALL_CONSTRAINTS.filter(({ code }) => track.constraints.includes(code))
    .filter((constraint) => constraint.isAsked(need))
    .map((constraint) => {
      const strictness = need.strictness[constraint.code] ?? 'required';
      return {
        constraint,
        safety: constraint.isSafety(need),
        strictness,
        ordersByReach:
          constraint.code === 'within_distance' && strictness !== 'preferred' && !comesOnlyByTelehealth(need),
      };
    });
}

/** Whether programs beyond a distance are not as good as those within it. */
export function asksDistance({ constraint, strictness }: AskedConstraint): boolean {
  return constraint.code === 'within_distance' && strictness !== 'preferred';
}

/** Every verdict on one candidate; a constraint that does not apply is left out. */
export function judgeCandidate(
  need: Need,
  candidate: Candidate,
  asked: readonly AskedConstraint[],
  knowledge: Knowledge,
): JudgedConstraint[] {
  return asked.flatMap((each) => {
    const verdict = each.constraint.judge(need, candidate, knowledge);
    return verdict ? [judged(each, verdict)] : [];
  });
}

/** What a verdict means for a need, by how strictly it asks. */
export function judged(
  { constraint, safety, strictness, ordersByReach }: AskedConstraint,
  verdict: Verdict,
): JudgedConstraint {
  return {
    code: constraint.code,
    ...verdict,
    safety,
    excludes: isExcluding(verdict, strictness),
    toConfirm: isToConfirm(verdict, strictness),
    reachOpen: ordersByReach && verdict.reach !== 'within',
  };
}

/** Whether a candidate is a match at all; stops at the first verdict that excludes it. */
export function isMatch(
  need: Need,
  candidate: Candidate,
  asked: readonly AskedConstraint[],
  knowledge: Knowledge,
): boolean {
  return asked.every(({ constraint, strictness }) => {
    if (strictness === 'preferred') return true;
    const verdict = constraint.judge(need, candidate, knowledge);
    return !verdict || !isExcluding(verdict, strictness);
  });
}

/** Whether a verdict excludes a program. */
export function isExcluding({ verdict }: Verdict, strictness: AskedConstraint['strictness']): boolean {
  if (strictness === 'preferred') return false;
  return verdict === 'fails' || (strictness === 'confirmed' && verdict === 'unknown');
}

/** Whether a verdict leaves a question to ask first. */
export function isToConfirm(
  { verdict }: Pick<Verdict, 'verdict'>,
  strictness: AskedConstraint['strictness'],
): boolean {
  return strictness === 'required' && verdict === 'unknown';
}

/**
 * Whether a candidate is in the universe of a need: its site lies within twice the maximum distance, or telehealth reaches
 * the client from there with what the track is for; without a place every candidate, or those of the client's state. A
 * site without a known place counts in its own state.
 */
export function isLookedAt(need: Need, candidate: Candidate, purpose: Purpose): boolean {
  if (need.place && need.maxDistanceMeters !== undefined) {
    const meters = distanceTo(need, candidate);
    const isNear =
      meters === undefined
        ? need.state === undefined || candidate.state === need.state
        : meters <= 2 * need.maxDistanceMeters;
    return isNear || isReachedFromAfar(need, candidate, purpose);
  }
  if (need.place || need.state === undefined) return true;
  return candidate.state === need.state || isReachedFromAfar(need, candidate, purpose);
}

/** Whether a candidate is in the universe of a need and in a track. */
export function isInUniverse(need: Need, candidate: Candidate, track: Track): boolean {
  return track.includes(candidate) && isLookedAt(need, candidate, track.purpose);
}
