import type { Contribution } from '../core/matching/score.js';
import { acceptableLevels, levelsFrom, type Need, needsOpioidMedication } from '../core/matching/need.js';
import type { JudgedConstraint } from '../core/matching/judge-candidate.js';
import type { NearMiss, RankedProgram, TrackRanking } from '../core/matching/rank-programs.js';
import { sentence } from '../core/matching/sentences.en.js';
import type { Track } from '../core/matching/tracks.js';
import type { Reason } from '../core/matching/verdict.js';
import { ROUND_THE_CLOCK } from '../core/vocabulary/levels-of-care.js';
import type { ShownResource } from '../evidence/resource.js';
import type { AssessmentResult } from '../assessments/assessment-response.dto.js';
import { familyGuidance } from './family-guidance.js';
import type { DirectorySnapshot } from './read-snapshot.js';
import type {
  AssessmentResponse,
  ConstraintVerdict,
  CriterionContribution,
  LeaveOption,
  MatchResponse,
  NearMissResponse,
  ObserveResponse,
  TrackResponse,
  WarningResponse,
} from './match-response.dto.js';
import { observeFor, originsOf } from './verdict-origins.js';

/** The outward mapping of one track: the very values that ranked, each with its sentence. */
export function toTrackResponse(
  track: Track,
  need: Need,
  ranking: TrackRanking,
  page: { matches: readonly RankedProgram[]; nextCursor?: string },
  resources: readonly ShownResource[],
  snapshot: DirectorySnapshot,
): TrackResponse {
  const { programs, guidance } = snapshot;
  return {
    purpose: track.purpose,
    total: ranking.matches.length,
    universe: ranking.universe,
    ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    matches: page.matches.map((match) => toMatch(match, need, snapshot)),
    excluded: [...ranking.excluded],
    nearMisses: ranking.nearMisses.map((miss) => toNearMiss(miss, programs)),
    relaxations: ranking.relaxations.map((relaxation) => ({
      ...relaxation,
      change: { ...relaxation.change },
    })),
    ...(track.purpose === 'treatment' ? {} : { resources: resources as TrackResponse['resources'] }),
    ...(track.purpose === 'family_engagement'
      ? { guidance: familyGuidance(guidance, need.familySafety) }
      : {}),
    ...(track.purpose === 'treatment' && need.role === 'family' ? { whenReady: true } : {}),
  };
}

/** What the need was read as, what the answers came to, and what would sharpen both. */
export function toAssessment(need: Need, result: AssessmentResult): AssessmentResponse {
  const levels = acceptableLevels(need);
  const missing = [
    ...(need.conditions.length === 0 ? ['assessment.conditions'] : []),
    ...(need.conditions.some(({ severity }) => severity === undefined)
      ? ['assessment.conditions[].severity']
      : []),
    ...(levels === undefined ? ['assessment.levelsOfCare'] : []),
    ...(need.age === undefined ? ['client.age'] : []),
    ...(need.place === undefined && need.state === undefined ? ['constraints.near'] : []),
    ...(need.payers === undefined && need.maxCost === undefined ? ['constraints.payers'] : []),
  ];
  return {
    ...result,
    levelsOfCare: levels ? [...levels] : null,
    levelFloor: need.levelFloor ?? null,
    overlays: [...need.overlays],
    opioidMedicationNeeded: needsOpioidMedication(need),
    missing,
    note: need.statedLevels
      ? 'The levels are as a clinician stated; our own reading stands beside them, and its floors hold. Nothing here is a diagnosis.'
      : 'A provisional reading of answers, and what a professional stated. Nothing here is a diagnosis, and a clinician confirms the level of care.',
  };
}

function toMatch(
  {
    id,
    tier,
    score,
    scoreRange,
    knownWeight,
    distanceMeters,
    constraints,
    criteria,
    warnings,
  }: RankedProgram,
  need: Need,
  { programs, origins, today }: DirectorySnapshot,
): MatchResponse {
  const program = programs.get(id)!;
  return {
    program,
    tier,
    score,
    scoreRange: [...scoreRange],
    knownWeight,
    distanceMeters: distanceMeters ?? null,
    travel: null,
    constraints: constraints.map((judged) => ({
      ...toVerdict(judged, observeFor(judged, id, today)),
      origins: originsOf(judged, origins.get(id)),
    })),
    criteria: criteria.map(toContribution),
    warnings: warnings.map(toWarning),
    leaveOptions: leaveOptionsFor(need, program.levelsOfCare),
  };
}

function toVerdict(
  { code, verdict, safety, reason, ask }: JudgedConstraint,
  observe: ObserveResponse | undefined,
): Omit<ConstraintVerdict, 'origins'> {
  return {
    code,
    verdict,
    safety,
    reason: sentence(reason),
    ...(ask ? { ask: sentence(ask) } : {}),
    ...(observe ? { observe } : {}),
  };
}

function toContribution({ reason, components, ...contribution }: Contribution): CriterionContribution {
  return {
    ...contribution,
    reason: sentence(reason),
    ...(components
      ? {
          components: components.map((component) => ({
            ...component,
            ratings: [...component.ratings],
            citations: [...component.citations],
          })),
        }
      : {}),
  };
}

function toWarning(reason: Reason): WarningResponse {
  const { approach } = reason.values;
  return {
    code: reason.code.replace(/^warning\./, ''),
    message: sentence(reason),
    ...(typeof approach === 'string' ? { approach } : {}),
  };
}

function toNearMiss(
  { id, score, distanceMeters, failing }: NearMiss,
  programs: DirectorySnapshot['programs'],
): NearMissResponse {
  return {
    program: programs.get(id)!,
    score,
    distanceMeters: distanceMeters ?? null,
    travel: null,
    failing: {
      constraint: failing.code,
      verdict: failing.verdict,
      reason: sentence(failing.reason),
      ...(failing.asked === undefined ? {} : { asked: failing.asked }),
      ...(failing.found === undefined ? {} : { found: failing.found }),
    },
  };
}

/**
 * Where a client would rather keep working and a program offers only round-the-clock care, the leave that may
 * protect the job (clinical/levels-of-care.md §4, Y4: from memory, so it is told as something to ask about).
 */
function leaveOptionsFor(need: Need, levels: MatchResponse['program']['levelsOfCare']): LeaveOption[] {
  // An evening group is no way out for somebody who needs at least a ward.
  const possible = need.levelFloor ? levelsFrom(need.levelFloor, levels) : levels;
  const isAway = possible.length > 0 && possible.every((level) => ROUND_THE_CLOCK.has(level));
  if (!need.cannotLeaveWork || !isAway) return [];
  return [
    {
      code: 'ask-about-leave',
      message:
        'This care is round the clock. Ask the employer or an adviser about job-protected leave (Family and Medical Leave Act), short-term disability, and the Americans with Disabilities Act.',
    },
  ];
}
