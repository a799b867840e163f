import { type EnglishOnly, SAFETY_ENGLISH_ONLY, englishOnly } from '../assessments/english-only.js';
import { toBriefProgram } from './brief-program.dto.js';
import type { BriefMatch, BriefMatchAnswer, BriefNearMiss, BriefTrack } from './brief-response.dto.js';
import type { MatchAnswer, TrackResponse } from './match-answer.dto.js';
import type { Outcome } from '../core/matching/verdict.js';
import type { MatchResponse, NearMissResponse } from './match-response.dto.js';

/** What stays in English in a short answer. */
export const BRIEF_ENGLISH_ONLY: EnglishOnly = [
  ...SAFETY_ENGLISH_ONLY,
  '/tracks/*/matches/*/program',
  '/tracks/*/nearMisses/*/program',
  '/tracks/*/resources',
];

/** Enough to tell why a line is where it is; a person reads no more of each. */
const REASONS = 3;

/** The short form of an answer. Everything in it is in the full one, at the same place or shorter. */
export function toBrief({
  assessment,
  tracks,
  legend: _legend,
  detail: _full,
  ...answer
}: MatchAnswer): BriefMatchAnswer {
  const { conditions, levelsOfCare, levelFloor, overlays, opioidMedicationNeeded, missing, note } =
    assessment;
  const words = Object.fromEntries(missing.map((field) => [field, assessment.words[field]!]));
  return {
    ...answer,
    detail: 'brief',
    assessment: {
      conditions,
      levelsOfCare,
      levelFloor,
      overlays,
      opioidMedicationNeeded,
      missing,
      words,
      note,
    },
    tracks: tracks.map(toBriefTrack),
    explainedAt: '/v1/matches/why-not',
    englishOnly: englishOnly(BRIEF_ENGLISH_ONLY, answer.language),
  };
}

function toBriefTrack({
  matches,
  nearMisses,
  resources,
  guidance,
  excluded: _counts,
  ...track
}: TrackResponse): BriefTrack {
  return {
    ...track,
    matches: matches.map(toBriefMatch),
    nearMisses: nearMisses.map(toBriefNearMiss),
    ...(resources && {
      resources: resources.map(({ id, name, kind, url, contact }) => ({ id, name, kind, url, contact })),
    }),
    ...(guidance && { guidance: guidance.map(({ says, approach }) => ({ says, approach: approach.code })) }),
  };
}

function toBriefMatch(match: MatchResponse): BriefMatch {
  const { program, tier, place, sharedBy, levelWithPrevious, score, distanceMeters, travel } = match;
  const { evidence, warnings } = match;
  return {
    program: toBriefProgram(program),
    tier,
    place,
    sharedBy,
    levelWithPrevious,
    score,
    distanceMeters,
    travelMinutes: travel?.minutes ?? null,
    reasons: reasonsOf(match.criteria, ({ reason }) => reason),
    questions: questionsOf(match.constraints, ({ ask }) => ask),
    evidence,
    warnings,
  };
}

/** What adds most to the score, as far as it is known. What is not known is a question, not a reason. */
export function reasonsOf<Line extends { readonly known: number; readonly contribution: number }>(
  criteria: readonly Line[],
  say: (line: Line) => string,
): string[] {
  const most = criteria
    .filter(({ known, contribution }) => known > 0 && contribution > 0)
    .toSorted((a, b) => b.contribution - a.contribution);
  return [...new Set(most.map(say))].slice(0, REASONS);
}

/** What has to be confirmed, questions of safety first. */
export function questionsOf<Line extends { readonly verdict: Outcome; readonly safety: boolean }>(
  constraints: readonly Line[],
  ask: (line: Line) => string | undefined,
): string[] {
  const open = constraints.filter(({ verdict }) => verdict === 'unknown');
  const first = [...open.filter(({ safety }) => safety), ...open.filter(({ safety }) => !safety)];
  return [...new Set(first.flatMap((line) => ask(line) ?? []))];
}

function toBriefNearMiss({ program, distanceMeters, failing }: NearMissResponse): BriefNearMiss {
  const { constraint, reason } = failing;
  return { program, distanceMeters, failing: { constraint, reason } };
}
