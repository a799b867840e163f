import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openQuestions } from '../core/curation/call-questions.js';
import { findPostalCode, unknownPostalCode } from '../directory/postal-codes.js';
import { Cursors } from '../http/pages/cursors.js';
import { pageOf } from '../http/pages/page-of.js';
import { Problem } from '../http/problem.js';
import type { CallPage, CallQuery, CallResponse } from './call.dto.js';
import { CALL_RADIUS_KM, type CallRow, CALLS_NAMED, programsToCall } from './call.queries.js';

interface Position {
  readonly worth: number;
  readonly id: string;
}

/** Whom to call, and what to ask: the directory learns what would help most. */
@Injectable()
export class CallService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Problem 422 for a ZIP code that is not known, and for a distance from nowhere */
  async list(query: CallQuery): Promise<CallPage> {
    const { cursor, limit = CALLS_NAMED, ...where } = query;
    const codec = await this.cursors.codec();
    // A cursor belongs to one list: with other filters it is not a valid cursor.
    const kind = `calls ${JSON.stringify(where)}`;
    const after = cursor === undefined ? undefined : (codec.decode(kind, cursor) as Position);
    const rows = await programsToCall(this.dataSource, {
      ...(query.state === undefined ? {} : { state: query.state }),
      ...withinOf(query),
      ...(after ? { after } : {}),
      limit: limit + 1,
    });
    const { page, last } = pageOf(rows, limit);
    return {
      calls: page.map(asCall),
      ...(last ? { nextCursor: codec.encode(kind, { worth: last.worth, id: last.id }) } : {}),
    };
  }
}

/** A program with its open questions. */
export function asCall({ facts, ...program }: CallRow): CallResponse {
  const questions = openQuestions(facts).map(({ question, facts: asked, weight }) => ({
    question,
    facts: [...asked],
    weight,
  }));
  return { ...program, phone: program.phone!, questions };
}

function withinOf({ near, radiusKm }: CallQuery) {
  if (near === undefined) {
    if (radiusKm === undefined) return {};
    throw Problem.unprocessable([
      { parameter: 'radiusKm', message: 'a distance needs a place to measure from; give near' },
    ]);
  }
  const found = findPostalCode(near);
  if (!found) throw Problem.unprocessable([{ parameter: 'near', message: unknownPostalCode(near, 'state') }]);
  const { latitude, longitude } = found;
  return { within: { latitude, longitude, meters: (radiusKm ?? CALL_RADIUS_KM) * 1000 } };
}
