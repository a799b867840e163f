import type { Candidate } from './candidate.js';
import type { ConstraintCode } from './codes.js';
import type { Constraint, Knowledge } from './rules/constraint.js';
import { ALL_CONSTRAINTS } from './rules/constraints/all-constraints.js';
import { distanceTo } from './facts/distance.js';
import { reachesByTelehealth, reachesState } from './rules/telehealth.js';
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
}

/** A constraint as this need asks it. */
export interface AskedConstraint {
  readonly constraint: Constraint;
  readonly safety: boolean;
  readonly strictness: 'required' | 'confirmed' | 'preferred';
}

/** The constraints of a track that this need asks for, each with its strictness. */
export function askedConstraints(need: Need, track: Track): AskedConstraint[] {
  return ALL_CONSTRAINTS.filter(({ code }) => track.constraints.includes(code))
    .filter((constraint) => constraint.isAsked(need))
    .map((constraint) => ({
      constraint,
      safety: constraint.isSafety(need),
      strictness: need.strictness[constraint.code] ?? 'required',
    }));
}

/** Every verdict on one candidate. */
export function judgeCandidate(
  need: Need,
  candidate: Candidate,
  asked: readonly AskedConstraint[],
  knowledge: Knowledge,
): JudgedConstraint[] {
  return judgedBy(asked, (constraint) => constraint.judge(need, candidate, knowledge));
}

/** What verdicts mean for a need, by how strictly it asks; a constraint that does not apply is left out. */
export function judgedBy(
  asked: readonly AskedConstraint[],
  verdictOf: (constraint: Constraint) => Verdict | undefined,
): JudgedConstraint[] {
  const judged: JudgedConstraint[] = [];
  for (const { constraint, safety, strictness } of asked) {
    const verdict = verdictOf(constraint);
    if (!verdict) continue;
    judged.push({
      code: constraint.code,
      ...verdict,
      safety,
      excludes: isExcluding(verdict, strictness),
      toConfirm: isToConfirm(verdict, strictness),
    });
  }
  return judged;
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
 * Whether a candidate is in the universe of a need: its site lies within twice the maximum distance, or it serves the
 * client's state by telehealth; without a place every candidate, or those of the client's state. A site without a known
 * place counts in its own state.
 */
export function isLookedAt(need: Need, candidate: Candidate): boolean {
  if (need.place && need.maxDistanceMeters !== undefined) {
    const meters = distanceTo(need, candidate);
    if (reachesByTelehealth(need, candidate)) return true;
    if (meters === undefined) return need.state === undefined || candidate.state === need.state;
    return meters <= 2 * need.maxDistanceMeters;
  }
  if (need.place || need.state === undefined) return true;
  return candidate.state === need.state || reachesState(candidate, need.state);
}

/** Whether a candidate is in the universe of a need and in a track. */
export function isInUniverse(need: Need, candidate: Candidate, track: Track): boolean {
  return track.includes(candidate) && isLookedAt(need, candidate);
}
