import { CONTINUUM_POSITION, type LevelOfCare } from '../vocabulary/levels-of-care.js';
import { type Candidate, yes } from './candidate.js';
import type { ConstraintCode } from './codes.js';
import type { Knowledge } from './rules/constraint.js';
import {
  askedConstraints,
  isInUniverse,
  isMatch,
  judgeCandidate,
  type JudgedConstraint,
} from './judge-candidate.js';
import { acceptableLevels, type Need } from './need.js';
import { type Proposal, stepsFor } from './rules/relaxations.js';
import type { Track } from './rules/tracks.js';

/** A change of one constraint that lets a program pass it; `change` is a JSON merge patch for `constraints`. */
export interface ProgramRelaxation {
  readonly constraint: ConstraintCode;
  readonly change: Readonly<Record<string, unknown>>;
  /** Nothing else keeps the program out, so that this change alone makes it a match. */
  readonly suffices: boolean;
}

/**
 * What would have to change for one program to be a match: for each constraint that keeps it out the smallest step
 * that lets it pass. A constraint of safety has none, and neither has a fact of the person, such as their age.
 */
export function relaxationsFor(
  need: Need,
  candidate: Candidate,
  track: Track,
  knowledge: Knowledge,
  constraints: readonly JudgedConstraint[],
): ProgramRelaxation[] {
  return constraints
    .filter(({ excludes, safety }) => excludes && !safety)
    .flatMap((judged) => {
      const step = proposalsFor(need, candidate, judged).find(
        (proposal) => !isKeptOutBy(judged.code, proposal.need, candidate, track, knowledge),
      );
      if (!step) return [];
      // Who is of another list, or in another state, is not looked at whatever they meet.
      const suffices =
        isInUniverse(step.need, candidate, track) &&
        isMatch(step.need, candidate, askedConstraints(step.need, track), knowledge);
      return [{ constraint: step.constraint, change: step.change, suffices }];
    });
}

function proposalsFor(need: Need, candidate: Candidate, { code, found }: JudgedConstraint): Proposal[] {
  const steps = stepsFor(code, need, typeof found === 'number' ? found : undefined);
  return code === 'level_of_care' ? [...steps, ...closestLevel(need, candidate)] : steps;
}

/** The level a program offers that is closest to those accepted, of two alike the one of more care. */
function closestLevel(need: Need, candidate: Candidate): Proposal[] {
  const accepted = acceptableLevels(need) ?? [];
  if (accepted.length === 0) return [];
  const away = (level: LevelOfCare) =>
    Math.min(...accepted.map((each) => Math.abs(CONTINUUM_POSITION[level] - CONTINUUM_POSITION[each])));
  const [closest] = yes(candidate, 'levelsOfCare').sort(
    (a, b) => away(a) - away(b) || CONTINUUM_POSITION[b] - CONTINUUM_POSITION[a] || (a < b ? -1 : 1),
  );
  if (closest === undefined) return [];
  const levelsOfCare = [...accepted, closest];
  return [
    {
      constraint: 'level_of_care',
      change: { levelsOfCare },
      need: { ...need, acceptedLevels: levelsOfCare },
    },
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
