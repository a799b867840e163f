import { ApiProperty } from '@nestjs/swagger';
import {
  LEARNED_BY,
  type LearnedBy,
  OBSERVATION_STATUSES,
  type ObservationStatus,
  OBSERVED_BY,
  OBSERVED_STANDINGS,
  type ObservedStanding,
} from '../core/curation/observation-life.js';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import { staleOn } from '../core/directory/shelf-life.js';
import type { FactKey, StatedFacts } from '../core/directory/source-record.js';
import { Code } from '../http/validation/codes.decorators.js';
import { CalendarDate, Text } from '../http/validation/value.decorators.js';
import { FactValue } from './fact-value.decorators.js';
import type { Observation } from './observation.entity.js';

/** What a program reported when asked. Nothing about a client belongs here. */
export class ObservationRequest {
  /** Name of the fact, as in a program's `facts`. */
  @Code(FACT_KEYS, { name: 'Fact' })
  fact: FactKey;

  /** As a source states this fact: a number, true or false, hours, prices, or a list as `{ "yes": [], "no": [] }`. */
  @FactValue({ example: 7 })
  value: unknown;

  @Code(OBSERVED_BY)
  how: (typeof OBSERVED_BY)[number];

  /** The day on which the program reported it, which may be before today. */
  @CalendarDate()
  learnedOn: string;

  /** For the desk only, such as whom to ask for. Nothing about a client. */
  @Text({ optional: true, max: 500 })
  note?: string;
}

/** Why an observation is disputed or undone, for the audit trail. */
export class Why {
  @Text({ max: 500, description: 'For the audit trail. Nothing about a client, and no names.' })
  why: string;
}

/** What an observer reported about a program. */
export class ObservationResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  programId: string;

  @ApiProperty({ type: 'object', additionalProperties: true, example: { waitDays: 7 } })
  facts: StatedFacts;

  @ApiProperty({ enum: OBSERVED_STANDINGS })
  standing: ObservedStanding;

  @ApiProperty({ enum: LEARNED_BY })
  how: LearnedBy;

  @ApiProperty({ format: 'date' })
  learnedOn: string;

  /** Who reported it: the public name of a key, or the name that a provider chose to show. */
  by: string;

  /** `standing`: it counts until it expires. `disputed`, `undone`: it does not count. */
  @ApiProperty({ enum: OBSERVATION_STATUSES })
  status: ObservationStatus;

  /** The first day on which part of it no longer counts; `null` if nothing in it expires. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  expiresOn: string | null;

  @ApiProperty({ format: 'date-time' })
  recordedAt: string;

  /** Note for the desk; shown to directory editors only. */
  note?: string;

  static of(observation: Observation): ObservationResponse {
    const { id, programId, facts, standing, how, learnedOn, observerName, status, createdAt } = observation;
    const ends = (Object.keys(facts) as FactKey[])
      .flatMap((fact) => staleOn(fact, learnedOn, observation.expiresOn ?? undefined) ?? [])
      .sort();
    return {
      id,
      programId,
      facts,
      standing,
      how,
      learnedOn,
      by: observerName,
      status,
      expiresOn: ends[0] ?? null,
      recordedAt: createdAt.toISOString(),
    };
  }
}

/** The created observation, and the tickets that it opened. */
export class StatementResponse extends ObservationResponse {
  /** Ids of tickets opened because observers disagree or because it was disputed; see `/v1/reports/{id}`. */
  @ApiProperty({ type: String, format: 'uuid', isArray: true })
  tickets: string[];
}

export class ObservationList {
  /** Newest first, at most 200. */
  @ApiProperty({ type: () => ObservationResponse, isArray: true })
  observations: ObservationResponse[];
}
