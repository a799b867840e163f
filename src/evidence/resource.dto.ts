import { ApiProperty } from '@nestjs/swagger';
import { TREATED_CONDITIONS, type TreatedCondition } from '../core/vocabulary/conditions.js';
import { type Weekday, WEEKDAYS } from '../core/vocabulary/services.js';
import { Code, QueryCodes } from '../http/validation/codes.decorators.js';
import { LanguageTag } from '../http/validation/language.decorators.js';
import { PostalCodeText } from '../http/validation/postal-code.decorator.js';
import { TimeOfDay } from '../http/validation/time-of-day.decorator.js';
import { QueryNumber } from '../http/validation/value.decorators.js';
import { MeetingResponse } from './meetings/meeting.dto.js';
import {
  APPROACH_FITS,
  type ApproachFit,
  CONFIRMABLE_FIELDS,
  type ConfirmableField,
  RESOURCE_AUDIENCES,
  RESOURCE_COSTS,
  RESOURCE_GOALS,
  RESOURCE_KINDS,
  RESOURCE_MODALITIES,
  RESOURCE_OUTLOOKS,
  type ResourceAudience,
  type ResourceGoal,
  type ResourceKind,
  type ResourceModality,
  type ResourceOutlook,
  type ShownResource,
  VERIFIED_LEVELS,
  type VerifiedLevel,
} from './resource.js';

/** Which resources to list; by default all verified ones. */
export class ResourceQuery {
  @QueryCodes(RESOURCE_AUDIENCES, {
    name: 'ResourceAudience',
    description: '`self`: for the person who uses substances. `family`: for anyone close to them',
  })
  audience?: ResourceAudience[];

  /** What it offers. */
  @QueryCodes(RESOURCE_KINDS, { name: 'ResourceKind' })
  kind?: ResourceKind[];

  @QueryCodes(TREATED_CONDITIONS, {
    name: 'TreatedCondition',
    description: 'Resources for one of these conditions, or for any condition',
  })
  condition?: TreatedCondition[];

  @LanguageTag({
    optional: true,
    description:
      'A BCP 47 tag in any letters; its region is not asked for. Resources whose languages are not confirmed are listed last, with `languages: null`',
    example: 'es',
  })
  language?: string;

  /** A ZIP code: the answer has `meetings` of mutual help around it. Nothing of this is stored or logged. */
  @PostalCodeText({ optional: true })
  near?: string;

  /** How far around, from its center; 40 by default. Needs `near`. */
  @QueryNumber({ min: 1, max: 300 })
  radiusKm?: number;

  /** Only meetings on this day, local to `near`. */
  @Code(WEEKDAYS, { name: 'Weekday', optional: true })
  day?: Weekday;

  /** Only meetings that start at this time or later, HH:MM local to `near`. */
  @TimeOfDay('start', { optional: true })
  after?: string;
}

export class ResourceOrientation {
  @ApiProperty({ enum: RESOURCE_GOALS, nullable: true })
  goal: ResourceGoal | null;

  @ApiProperty({ enum: RESOURCE_OUTLOOKS, nullable: true })
  outlook: ResourceOutlook | null;
}

export class ResourceApproach {
  /** An approach of the evidence registry. */
  @ApiProperty({ example: 'smart-recovery' })
  code: string;

  /**
   * `direct`: the resource is that approach. `partial`: it is built on the approach, and the approach's rating does not
   * apply to it.
   */
  @ApiProperty({ enum: APPROACH_FITS })
  fit: ApproachFit;
}

export class ResourceContactResponse {
  /** Telephone number. */
  @ApiProperty({ type: String, nullable: true })
  call: string | null;

  /** What to text, and where. */
  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @ApiProperty({ type: String, nullable: true })
  email: string | null;
}

/** A national resource. Listing is not endorsement; `null` means not known or not confirmed. */
export class ResourceResponse {
  @ApiProperty({ example: 'smart-recovery' })
  id: string;

  @ApiProperty({ example: 'SMART Recovery' })
  name: string;

  @ApiProperty({ enum: RESOURCE_KINDS, enumName: 'ResourceKind' })
  kind: ResourceKind;

  description: string;

  /** Read this before you use it. */
  @ApiProperty({ type: String, nullable: true })
  caution: string | null;

  @ApiProperty({ enum: RESOURCE_AUDIENCES, enumName: 'ResourceAudience', isArray: true })
  audience: readonly ResourceAudience[];

  @ApiProperty({ enum: TREATED_CONDITIONS, enumName: 'TreatedCondition', isArray: true })
  conditions: readonly TreatedCondition[];

  /** Who it is for, in plain words. */
  @ApiProperty({ type: [String] })
  populations: readonly string[];

  @ApiProperty({ enum: RESOURCE_MODALITIES, isArray: true, nullable: true })
  modalities: readonly ResourceModality[] | null;

  /** ISO 639 codes. */
  @ApiProperty({ type: [String], nullable: true, example: ['en', 'es'] })
  languages: readonly string[] | null;

  /** Further languages, in words. */
  @ApiProperty({ type: String, nullable: true })
  otherLanguages: string | null;

  @ApiProperty({ enum: RESOURCE_COSTS.filter((cost) => cost !== 'unknown'), nullable: true })
  cost: 'free' | 'paid' | 'mixed' | null;

  @ApiProperty({ type: ResourceOrientation, nullable: true })
  orientation: ResourceOrientation | null;

  @ApiProperty({ type: ResourceApproach, nullable: true })
  approach: ResourceApproach | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  url: string | null;

  /** Where to find a group or a place near you. */
  @ApiProperty({ type: String, format: 'uri', nullable: true })
  finderUrl: string | null;

  @ApiProperty({ type: ResourceContactResponse, nullable: true })
  contact: ResourceContactResponse | null;

  /** Fields left out because they are not confirmed. */
  @ApiProperty({ enum: CONFIRMABLE_FIELDS, isArray: true })
  notConfirmed: readonly ConfirmableField[];

  /** Which sources were read to confirm that it exists and is as described. */
  @ApiProperty({ enum: VERIFIED_LEVELS })
  verifiedLevel: VerifiedLevel;

  @ApiProperty({ format: 'date', example: '2026-11-23' })
  checkedOn: string;

  static of(resource: ShownResource): ResourceResponse {
    return { ...resource };
  }
}

export class ResourceListResponse {
  @ApiProperty({ type: 'integer', minimum: 0 })
  total: number;

  /** Sorted by id; the order is not a ranking. */
  @ApiProperty({ type: [ResourceResponse] })
  resources: ResourceResponse[];

  /** With `near` alone: by day, start and distance, at most 200. Lists count for 180 days. */
  @ApiProperty({ type: [MeetingResponse], required: false })
  meetings?: MeetingResponse[];

  /** How many meetings there are, with `near` alone. */
  @ApiProperty({ type: 'integer', minimum: 0, required: false })
  meetingsTotal?: number;
}
