import type { Candidate } from './candidate.js';
import type { ConstraintCode } from './codes.js';
import type { Knowledge } from './rules/constraint.js';
import { CONSTRAINTS } from './rules/constraints/all-constraints.js';
import {
  askedConstraints,
  isInUniverse,
  isMatch,
  judgeCandidate,
  type JudgedConstraint,
} from './judge-candidate.js';
import type { Need } from './need.js';
import type { RelaxationStep } from './rules/relaxation-step.js';
import { type Proposal, safeStepsFor, stepsFor } from './rules/relaxations.js';
import type { Track } from './rules/tracks.js';

/** A change of one constraint that lets a program pass it. */
export interface ProgramRelaxation extends Pick<RelaxationStep, 'change' | 'label'> {
  readonly constraint: ConstraintCode;
  /** Nothing else excludes the program, so that this change alone makes it a match. */
  readonly suffices: boolean;
}

/**
 * What would have to change for one program to be a match: for each constraint that excludes it the smallest step
 * that lets it pass. A constraint of safety has none but those that keep what is safe, and a fact of the person, such as
 * their age, has none.
 */
export function relaxationsFor(
  need: Need,
  candidate: Candidate,
  track: Track,
  general: Knowledge,
  constraints: readonly JudgedConstraint[],
): ProgramRelaxation[] {
  const knowledge: Knowledge = { ...general, purpose: track.purpose };
  return constraints
    .filter(({ excludes }) => excludes)
    .flatMap((judged) => {
      const step = proposalsFor(need, candidate, judged).find(
        (proposal) => !isKeptOutBy(judged.code, proposal.need, candidate, track, knowledge),
      );
      if (!step) return [];
      // A program in another list, or out of reach, is no match whatever it meets.
      const suffices =
        isInUniverse(step.need, candidate, track) &&
        isMatch(step.need, candidate, askedConstraints(step.need, track), knowledge);
      const { constraint, change, label } = step;
      return [{ constraint, change, label, suffices }];
    });
}

function proposalsFor(
  need: Need,
  candidate: Candidate,
  { code, found, safety }: JudgedConstraint,
): Proposal[] {
  if (safety) return safeStepsFor(code, need);
  const towards = CONSTRAINTS[code].relaxTowards?.(need, candidate) ?? [];
  return [
    ...stepsFor(code, need, typeof found === 'number' ? found : undefined),
    ...towards.map((step) => ({ constraint: code, ...step })),
  ];
}

function isKeptOutBy(
  code: ConstraintCode,
  need: Need,
  candidate: Candidate,
  track: Track,
  knowledge: Knowledge,
): boolean {
  const asked = askedConstraints(need, track).filter(({ constraint }) => constraint.code === code);
  return judgeCandidate(need, candidate, asked, knowledge).some(({ excludes }) => excludes);
}
