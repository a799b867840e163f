import { ApiProperty } from '@nestjs/swagger';
import { LONGEST_LINK_DAYS } from '../core/curation/observation-life.js';
import type { StatedFacts } from '../core/directory/source-record.js';
import { CalendarDate, NumberWithin, Text } from '../http/validation/value.decorators.js';
import { FactsObject } from './fact-value.decorators.js';

export class AttestationLinkRequest {
  @NumberWithin({ min: 1, max: LONGEST_LINK_DAYS, integer: true })
  expiresInDays: number;

  @Text({
    max: 500,
    description: 'For the audit trail, such as how it was requested. No personal addresses.',
  })
  why: string;
}

/** Send it to the provider by a channel you know is theirs. The holder of the token speaks for the program, once. */
export class AttestationLinkResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  programId: string;

  /** Signed by this installation. Shown only once and not stored. */
  token: string;

  /** Where to post the token with the facts. */
  @ApiProperty({ example: '/v1/attestations' })
  path: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

/** What a provider says about its own program. */
export class AttestationRequest {
  @Text({ max: 1000 })
  token: string;

  /** As a source states them, such as `{ "waitDays": 3, "payers": { "yes": ["medicaid"] } }`. */
  @FactsObject({ example: { waitDays: 3 } })
  facts: StatedFacts;

  @Text({
    max: 100,
    isName: true,
    description: 'Who attests it, as shown publicly: a role is enough.',
    example: 'Intake director',
  })
  by: string;

  @CalendarDate({ description: 'The day on which this is true.' })
  learnedOn: string;
}
