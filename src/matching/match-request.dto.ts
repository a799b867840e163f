import { NeedRequest } from '../assessments/need-request.dto.js';
import { type Purpose, PURPOSES } from '../core/matching/codes.js';
import { NEAR_MISSES } from '../core/matching/ranking.js';
import { Code, Codes } from '../http/validation/codes.decorators.js';
import { CompiledBody } from '../http/validation/compiled-body.decorator.js';
import { NumberWithin, Text, Uuid, Uuids } from '../http/validation/value.decorators.js';

export const DETAILS = ['full', 'brief'] as const;
export type Detail = (typeof DETAILS)[number];

/** A need, and the requested page. */
@CompiledBody()
export class MatchRequest extends NeedRequest {
  /**
   * `full`, if omitted: every verdict with its source, every criterion with its numbers. `brief`: place, telephone, three
   * reasons and the questions to ask.
   */
  @Code(DETAILS, { optional: true })
  detail?: Detail;

  /** Matches per track and page; 10 if omitted. */
  @NumberWithin({ min: 1, max: 100, integer: true, optional: true })
  limit?: number;

  /** Near misses per track; 5 if omitted, 0 for none. */
  @NumberWithin({ min: 0, max: NEAR_MISSES, integer: true, optional: true })
  nearMisses?: number;

  /** The lists to answer; all that the need opens if omitted. A cursor continues its own list. */
  @Codes(PURPOSES, { optional: true, min: 1 })
  tracks?: Purpose[];

  /** `nextCursor` of a track; the response continues that track only. */
  @Text({ optional: true, max: 1000 })
  cursor?: string;
}

/** A need, and the program in question. */
@CompiledBody()
export class WhyNotRequest extends NeedRequest {
  @Uuid()
  programId: string;

  /** The list in which to look for it; if omitted, the first list it belongs to. */
  @Code(PURPOSES, { optional: true })
  purpose?: Purpose;
}

/** A need, and the programs to compare. */
@CompiledBody()
export class CompareRequest extends NeedRequest {
  @Uuids({ min: 2, max: 5 })
  programIds: string[];

  /** The list in which to compare them; if omitted, the first list that all of them belong to. */
  @Code(PURPOSES, { optional: true })
  purpose?: Purpose;
}
