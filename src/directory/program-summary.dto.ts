import { ApiProperty } from '@nestjs/swagger';
import type { Freshness } from '../core/directory/shelf-life.js';
import { type Standing, STANDINGS } from '../core/directory/source-record.js';
import {
  LEVELS_OF_CARE,
  type LevelOfCare,
  type Overlay,
  OVERLAYS,
} from '../core/vocabulary/levels-of-care.js';
import { type Medication, MEDICATIONS } from '../core/vocabulary/medications.js';
import { type Payer, PAYERS } from '../core/vocabulary/payment.js';
import { COORDINATE_PRECISIONS, type CoordinatePrecision } from '../core/directory/coordinates.js';
import { type Modality, MODALITIES } from '../core/vocabulary/services.js';

export class OrganizationReference {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

/** Who states where a door is. */
export class CoordinateOrigin {
  @ApiProperty({ example: 'hrsa-health-centers' })
  source: string;

  @ApiProperty({ format: 'date' })
  asOf: string;
}

export class LocationResponse {
  /** `null` if not known: some sources leave out streets that must stay secret. */
  @ApiProperty({ type: String, nullable: true })
  street1: string | null;

  @ApiProperty({ type: String, nullable: true })
  street2: string | null;

  city: string;

  @ApiProperty({ example: 'CT' })
  state: string;

  @ApiProperty({ example: '06511' })
  postalCode: string;

  /** Degrees, WGS 84; `null` if not known. */
  @ApiProperty({ type: Number, nullable: true })
  latitude: number | null;

  @ApiProperty({ type: Number, nullable: true })
  longitude: number | null;

  /** `postal-code`: the center of its postal code area, not its street address. */
  @ApiProperty({ enum: COORDINATE_PRECISIONS, nullable: true })
  coordinatePrecision: CoordinatePrecision | null;

  /** Who states the point of the street address. Absent for the center of a postal code area. */
  @ApiProperty({ required: false, type: () => CoordinateOrigin })
  coordinateOrigin?: CoordinateOrigin;

  /** IANA name. */
  @ApiProperty({ type: String, nullable: true })
  timeZone: string | null;
}

/** Medications the program is known to start, or to continue for people who already take them. */
export class MedicationSummary {
  @ApiProperty({ enum: MEDICATIONS, isArray: true })
  starts: Medication[];

  @ApiProperty({ enum: MEDICATIONS, isArray: true })
  continues: Medication[];

  @ApiProperty({ enum: MEDICATIONS, isArray: true })
  refuses: Medication[];
}

/** Source of a fact, its date, reliability and age. */
export class FactOriginResponse {
  @ApiProperty({ example: 'samhsa' })
  source: string;

  @ApiProperty({ format: 'date' })
  asOf: string;

  @ApiProperty({ enum: STANDINGS })
  standing: Standing;

  /** Up to one year is fresh, up to two years is ageing, more is stale. */
  @ApiProperty({ enum: ['fresh', 'ageing', 'stale'] })
  freshness: Freshness;

  /** Who reported it, if a person or a representative of the provider did. */
  by?: string;

  /** How many observers confirm it, if it was confirmed by people. */
  @ApiProperty({ required: false, minimum: 1 })
  confirmedBy?: number;

  /** The first day on which it no longer counts, if that is before its shelf life ends. */
  @ApiProperty({ required: false, format: 'date' })
  expiresOn?: string;
}

/** What a list shows of a program. What is absent is unknown, or known not to be offered. */
export class ProgramSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ type: String, nullable: true })
  nameDetail: string | null;

  /** Fictional, for demonstration: it cannot be contacted. */
  fictional: boolean;

  organization: OrganizationReference;

  location: LocationResponse;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: String, isArray: true })
  intakePhones: string[];

  @ApiProperty({ type: String, nullable: true })
  website: string | null;

  /** Who states the telephone, and as of which day. Absent if that is not known. */
  @ApiProperty({ required: false, type: () => FactOriginResponse })
  phoneOrigin?: FactOriginResponse;

  /** Who states the web site, and as of which day: one of years ago may have changed hands. Absent if that is not known. */
  @ApiProperty({ required: false, type: () => FactOriginResponse })
  websiteOrigin?: FactOriginResponse;

  @ApiProperty({ enum: LEVELS_OF_CARE, isArray: true })
  levelsOfCare: LevelOfCare[];

  @ApiProperty({ enum: OVERLAYS, isArray: true })
  overlays: Overlay[];

  @ApiProperty({ enum: MODALITIES, isArray: true })
  modalities: Modality[];

  medications: MedicationSummary;

  @ApiProperty({ enum: PAYERS, isArray: true })
  payers: Payer[];

  /** Codes of the evidence registry that the program claims to deliver. */
  @ApiProperty({ type: String, isArray: true })
  approaches: string[];

  /** Provenance of the most reliable record that any of its facts rest on. */
  record: FactOriginResponse;

  /**
   * Its source names it no more since this day. It may be closed, have moved or have another name: ask whether it is still
   * there. It stays listed for 90 days, since people reported on it within a year. Absent for all others.
   */
  @ApiProperty({ required: false, format: 'date' })
  notListedSince?: string;
}
