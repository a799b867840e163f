import { ApiProperty } from '@nestjs/swagger';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import type { FactKey } from '../core/directory/source-record.js';
import { STATES, type State } from '../core/vocabulary/places.js';
import { Code } from '../http/validation/codes.decorators.js';
import { PostalCodeText } from '../http/validation/postal-code.decorator.js';
import { QueryNumber, Text } from '../http/validation/value.decorators.js';

/** Which programs to call. */
export class CallQuery {
  /** Programs in this state. */
  @Code(STATES, { optional: true, name: 'State' })
  state?: State;

  /** Programs around the center of this ZIP code. */
  @PostalCodeText({ optional: true })
  near?: string;

  /** With `near`; 40 if omitted. */
  @QueryNumber({ min: 1, max: 500 })
  radiusKm?: number;

  /** Programs per page; 20 if omitted. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  /** `nextCursor` of the previous page. */
  @Text({ optional: true, max: 1000 })
  cursor?: string;
}

/** A question that a call settles, with the facts that the answer states. */
export class CallQuestionResponse {
  question: string;

  @ApiProperty({ enum: FACT_KEYS, enumName: 'Fact', isArray: true })
  facts: FactKey[];

  /** How much an answer moves matches, against the other questions. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  weight: number;
}

/** A program to call. */
export class CallResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ type: String, nullable: true })
  nameDetail: string | null;

  phone: string;

  city: string;

  @ApiProperty({ example: 'CT' })
  state: string;

  /** The weights of its open questions together. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  worth: number;

  /** The most telling first. State the answers as observations. */
  @ApiProperty({ type: () => CallQuestionResponse, isArray: true })
  questions: CallQuestionResponse[];
}

export class CallPage {
  /** Those first whose answers are worth most. */
  @ApiProperty({ type: () => CallResponse, isArray: true })
  calls: CallResponse[];

  /** Absent on the last page. */
  nextCursor?: string;
}
