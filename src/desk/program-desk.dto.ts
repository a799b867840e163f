import { ApiProperty } from '@nestjs/swagger';
import type { StatedFacts } from '../core/directory/source-record.js';
import { STATES } from '../core/vocabulary/places.js';
import { Code } from '../http/validation/codes.decorators.js';
import { NestedObject } from '../http/validation/nested.decorators.js';
import { PostalCodeText } from '../http/validation/postal-code.decorator.js';
import { NOT_BLANK, NumberWithin, Text } from '../http/validation/value.decorators.js';
import { FactsObject } from './fact-value.decorators.js';
import { PHONE_SCHEMA, PhoneNumber, PhoneNumbers, PHONES_SCHEMA } from './phone-number.decorator.js';

const WEBSITE = {
  matches: /^https?:\/\/[^\s/]+\.[^\s]+$/,
  message: 'must be an address such as https://example.org',
};

export class NewOrganization {
  @Text({ max: 200, isName: true })
  name: string;
}

/** Degrees, WGS 84. */
export class NewCoordinates {
  @NumberWithin({ min: -90, max: 90 })
  latitude: number;

  @NumberWithin({ min: -180, max: 180 })
  longitude: number;
}

export class NewLocation {
  @Text({ max: 200 })
  street1: string;

  @Text({ optional: true, max: 200 })
  street2?: string;

  @Text({ max: 100 })
  city: string;

  @Code(STATES)
  state: (typeof STATES)[number];

  @PostalCodeText()
  postalCode: string;

  /** Of the street address. If omitted, the center of the postal code area is used, and marked as such. */
  @NestedObject(() => NewCoordinates, { optional: true })
  coordinates?: NewCoordinates;
}

/** A program that no source lists. */
export class NewProgramRequest {
  @Text({ max: 200, isName: true })
  name: string;

  @Text({ optional: true, max: 200, isName: true })
  nameDetail?: string;

  @NestedObject(() => NewOrganization)
  organization: NewOrganization;

  @NestedObject(() => NewLocation)
  location: NewLocation;

  @PhoneNumber({ optional: true })
  phone?: string;

  @PhoneNumbers({ optional: true })
  intakePhones?: string[];

  @Text({ optional: true, max: 500, pattern: WEBSITE })
  website?: string;

  /** As a source states them. */
  @FactsObject({ example: { conditions: { yes: ['alcohol'] }, levelsOfCare: { yes: ['iop'] } } })
  facts: StatedFacts;

  /** `self-reported`: as the program describes itself. `verified`: we saw it. */
  @Code(['self-reported', 'verified'])
  standing: 'self-reported' | 'verified';

  @Text({ max: 500, description: 'Where it was found, for the audit trail.' })
  why: string;
}

/** The editable fields of a program, as far as a patch names them. */
export class EditableProgram {
  @Text({ optional: true, max: 200 })
  name?: string;

  @Text({ optional: true, max: 200, isName: true })
  nameDetail?: string;

  @PhoneNumber({ optional: true })
  phone?: string;

  @PhoneNumbers({ optional: true })
  intakePhones?: string[];

  @Text({ optional: true, max: 500, pattern: WEBSITE })
  website?: string;

  @FactsObject({ optional: true })
  facts?: StatedFacts;

  @Text({ optional: true, max: 500 })
  why?: string;
}

/** The fields to change: an omitted field keeps its value, `null` removes it. */
export class ProgramPatchBody {
  @ApiProperty({ required: false, maxLength: 200, pattern: NOT_BLANK })
  name?: string;

  @ApiProperty({ type: String, required: false, nullable: true, maxLength: 200, pattern: NOT_BLANK })
  nameDetail?: string | null;

  /** Answered as `203-555-0100 x12`, letters as the digits on their keys. */
  @ApiProperty({ ...PHONE_SCHEMA, required: false, nullable: true })
  phone?: string | null;

  @ApiProperty({ ...PHONES_SCHEMA, required: false, nullable: true })
  intakePhones?: string[] | null;

  @ApiProperty({
    type: String,
    required: false,
    nullable: true,
    maxLength: 500,
    pattern: WEBSITE.matches.source,
  })
  website?: string | null;

  /**
   * Corrections by the desk. A fact given here is verified as of today; `{"waitDays": null}` removes the correction; a
   * fact that is left out keeps its correction and date.
   */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    selfRequired: false,
    nullable: true,
    example: { slidingFee: true, waitDays: null },
  })
  facts?: Record<string, unknown> | null;

  /** For the audit trail. */
  @ApiProperty({ required: false, maxLength: 500, pattern: NOT_BLANK })
  why?: string;
}
