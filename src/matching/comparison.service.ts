import { Injectable } from '@nestjs/common';
import { englishOnly } from '../assessments/english-only.js';
import { Query } from '../core/matching/index/query.js';
import { findRanks, type ProgramRank } from '../core/matching/index/find-rank.js';
import { byDecision, whatDecides } from '../core/matching/what-decides.js';
import type { Track } from '../core/matching/rules/tracks.js';
import type { Language } from '../core/vocabulary/languages.js';
import {
  type ComparedProgram,
  COMPARISON_ENGLISH_ONLY,
  type ComparisonAnswer,
  type DecisionResponse,
} from './comparison.dto.js';
import { clientQuestionsAbout, toClientQuestions } from './client-questions.js';
import { decisionInWords } from './decisions/decision-words.js';
import { toldApart } from './decisions/told-apart.js';
import { toLinesLegend } from './legend.js';
import type { CompareRequest } from './match-request.dto.js';
import type { DirectorySnapshot } from './live/directory-snapshot.js';
import { shownIn } from './match-answer.js';
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
      ...(first.held
        ? { comparison: null, legend: toLinesLegend([], read.snapshot.today), askClient: [] }
        : compare(request, read, rows, language)),
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
): Pick<ComparisonAnswer, 'comparison' | 'legend' | 'askClient'> {
  const { snapshot, need } = read;
  const track = trackFor(need, snapshot, rows, wanted);
  const query = new Query(snapshot.index, track.needOf(need), snapshot);
  const placed = findRanks(query, track, rows).sort(byDecision);
  const { purpose } = track;
  return {
    comparison: {
      purpose,
      programs: placed.map((each) => toCompared(each, track, read, language)),
      decisions: placed.slice(1).map((second, i) => decide(placed[i]!, second, snapshot, language)),
    },
    legend: toLinesLegend(placed, snapshot.today),
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

function decide(
  first: ProgramRank,
  second: ProgramRank,
  snapshot: DirectorySnapshot,
  language: Language,
): DecisionResponse {
  const decision = whatDecides(first, second);
  const { by, level, criteria } = decision;
  const places = toldApart(shownIn(snapshot, first.id).program, shownIn(snapshot, second.id).program);
  return {
    first: first.id,
    second: second.id,
    by,
    level,
    criteria: criteria.map((each) => ({ ...each })),
    ...decisionInWords(decision, places, language),
  };
}
