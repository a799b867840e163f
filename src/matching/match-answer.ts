import type { Contribution } from '../core/matching/score.js';
import { acceptableLevels, levelsFrom, type Need, needsOpioidMedication } from '../core/matching/need.js';
import type { JudgedConstraint } from '../core/matching/judge-candidate.js';
import type { NearMiss, RankedProgram, TrackRanking } from '../core/matching/rank-programs.js';
import { sentence } from '../core/matching/sentences.js';
import type { Track } from '../core/matching/tracks.js';
import type { Reason } from '../core/matching/verdict.js';
import type { Language } from '../core/vocabulary/languages.js';
import { ROUND_THE_CLOCK } from '../core/vocabulary/levels-of-care.js';
import type { ShownResource } from '../evidence/resource.js';
import type { AssessmentResult } from '../assessments/assessment-response.dto.js';
import { ANSWER_SENTENCES } from './answer-sentences.js';
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
  language: Language,
): TrackResponse {
  const { programs, guidance } = snapshot;
  return {
    purpose: track.purpose,
    total: ranking.matches.length,
    universe: ranking.universe,
    ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    matches: page.matches.map((match) => toMatch(match, need, snapshot, language)),
    excluded: [...ranking.excluded],
    nearMisses: ranking.nearMisses.map((miss) => toNearMiss(miss, programs, language)),
    relaxations: ranking.relaxations.map((relaxation) => ({
      ...relaxation,
      change: { ...relaxation.change },
    })),
    ...(track.purpose === 'treatment' ? {} : { resources: resources as TrackResponse['resources'] }),
    ...(track.purpose === 'family_engagement'
      ? { guidance: familyGuidance(guidance, need.familySafety, language) }
      : {}),
    ...(track.purpose === 'treatment' && need.role === 'family' ? { whenReady: true } : {}),
  };
}

/** What the need was read as, what the answers came to, and what would sharpen both. */
export function toAssessment(need: Need, result: AssessmentResult, language: Language): AssessmentResponse {
  const { readByClinician, readByUs } = ANSWER_SENTENCES[language];
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
    note: need.statedLevels ? readByClinician : readByUs,
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
  language: Language,
): MatchResponse {
  const program = programs.get(id)!;
  return {
    program,
    tier,
    score,
    scoreRange: [...scoreRange],
    knownWeight,
    distanceMeters: distanceMeters ?? null,
    constraints: constraints.map((judged) => ({
      ...toVerdict(judged, observeFor(judged, id, today), language),
      origins: originsOf(judged, origins.get(id)),
    })),
    criteria: criteria.map((each) => toContribution(each, language)),
    warnings: warnings.map((each) => toWarning(each, language)),
    leaveOptions: leaveOptionsFor(need, program.levelsOfCare, language),
  };
}

function toVerdict(
  { code, verdict, safety, reason, ask }: JudgedConstraint,
  observe: ObserveResponse | undefined,
  language: Language,
): Omit<ConstraintVerdict, 'origins'> {
  return {
    code,
    verdict,
    safety,
    reason: sentence(reason, language),
    ...(ask ? { ask: sentence(ask, language) } : {}),
    ...(observe ? { observe } : {}),
  };
}

function toContribution(
  { reason, components, ...contribution }: Contribution,
  language: Language,
): CriterionContribution {
  return {
    ...contribution,
    reason: sentence(reason, language),
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

function toWarning(reason: Reason, language: Language): WarningResponse {
  const { approach } = reason.values;
  return {
    code: reason.code.replace(/^warning\./, ''),
    message: sentence(reason, language),
    ...(typeof approach === 'string' ? { approach } : {}),
  };
}

function toNearMiss(
  { id, score, distanceMeters, failing }: NearMiss,
  programs: DirectorySnapshot['programs'],
  language: Language,
): NearMissResponse {
  return {
    program: programs.get(id)!,
    score,
    distanceMeters: distanceMeters ?? null,
    failing: {
      constraint: failing.code,
      verdict: failing.verdict,
      reason: sentence(failing.reason, language),
      ...(failing.asked === undefined ? {} : { asked: failing.asked }),
      ...(failing.found === undefined ? {} : { found: failing.found }),
    },
  };
}

/**
 * Where a client would rather keep working and a program offers only round-the-clock care, the leave that may
 * protect the job (clinical/levels-of-care.md §4, Y4: from memory, so it is told as something to ask about).
 */
function leaveOptionsFor(
  need: Need,
  levels: MatchResponse['program']['levelsOfCare'],
  language: Language,
): LeaveOption[] {
  // An evening group is no way out for somebody who needs at least a ward.
  const possible = need.levelFloor ? levelsFrom(need.levelFloor, levels) : levels;
  const isAway = possible.length > 0 && possible.every((level) => ROUND_THE_CLOCK.has(level));
  if (!need.cannotLeaveWork || !isAway) return [];
  return [{ code: 'ask-about-leave', message: ANSWER_SENTENCES[language].askAboutLeave }];
}
