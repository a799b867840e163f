import { ApiProperty } from '@nestjs/swagger';
import { deliveredApproaches } from '../core/directory/delivered-approaches.js';
import {
  type Origin,
  type ResolvedFacts,
  type Resting,
  surestOrigin,
  yesCodes,
} from '../core/directory/resolved-facts.js';
import { type Freshness, freshness } from '../core/directory/shelf-life.js';
import { type Standing, STANDINGS } from '../core/directory/source-record.js';
import {
  LEVELS_OF_CARE,
  type LevelOfCare,
  type Overlay,
  OVERLAYS,
} from '../core/vocabulary/levels-of-care.js';
import { type Medication, MEDICATIONS } from '../core/vocabulary/medications.js';
import { type Payer, PAYERS } from '../core/vocabulary/payment.js';
import { type Modality, MODALITIES } from '../core/vocabulary/services.js';
import { COORDINATE_PRECISIONS, type CoordinatePrecision } from './location.entity.js';

export class OrganizationReference {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class LocationResponse {
  street1: string;

  @ApiProperty({ type: String, nullable: true })
  street2: string | null;

  city: string;

  @ApiProperty({ example: 'CT' })
  state: string;

  @ApiProperty({ example: '06511' })
  postalCode: string;

  /** Degrees, WGS 84; `null` where nobody knows. */
  @ApiProperty({ type: Number, nullable: true })
  latitude: number | null;

  @ApiProperty({ type: Number, nullable: true })
  longitude: number | null;

  /** `postal-code`: the middle of its postal code, not its door. */
  @ApiProperty({ enum: COORDINATE_PRECISIONS, nullable: true })
  coordinatePrecision: CoordinatePrecision | null;

  /** IANA name. */
  @ApiProperty({ type: String, nullable: true })
  timeZone: string | null;
}

/** Medications the program is known to start, or to continue for people who come on them. */
export class MedicationSummary {
  @ApiProperty({ enum: MEDICATIONS, isArray: true })
  starts: Medication[];

  @ApiProperty({ enum: MEDICATIONS, isArray: true })
  continues: Medication[];

  @ApiProperty({ enum: MEDICATIONS, isArray: true })
  refuses: Medication[];
}

/** Where a fact is from, since when, how sure that is and how old. */
export class FactOrigin {
  @ApiProperty({ example: 'samhsa' })
  source: string;

  @ApiProperty({ format: 'date' })
  asOf: string;

  @ApiProperty({ enum: STANDINGS })
  standing: Standing;

  /** A year is fresh, two are ageing, more is stale. */
  @ApiProperty({ enum: ['fresh', 'ageing', 'stale'] })
  freshness: Freshness;

  /** Who says so, where a person or a representative of the provider does. */
  by?: string;

  /** How many observers say the same, where people confirmed it. */
  @ApiProperty({ required: false, minimum: 1 })
  confirmedBy?: number;

  /** The first day on which it does not count any more, where it ends before its shelf life. */
  @ApiProperty({ required: false, format: 'date' })
  expiresOn?: string;

  /** @param today YYYY-MM-DD */
  static at(
    { source, asOf, standing, by, expiresOn }: Origin,
    today: string,
    { confirmedBy }: Pick<Resting, 'confirmedBy'> = {},
  ): FactOrigin {
    return {
      source,
      asOf,
      standing,
      freshness: freshness(asOf, today),
      ...(by === undefined ? {} : { by }),
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    };
  }
}

/** What a list shows of a program. What is not listed is not known, or known not to be offered. */
export class ProgramSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ type: String, nullable: true })
  nameDetail: string | null;

  /** Made up for demonstration: nobody answers there. */
  fictional: boolean;

  organization: OrganizationReference;

  location: LocationResponse;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: String, isArray: true })
  intakePhones: string[];

  @ApiProperty({ type: String, nullable: true })
  website: string | null;

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

  /** Of the surest record that anything known of it rests on. */
  record: FactOrigin;

  /** @param today YYYY-MM-DD */
  static of(row: ProgramRow, today: string): ProgramSummary {
    const { facts, organizationId, organizationName, latitude, longitude, ...rest } = row;
    const best = surestOrigin(facts) ?? {
      source: row.source,
      asOf: row.sourceAsOf,
      standing: 'self-reported' as const,
    };
    return {
      id: rest.id,
      name: rest.name,
      nameDetail: rest.nameDetail,
      fictional: rest.fictional,
      organization: { id: organizationId, name: organizationName },
      location: {
        street1: rest.street1,
        street2: rest.street2,
        city: rest.city,
        state: rest.state,
        postalCode: rest.postalCode,
        latitude,
        longitude,
        coordinatePrecision: rest.coordinatePrecision,
        timeZone: rest.timeZone,
      },
      phone: rest.phone,
      intakePhones: rest.intakePhones,
      website: rest.website,
      levelsOfCare: inOrder(LEVELS_OF_CARE, yesCodes(facts, 'levelsOfCare')),
      overlays: inOrder(OVERLAYS, yesCodes(facts, 'overlays')),
      modalities: inOrder(MODALITIES, yesCodes(facts, 'modalities')),
      medications: medicationSummary(facts),
      payers: inOrder(PAYERS, yesCodes(facts, 'payers')),
      approaches: deliveredApproaches(facts).map(({ approach }) => approach),
      record: FactOrigin.at(best, today),
    };
  }
}

/** A published program with its place and organization, as one row. */
export interface ProgramRow {
  id: string;
  name: string;
  nameDetail: string | null;
  fictional: boolean;
  phone: string | null;
  intakePhones: string[];
  website: string | null;
  facts: ResolvedFacts;
  source: string;
  sourceAsOf: string;
  organizationId: string;
  organizationName: string;
  street1: string;
  street2: string | null;
  city: string;
  state: string;
  postalCode: string;
  latitude: number | null;
  longitude: number | null;
  coordinatePrecision: CoordinatePrecision | null;
  timeZone: string | null;
}

function inOrder<Code extends string>(vocabulary: readonly Code[], codes: readonly string[]): Code[] {
  return vocabulary.filter((code) => codes.includes(code));
}

function medicationSummary(facts: ResolvedFacts): MedicationSummary {
  const by = (wanted: string) => MEDICATIONS.filter((code) => facts.medications[code]?.stance === wanted);
  return { starts: by('starts'), continues: by('continues'), refuses: by('refuses') };
}
