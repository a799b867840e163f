import { ApiProperty } from '@nestjs/swagger';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import { type FactKey, STANDINGS, type Standing } from '../core/directory/source-record.js';
import {
  CONSTRAINT_CODES,
  type ConstraintCode,
  CLIENT_QUESTIONS,
  type ClientQuestion,
} from '../core/matching/codes.js';
import type { Outcome } from '../core/matching/verdict.js';

export const VERDICT_OUTCOMES = ['meets', 'fails', 'unknown'] as const;

/** The source of a fact that a constraint uses. */
export class VerdictOrigin {
  @ApiProperty({ enum: FACT_KEYS, enumName: 'Fact' })
  fact: FactKey;

  @ApiProperty({ example: 'observation' })
  source: string;

  @ApiProperty({ enum: STANDINGS })
  standing: Standing;

  @ApiProperty({ format: 'date' })
  asOf: string;

  /** Who reported it, if a person or a representative of the provider did. */
  by?: string;

  /** How many observers confirm it, if it was confirmed by people. */
  confirmedBy?: number;
}

/** The facts that an answer of the provider settles. */
export const ObservedFacts = () =>
  ApiProperty({
    enum: FACT_KEYS,
    enumName: 'Fact',
    isArray: true,
    required: false,
    description:
      'The facts that the answer settles, the most likely first. Post one observation for each that the provider reports, so ' +
      'that the next match uses it: `legend.observe` says where and how.',
  });

/** The verdict on a program for one constraint. */
export class ConstraintVerdict {
  @ApiProperty({ enum: CONSTRAINT_CODES })
  code: ConstraintCode;

  @ApiProperty({ enum: VERDICT_OUTCOMES })
  verdict: Outcome;

  /** Relevant to safety: never relaxed, and never presented as suitable while unknown. */
  safety: boolean;

  /** For the person or the family, in plain words: what a fact of the program means here. */
  reason: string;

  /** The same for a professional, in the terms of the field. */
  detail: string;

  /** The question to ask the provider, if the verdict is unknown. */
  ask?: string;

  /** The verdict is unknown because of what the client has not stated: the question is in `askClient` of the answer. */
  @ApiProperty({ enum: CLIENT_QUESTIONS, enumName: 'ClientQuestion', required: false })
  askClient?: ClientQuestion;

  @ObservedFacts()
  observe?: FactKey[];

  /** Origins of the facts that this constraint uses; empty if none is known. */
  @ApiProperty({ type: () => VerdictOrigin, isArray: true })
  origins: readonly VerdictOrigin[];
}
