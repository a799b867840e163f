import type { Contribution } from '../core/matching/score.js';
import { acceptableLevels, type Need, needsOpioidMedication } from '../core/matching/need.js';
import type { JudgedConstraint } from '../core/matching/judge-candidate.js';
import type { RankedPage } from '../core/matching/index/rank-page.js';
import {
  type NearMiss,
  noneWithin,
  type Placing,
  type RankedProgram,
  type Reach,
} from '../core/matching/ranking.js';
import { forPerson, forProfessional, toAsk } from '../core/language/sentences.js';
import type { ComponentShare } from '../core/matching/rules/criterion.js';
import type { Place } from '../core/matching/facts/distance.js';
import type { Track } from '../core/matching/rules/tracks.js';
import { CRITERIA } from '../core/matching/rules/criteria/all-criteria.js';
import type { ProgramQuestion, Reason } from '../core/matching/verdict.js';
import type { Language } from '../core/vocabulary/languages.js';
import type { ShownResource } from '../evidence/resource.js';
import type { AssessmentReading } from '../assessments/assessment-response.dto.js';
import { ANSWER_SENTENCES } from './answer-sentences.js';
import { toBriefProgram } from './brief-program.dto.js';
import { toEvidence } from './evidence-answer.js';
import { familyGuidance } from './family-guidance.js';
import { leaveOptionsFor, leaveOptionsOfTrack } from './leave-options.js';
import type { DirectorySnapshot } from './live/directory-snapshot.js';
import type { ShownProgram } from './live/read-programs.js';
import type { AssessmentResponse, ReachResponse, TrackResponse } from './match-answer.dto.js';
import type { ConstraintVerdict } from './verdict.dto.js';
import type { CriterionContribution } from './criterion.dto.js';
import type {
  FailingConstraint,
  MatchResponse,
  NearMissResponse,
  WarningResponse,
} from './match-response.dto.js';
import { missingFrom, missingInWords } from './useful-fields.js';
import { toTrackResource } from './match-resources.js';
import type { Ways } from './travel/ways.js';
import { toRelaxation } from './relaxation-answer.js';
import { observed, observeFor, originsOf } from './verdict-origins.js';

/** What the lines of an answer are made with. */
export interface AnswerContext {
  readonly need: Need;
  readonly snapshot: DirectorySnapshot;
  readonly ways: Ways;
  readonly language: Language;
}

/** One list before it is put in words. */
export interface RankedList {
  readonly track: Track;
  readonly ranking: RankedPage;
  readonly nextCursor?: string | undefined;
  readonly resources: readonly ShownResource[];
}

/** Converts one list for the response: the same values that ranked, each with its sentence. */
export function toTrackResponse(list: RankedList, context: AnswerContext): TrackResponse {
  const { matches, placings, nearMisses } = list.ranking;
  return {
    ...toTrackWithoutLines(list, context),
    matches: matches.map((match, i) => toMatch(match, placings[i]!, context)),
    nearMisses: nearMisses.map((miss) => toNearMiss(miss, context)),
  };
}

/** All of a list but its lines: `matches` and `nearMisses` are empty. */
export function toTrackWithoutLines(
  { track, ranking, nextCursor, resources }: RankedList,
  { need, snapshot, language }: AnswerContext,
): TrackResponse {
  const { guidance } = snapshot;
  return {
    purpose: track.purpose,
    // For a family what the registry says, and the resources, come before any program.
    ...(track.purpose === 'family_engagement'
      ? { guidance: familyGuidance(guidance, need.familySafety, language) }
      : {}),
    ...(track.purpose === 'treatment' ? {} : { resources: resources.map(toTrackResource) }),
    total: ranking.total,
    universe: ranking.universe,
    tiers: { ...ranking.tiers },
    reach: ranking.reach && toReach(ranking.reach, need, language),
    ...(nextCursor === undefined ? {} : { nextCursor }),
    matches: [],
    excluded: [...ranking.excluded],
    nearMisses: [],
    relaxations: ranking.relaxations.map((relaxation) => toRelaxation(relaxation, language)),
    leaveOptions: leaveOptionsOfTrack(
      track,
      need,
      ranking,
      (id) => shownIn(snapshot, id).program.levelsOfCare,
      language,
    ),
    ...(track.purpose === 'treatment' && need.role === 'family' ? { whenReady: true } : {}),
  };
}

/** How the need was understood, the result of the answers, and what would make both more precise. */
export function toAssessment(need: Need, result: AssessmentReading, language: Language): AssessmentResponse {
  const { readByClinician, readByUs } = ANSWER_SENTENCES[language];
  const levels = acceptableLevels(need);
  const missing = missingFrom(need);
  return {
    ...result,
    words: { ...result.words, ...missingInWords(missing, language) },
    levelsOfCare: levels ? [...levels] : null,
    levelFloor: need.levelFloor ?? null,
    overlays: [...need.overlays],
    opioidMedicationNeeded: needsOpioidMedication(need),
    missing,
    note: need.statedLevels ? readByClinician : readByUs,
  };
}

