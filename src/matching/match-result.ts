import { englishOnly } from '../assessments/english-only.js';
import { toClientQuestions } from './client-questions.js';
import { toLinesLegend } from './legend.js';
import {
  type AnswerContext,
  type RankedList,
  toAssessment,
  toTrackResponse,
  toTrackWithoutLines,
} from './match-answer.js';
import type { MatchAnswer, TrackResponse } from './match-answer.dto.js';
import { MATCH_ENGLISH_ONLY } from './match-english-only.js';
import type { AssessmentReading } from '../assessments/assessment-response.dto.js';
import type { ReadRequest } from './need/request-reader.js';

/** What a match comes to, before it is put in words. */
export interface MatchResult {
  readonly read: ReadRequest;
  readonly reading: AssessmentReading;
  readonly lists: readonly RankedList[];
  readonly context: AnswerContext;
}

/** The whole answer. `MatchTexts` writes the same as bytes; a property compares them. */
export function toMatchAnswer(result: MatchResult): MatchAnswer {
  return answerWith(result, toTrackResponse);
}

/** All of an answer but the lines of its lists. */
export function toMatchWithoutLines(result: MatchResult): MatchAnswer {
  return answerWith(result, toTrackWithoutLines);
}

function answerWith(
  { read, reading, lists, context }: MatchResult,
  toTrack: (list: RankedList, context: AnswerContext) => TrackResponse,
): MatchAnswer {
  const { need, first, ranking, snapshot } = read;
  const { language, ways } = context;
  return {
    ...first,
    detail: 'full',
    assessment: toAssessment(need, reading, language),
    askClient: toClientQuestions(
      lists.map(({ track: { purpose }, ranking: { askClient } }) => ({ purpose, askClient })),
      need,
      language,
    ),
    tracks: lists.map((list) => toTrack(list, context)),
    legend: {
      travel: ways.legend(),
      ...toLinesLegend(
        lists.flatMap((list) => list.ranking.matches),
        snapshot.today,
      ),
    },
    ranking,
    language,
    englishOnly: englishOnly(MATCH_ENGLISH_ONLY, language),
  };
}
