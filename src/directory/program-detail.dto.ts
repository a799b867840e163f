import { ANY_VALUE } from '../http/validation/any-value.js';
import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { deliveredApproaches } from '../core/directory/delivered-approaches.js';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import type { Origin, ResolvedFacts, Stance } from '../core/directory/resolved-facts.js';
import { staleOn } from '../core/directory/shelf-life.js';
import { type Standing, STANDINGS, type StatedFacts } from '../core/directory/source-record.js';
import {
  type Medication,
  MEDICATION_STANCES,
  type MedicationStance,
  MEDICATIONS,
} from '../core/vocabulary/medications.js';
import type { ProgramDetailRow } from './program-detail.queries.js';
import { PROGRAM_STATUSES, type ProgramStatus } from './program.entity.js';
import { FactOriginResponse, ProgramSummary } from './program-summary.dto.js';
import { originAt, summarizeProgram } from './summarize-program.js';

export class CodeFactResponse extends FactOriginResponse {
  code: string;

  /** `maybe`: the category was reported, but not whether it includes this code. */
  @ApiProperty({ enum: ['yes', 'no', 'maybe'] })
  stance: Stance;
}

/** What is known about a list. An absent code is unknown, or `no` if `complete` names a source. */
export class ListFactResponse {
  @ApiProperty({ type: () => CodeFactResponse, isArray: true })
  codes: CodeFactResponse[];

  /** The source that claims the list is complete; `null` if none does. */
  @ApiProperty({ type: () => FactOriginResponse, nullable: true })
  complete: FactOriginResponse | null;
}

export class ValueFactResponse extends FactOriginResponse {
  @ApiProperty({
    ...ANY_VALUE,
    description: 'A number, a text, true or false, a list or an object, by the fact',
    example: 7,
  })
  value: unknown;
}

export class MedicationFactResponse extends FactOriginResponse {
  @ApiProperty({ enum: MEDICATIONS })
  medication: Medication;

  @ApiProperty({ enum: MEDICATION_STANCES })
  stance: MedicationStance;
}

export class ExpiredFactResponse extends FactOriginResponse {
  fact: string;

  /** The day from which it no longer counts as known. */
  @ApiProperty({ format: 'date' })
  staleSince: string;
}

/** Observers disagree; if none of their values has more observers than any other, the fact is unknown. */
export class DisputedFactResponse {
  @ApiProperty({ example: 'payers' })
  fact: string;

  /** The code in the list, or the medication; absent if the fact is a single value. */
  code?: string;

  /** `true`: a majority agrees, and their value counts. `false`: it is unknown until it is settled. */
  settled: boolean;

  /** Who disagrees with the current value; everyone who reported one if there is no current value. */
  @ApiProperty({ type: () => FactOriginResponse, isArray: true })
  against: FactOriginResponse[];
}

export class ApproachClaimResponse {
  /** Code of the evidence registry, at `/v1/approaches/{code}`. */
  approach: string;
  name: string;

  /** How reliable the claim is. */
  @ApiProperty({ enum: STANDINGS })
  provenance: Standing;

  source: string;

  @ApiProperty({ format: 'date' })
  asOf: string;

  /** Who verified, attested or confirmed it, if a person or a representative of the provider did. */
  by?: string;

  /** The first day on which it no longer counts, if it expires. */
  @ApiProperty({ required: false, format: 'date' })
  expiresOn?: string;
}

@ApiExtraModels(ListFactResponse, ValueFactResponse)
export class FactsResponse {
  /** Facts that are lists of codes, by name. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/ListFactResponse' } })
  lists: Record<string, ListFactResponse>;

  /** Facts that are single values, by name. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/ValueFactResponse' } })
  values: Record<string, ValueFactResponse>;

  @ApiProperty({ type: () => MedicationFactResponse, isArray: true })
  medications: MedicationFactResponse[];

  /** Facts that were reported once and are past their shelf life: they count as unknown. */
  @ApiProperty({ type: () => ExpiredFactResponse, isArray: true })
  expired: ExpiredFactResponse[];

  /** Facts on which observers disagree. */
  @ApiProperty({ type: () => DisputedFactResponse, isArray: true })
  disputed: DisputedFactResponse[];

  /** Facts that were not reported, or on which observers disagree. */
  @ApiProperty({ type: String, isArray: true })
  unknown: string[];
}

