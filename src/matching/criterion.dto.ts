import { ApiProperty } from '@nestjs/swagger';
import { type FactKey, STANDINGS, type Standing } from '../core/directory/source-record.js';
import { CRITERION_CODES, type CriterionCode } from '../core/matching/codes.js';
import { QUALITY_SIGN_CODES, type QualitySign } from '../core/evidence/quality-signs.js';
import { SIGN_STATES, type SignState } from '../core/matching/rules/criterion.js';
import { ABSENCES, type Absence } from '../core/evidence/strength.js';
import { ACCESS_WAYS, type AccessWay } from '../core/vocabulary/medication-access.js';
import { EVIDENCE_BANDS, type EvidenceBand } from '../core/matching/evidence-summary.js';
import type { EvidencePurpose } from '../core/evidence/evidence-policy.js';
import { ObservedFacts } from './verdict.dto.js';

/** One component of good care, and the approach that earned it. */
export class EvidenceComponentResponse {
  /** A condition, `any`, or the purpose of the track. */
  @ApiProperty({ type: String })
  purpose: EvidencePurpose;

  component: string;

  /** Share of the criterion, 0 to 1. */
  weight: number;

  /** 0 to 1. */
  value: number;

  /**
   * Code of the approach; absent if none of this kind was reported. `legend.evidence` has its name, badge and ratings for
   * this `purpose`.
   */
  approach?: string;

  /** Provenance of the claim that the program delivers it. */
  @ApiProperty({ enum: STANDINGS, required: false })
  provenance?: Standing;

  /** Of a medication: how people get it at this program. */
  @ApiProperty({ enum: ACCESS_WAYS, enumName: 'AccessWay', required: false })
  way?: AccessWay;

  /** The program reports that it delivers none of this kind. */
  declined: boolean;

  /**
   * Why nothing is counted: the program says that it does not (`declined`), it answered the list without it
   * (`not-listed`), or it is not reported (`not-reported`). Absent if something was earned.
   */
  @ApiProperty({ enum: ABSENCES, enumName: 'Absence', required: false })
  absence?: Absence;

  /** The question to ask the provider by telephone; absent if the answer is known, or no question is known. */
  ask?: string;

  @ObservedFacts()
  observe?: FactKey[];
}

/** One sign of quality: something that the program reports of how it gives care, or does not. */
export class QualitySignResponse {
  @ApiProperty({ enum: QUALITY_SIGN_CODES, enumName: 'QualitySign' })
  sign: QualitySign;

  /** Share of the criterion, 0 to 1. */
  weight: number;

  /** 0 to 1. */
  value: number;

  /**
   * `declined`: the program says that it does not. `not-listed`: it answered the list without it. `not-reported`: it
   * did not answer the list.
   */
  @ApiProperty({ enum: SIGN_STATES, enumName: 'QualitySignState' })
  state: SignState;

  /** Provenance of the surest report; absent if nothing is reported. */
  @ApiProperty({ enum: STANDINGS, required: false })
  provenance?: Standing;

  /** The question to ask the provider by telephone; absent if the answer is known. */
  ask?: string;

  @ObservedFacts()
  observe?: FactKey[];
}

/** The contribution of one criterion to the score. */
export class CriterionContribution {
  @ApiProperty({ enum: CRITERION_CODES })
  code: CriterionCode;

  /**
   * Policy weight × the client's priority; of the distance twice that where methadone is asked for or taken, of continuity
   * three times that for a client who has been in treatment before.
   */
  weight: number;

  /** 0 to 1. */
  value: number;

  /** Share of the value that is based on known facts, 0 to 1. */
  known: number;

  /** weight × value ÷ sum of weights; contributions add up to the score. */
  contribution: number;

  /** For the person or the family, in plain words. */
  reason: string;

  /** The same for a professional, in the terms of the field. */
  detail: string;

  /** For `evidence`: the result for each component of good care. */
  @ApiProperty({ type: () => EvidenceComponentResponse, isArray: true, required: false })
  components?: readonly EvidenceComponentResponse[];

  /** For `quality`: each sign that counts for the client's conditions. */
  @ApiProperty({ type: () => QualitySignResponse, isArray: true, required: false })
  signs?: readonly QualitySignResponse[];
}

/** What a program reports of the essentials of good care for one problem, summed up. It moves no score. */
export class EvidenceSummaryResponse {
  /** A condition, `any`, or the purpose of the track. */
  @ApiProperty({ type: String })
  purpose: EvidencePurpose;

  /**
   * `strong`: what matters most is given on site and confirmed by somebody else. `good`: it is reported, with at least half
   * of the essentials. `partly`: something is reported, or a part of it. `little-reported`: nothing is, and the program does
   * not say no to all. `none`: it says no to all.
   */
  @ApiProperty({ enum: EVIDENCE_BANDS, enumName: 'EvidenceBand' })
  band: EvidenceBand;

  /** The band in words. */
  @ApiProperty({ example: 'Good, by its own word' })
  label: string;

  /** How many essentials are reported in full. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  reported: number;

  /** How many essentials there are; the policy names them. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  of: number;

  /** One line: how much is reported, how medication comes, what is not reported, and whether somebody else has checked it. */
  @ApiProperty({
    example:
      'It reports 4 of 4 essentials for problems with opioids. It starts medicine on site. Not verified.',
  })
  says: string;
}