function toReach(reach: Reach, need: Need, language: Language): ReachResponse {
  const none = noneWithin(reach, need);
  return { ...reach, ...(none ? { says: forPerson(none, language) } : {}) };
}

function toMatch(
  match: RankedProgram,
  placing: Placing,
  { need, snapshot, ways, language }: AnswerContext,
): MatchResponse {
  const shown = shownIn(snapshot, match.id);
  return {
    program: shown.program,
    tier: match.tier,
    ...placing,
    ...toScored(match),
    travel: ways.to(placeIn(snapshot, match.id)),
    ...toExplained(match, shown, snapshot, language),
    leaveOptions: leaveOptionsFor(need, shown.program.levelsOfCare, language),
  };
}

/** What is shown of a program in a snapshot. */
export function shownIn({ index, shown }: DirectorySnapshot, id: string): ShownProgram {
  return shown.at(index.rowOf(id)!);
}

/** Where a program of a snapshot is, if it is known. */
export function placeIn({ index }: DirectorySnapshot, id: string): Place | undefined {
  return index.columns.placeAt(index.rowOf(id)!);
}

/** The numbers that placed a program. */
export function toScored({
  score,
  scoreRange,
  knownWeight,
  distanceMeters,
}: Omit<RankedProgram, 'tier'>): Pick<
  MatchResponse,
  'score' | 'scoreRange' | 'knownWeight' | 'distanceMeters'
> {
  return { score, scoreRange: [...scoreRange], knownWeight, distanceMeters: distanceMeters ?? null };
}

/** Every line that placed a program, each with its sentence and its source. */
export function toExplained(
  { constraints, criteria, warnings }: Pick<RankedProgram, 'constraints' | 'criteria' | 'warnings'>,
  { origins }: ShownProgram,
  { policy }: DirectorySnapshot,
  language: Language,
): Pick<MatchResponse, 'constraints' | 'criteria' | 'evidence' | 'warnings'> {
  return {
    constraints: constraints.map((judged) => ({
      ...toVerdict(judged, language),
      origins: originsOf(judged, origins),
    })),
    criteria: criteria.map((each) => toContribution(each, language)),
    evidence: toEvidence(criteria, policy, language),
    warnings: warnings.map((each) => toWarning(each, language)),
  };
}

/** A reason in both voices. */
function toLine(reason: Reason, language: Language): Pick<ConstraintVerdict, 'reason' | 'detail'> {
  return { reason: forPerson(reason, language), detail: forProfessional(reason, language) };
}

export function toVerdict(
  { code, verdict, safety, reason, ask, askClient }: JudgedConstraint,
  language: Language,
): Omit<ConstraintVerdict, 'origins'> {
  const observe = observeFor({ code, ...(ask && { ask }) });
  return {
    code,
    verdict,
    safety,
    ...toLine(reason, language),
    ...(ask ? { ask: toAsk(ask, language) } : {}),
    ...(askClient ? { askClient } : {}),
    ...(observe ? { observe } : {}),
  };
}

export function toContribution(
  { reason, components, signs, ...contribution }: Contribution,
  language: Language,
): CriterionContribution {
  const asked = <Part extends { readonly ask?: ProgramQuestion }>({ ask, ...part }: Part) => {
    const observe = ask && observed(CRITERIA[contribution.code].asks?.[ask.code]);
    return { ...part, ...(ask && { ask: toAsk(ask, language) }), ...(observe && { observe }) };
  };
  return {
    ...contribution,
    ...toLine(reason, language),
    ...(components ? { components: components.map((each) => asked(withoutRegistry(each))) } : {}),
    ...(signs ? { signs: signs.map(asked) } : {}),
  };
}

/** Of a component what is the program's own; the legend has what the registry says. */
function withoutRegistry({
  name: _name,
  badge: _badge,
  reviewedBy: _by,
  reviewed: _reviewed,
  ratings: _ratings,
  citations: _citations,
  ...own
}: ComponentShare) {
  return own;
}

export function toWarning(reason: Reason, language: Language): WarningResponse {
  const { approach } = reason.values;
  return {
    code: reason.code.replace(/^warning\./, ''),
    message: forPerson(reason, language),
    detail: forProfessional(reason, language),
    ...(typeof approach === 'string' ? { approach } : {}),
  };
}

function toNearMiss(
  { id, score, distanceMeters, failing }: NearMiss,
  { snapshot, ways, language }: AnswerContext,
): NearMissResponse {
  return {
    program: toBriefProgram(shownIn(snapshot, id).program),
    score,
    distanceMeters: distanceMeters ?? null,
    travel: ways.to(placeIn(snapshot, id)),
    failing: toFailing(failing, language),
  };
}

export function toFailing(
  { code, verdict, reason, asked, found }: JudgedConstraint,
  language: Language,
): FailingConstraint {
  return {
    constraint: code,
    verdict,
    ...toLine(reason, language),
    ...(asked === undefined ? {} : { asked }),
    ...(found === undefined ? {} : { found }),
  };
}