/** What one source states, in the directory's terms and in its own. */
export class SourceRecordResponse extends FactOriginResponse {
  @ApiProperty({ type: 'object', additionalProperties: true })
  facts: StatedFacts;

  /** Text by column, as printed by the source. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  verbatim: Record<string, string>;

  /** How a person learned it: a call, a visit, a certificate. */
  how?: string;
}

/** Everything known about a program, with sources and dates. */
export class ProgramDetail extends ProgramSummary {
  /** `withdrawn`: no longer offered or no longer listed by its source. It stays readable and is never matched. */
  @ApiProperty({ enum: PROGRAM_STATUSES })
  status: ProgramStatus;

  version: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** When a fact was last verified; `null` if never. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  verifiedOn: string | null;

  /** Ids of programs that became this one: their addresses redirect to it. Absent if there are none. */
  @ApiProperty({ required: false, type: String, format: 'uuid', isArray: true })
  mergedFrom?: string[];

  facts: FactsResponse;

  @ApiProperty({ type: () => ApproachClaimResponse, isArray: true })
  claims: ApproachClaimResponse[];

  @ApiProperty({ type: () => SourceRecordResponse, isArray: true })
  records: SourceRecordResponse[];

  /** @param today YYYY-MM-DD */
  static of(row: ProgramDetailRow, today: string): ProgramDetail {
    return {
      ...summarizeProgram(row, today),
      status: row.status,
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      verifiedOn: row.verifiedOn,
      ...(row.mergedFrom.length === 0 ? {} : { mergedFrom: row.mergedFrom }),
      facts: factsOf(row.facts, today),
      claims: claimsOf(row),
      records: row.records.map((record) => ({
        ...originAt(withoutNulls(record), today),
        facts: record.facts,
        verbatim: record.verbatim,
        ...(record.how === null ? {} : { how: record.how }),
      })),
    };
  }
}

function factsOf(facts: ResolvedFacts, today: string): FactsResponse {
  const from = (origin: number, confirmedBy?: number) =>
    originAt(facts.origins[origin]!, today, confirmedBy === undefined ? {} : { confirmedBy });
  const said = new Set([
    ...Object.keys(facts.lists),
    ...Object.keys(facts.values),
    ...(Object.keys(facts.medications).length > 0 ? ['medications'] : []),
  ]);
  return {
    lists: Object.fromEntries(
      Object.entries(facts.lists).map(([key, { codes, complete }]) => [
        key,
        {
          // The database stores the keys of an object in its own order.
          codes: Object.entries(codes)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([code, { stance, origin, confirmedBy }]) => ({
              code,
              stance,
              ...from(origin, confirmedBy),
            })),
          complete: complete === undefined ? null : from(complete),
        },
      ]),
    ),
    values: Object.fromEntries(
      Object.entries(facts.values).map(([key, { value, origin, confirmedBy }]) => [
        key,
        { value, ...from(origin, confirmedBy) },
      ]),
    ),
    medications: MEDICATIONS.flatMap((medication) => {
      const known = facts.medications[medication];
      return known ? [{ medication, stance: known.stance, ...from(known.origin, known.confirmedBy) }] : [];
    }),
    expired: facts.expired.map(({ fact, origin }) => ({
      fact,
      staleSince: staleOn(fact, facts.origins[origin]!.asOf, facts.origins[origin]!.expiresOn)!,
      ...from(origin),
    })),
    disputed: (facts.disputed ?? []).map(({ fact, code, settled, origins }) => ({
      fact,
      ...(code === undefined ? {} : { code }),
      settled,
      against: origins.map((origin) => from(origin)),
    })),
    unknown: FACT_KEYS.filter((key) => !said.has(key)),
  };
}

/** Each claim with its source and expiry, taken from the facts that it is based on. */
function claimsOf({ claims, facts }: ProgramDetailRow): ApproachClaimResponse[] {
  const origins = new Map(deliveredApproaches(facts).map(({ approach, origin }) => [approach, origin]));
  return claims.map((claim) => {
    const { by, expiresOn } = origins.get(claim.approach) ?? {};
    return {
      ...claim,
      ...(by === undefined ? {} : { by }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    };
  });
}

function withoutNulls({
  source,
  asOf,
  standing,
  by,
  expiresOn,
}: ProgramDetailRow['records'][number]): Origin {
  return {
    source,
    asOf,
    standing,
    ...(by === null ? {} : { by }),
    ...(expiresOn === null ? {} : { expiresOn }),
  };
}
