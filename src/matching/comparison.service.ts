import { Injectable } from '@nestjs/common';
import { englishOnly } from '../assessments/english-only.js';
import { Query } from '../core/matching/index/query.js';
import { findRanks, type ProgramRank } from '../core/matching/index/find-rank.js';
import { plainLabel } from '../core/language/for-person/words.js';
import { label } from '../core/language/labels.js';
import { byDecision, whatDecides } from '../core/matching/what-decides.js';
import type { Track } from '../core/matching/rules/tracks.js';
import type { Language } from '../core/vocabulary/languages.js';
import { ANSWER_SENTENCES } from './answer-sentences.js';
import {
  type ComparedProgram,
  COMPARISON_ENGLISH_ONLY,
  type ComparisonAnswer,
  type DecisionResponse,
} from './comparison.dto.js';
import { clientQuestionsAbout, toClientQuestions } from './client-questions.js';
import type { CompareRequest } from './match-request.dto.js';
import { toPlacedProgram } from './placed-program.js';
import { rowsOf, trackFor } from './program-question.js';
import { type ReadRequest, RequestReader } from './need/request-reader.js';

/** Compares programs side by side for one need. */
@Injectable()
export class ComparisonService {
  constructor(private readonly requests: RequestReader) {}

  async compare(request: CompareRequest, language: Language): Promise<ComparisonAnswer> {
    const read = await this.requests.read(request, language);
    const asked = request.programIds.map((id, i) => ({ id, pointer: `/programIds/${i}` }));
    const rows = rowsOf(read.snapshot, asked);
    const { first, ranking } = read;
    return {
      ...first,
      ...(first.held ? { comparison: null, askClient: [] } : compare(request, read, rows, language)),
      ranking,
      language,
      englishOnly: englishOnly(COMPARISON_ENGLISH_ONLY, language),
    };
  }
}

function compare(
  { purpose: wanted }: CompareRequest,
  read: ReadRequest,
  rows: readonly number[],
  language: Language,
): Pick<ComparisonAnswer, 'comparison' | 'askClient'> {
  const { snapshot, need } = read;
  const track = trackFor(need, snapshot, rows, wanted);
  const query = new Query(snapshot.index, track.needOf(need), snapshot);
  const placed = findRanks(query, track, rows).sort(byDecision);
  const { purpose } = track;
  return {
    comparison: {
      purpose,
      programs: placed.map((each) => toCompared(each, track, read, language)),
      decisions: placed.slice(1).map((second, i) => decide(placed[i]!, second, language)),
    },
    askClient: toClientQuestions([{ purpose, askClient: clientQuestionsAbout(placed) }], need, language),
  };
}

function toCompared(
  placed: ProgramRank,
  track: Track,
  read: ReadRequest,
  language: Language,
): ComparedProgram {
  return {
    ...toPlacedProgram(placed, track, read, language),
    unknownConstraints: placed.constraints
      .filter(({ verdict }) => verdict === 'unknown')
      .map(({ code }) => code),
    unknownCriteria: placed.criteria.filter(({ known }) => known < 1).map(({ code }) => code),
  };
}

function decide(first: ProgramRank, second: ProgramRank, language: Language): DecisionResponse {
  const { by, criteria } = whatDecides(first, second);
  const leading = criteria.filter(({ lead }) => lead > 0).map(({ code }) => code);
  const { decides, decidesForPerson } = ANSWER_SENTENCES[language];
  return {
    first: first.id,
    second: second.id,
    by,
    criteria: criteria.map((each) => ({ ...each })),
    reason: decidesForPerson(
      by,
      leading.map((code) => plainLabel(code, language)),
    ),
    detail: decides(
      by,
      leading.map((code) => label(code, language)),
    ),
  };
}
