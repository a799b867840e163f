import { Injectable } from '@nestjs/common';
import { englishOnly } from '../assessments/english-only.js';
import { Query } from '../core/matching/index/query.js';
import { findRanks } from '../core/matching/index/find-rank.js';
import type { Language } from '../core/vocabulary/languages.js';
import { clientQuestionsAbout, toClientQuestions } from './client-questions.js';
import { toLinesLegend } from './legend.js';
import type { WhyNotRequest } from './match-request.dto.js';
import { toPlacedProgram } from './placed-program.js';
import { rowsOf, trackFor } from './program-question.js';
import { type ReadRequest, RequestReader } from './need/request-reader.js';
import { WHY_NOT_ENGLISH_ONLY, type WhyNotAnswer } from './why-not.dto.js';

/** Explains why a program is in a list or not, what place it has or would have, and what would have to change. */
@Injectable()
export class WhyNotService {
  constructor(private readonly requests: RequestReader) {}

  async explain(request: WhyNotRequest, language: Language): Promise<WhyNotAnswer> {
    const read = await this.requests.read(request, language);
    const { first, ranking } = read;
    // Refused before the response is held, so that a wrong id is reported without an acknowledgement.
    const rows = rowsOf(read.snapshot, [{ id: request.programId, pointer: '/programId' }]);
    return {
      ...first,
      ...(first.held
        ? { whyNot: null, legend: toLinesLegend([], read.snapshot.today), askClient: [] }
        : whyNot(request.purpose, read, rows, language)),
      ranking,
      language,
      englishOnly: englishOnly(WHY_NOT_ENGLISH_ONLY, language),
    };
  }
}

function whyNot(
  wanted: WhyNotRequest['purpose'],
  read: ReadRequest,
  rows: readonly number[],
  language: Language,
): Pick<WhyNotAnswer, 'whyNot' | 'legend' | 'askClient'> {
  const { snapshot, need } = read;
  const track = trackFor(need, snapshot, rows, wanted);
  const { purpose } = track;
  const placed = findRanks(new Query(snapshot.index, track.needOf(need), snapshot), track, rows);
  return {
    whyNot: { purpose, ...toPlacedProgram(placed[0]!, track, read, language) },
    legend: toLinesLegend(placed, snapshot.today),
    askClient: toClientQuestions([{ purpose, askClient: clientQuestionsAbout(placed) }], need, language),
  };
}
