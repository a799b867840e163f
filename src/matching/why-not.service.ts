import { Injectable } from '@nestjs/common';
import { englishOnly } from '../assessments/english-only.js';
import { Inquiry } from '../core/matching/index/inquiry.js';
import { placesOf } from '../core/matching/index/place-of-program.js';
import { relaxationsFor } from '../core/matching/why-not.js';
import type { Language } from '../core/vocabulary/languages.js';
import { shownIn, toExplained, toScored } from './match-answer.js';
import type { WhyNotRequest } from './match-request.dto.js';
import { rowsOf, trackFor } from './program-question.js';
import { type ReadRequest, RequestReader } from './request-reader.js';
import { WHY_NOT_ENGLISH_ONLY, type WhyNotAnswer, type WhyNotResponse } from './why-not.dto.js';

/** Tells why a program is in a list or not, where it stands or would stand, and what would have to change. */
@Injectable()
export class WhyNotService {
  constructor(private readonly requests: RequestReader) {}

  async explain(request: WhyNotRequest, language: Language): Promise<WhyNotAnswer> {
    const read = await this.requests.read(request, language);
    const { first, ranking } = read;
    // Refused before it is held, so that a wrong id does not wait for an acknowledgement to be told.
    const rows = rowsOf(read.snapshot, [{ id: request.programId, pointer: '/programId' }]);
    return {
      ...first,
      whyNot: first.held ? null : whyNot(request, read, rows, language),
      ranking,
      language,
      englishOnly: englishOnly(WHY_NOT_ENGLISH_ONLY, language),
    };
  }
}

function whyNot(
  { programId, purpose }: WhyNotRequest,
  { snapshot, need }: ReadRequest,
  rows: readonly number[],
  language: Language,
): WhyNotResponse {
  const track = trackFor(need, snapshot, rows, purpose);
  const [placed] = placesOf(new Inquiry(snapshot.index, need, snapshot), track, rows);
  const candidate = snapshot.index.columns.candidateAt(rows[0]!);
  const { tier, place, of, constraints } = placed!;
  const shown = shownIn(snapshot, programId);
  return {
    program: shown.program,
    purpose: track.purpose,
    inList: track.includes(candidate),
    tier,
    ...toScored(placed!),
    place,
    of,
    ...toExplained(placed!, shown, snapshot, language),
    relaxations: relaxationsFor(need, candidate, track, snapshot, constraints).map((each) => ({
      ...each,
      change: { ...each.change },
    })),
  };
}
