import { ApiProperty } from '@nestjs/swagger';
import {
  type Band,
  type CutOff,
  type Instrument,
  INSTRUMENT_DOMAINS,
  type InstrumentDomain,
  type Scale,
  SPANISH_STATUSES,
  type SpanishStatus,
  VERIFICATIONS,
  type Verification,
} from '../core/assessment/instrument.js';
import { CONDITIONS, type Condition, SEVERITIES, type Severity } from '../core/vocabulary/conditions.js';
import { ASSESSMENT_SENTENCES } from './assessment-sentences.js';
import { ItemResponse, LoincResponse } from './item.dto.js';

const { notADiagnosis: NOT_A_DIAGNOSIS } = ASSESSMENT_SENTENCES.en;
export class BandResponse {
  from: number;
  to: number;
  code: string;
  label: string;

  @ApiProperty({
    enum: [...SEVERITIES, null],
    type: String,
    nullable: true,
    description: 'How our level-of-care rules read it',
  })
  severity: Severity | null;

  static of({ from, to, code, label, severity }: Band): BandResponse {
    return { from, to, code, label, severity: severity ?? null };
  }
}

export class CutOffResponse {
  /** Positive at or above this total. */
  atLeast: number;

  @ApiProperty({
    enum: ['female', 'male', 'unknown', 'any'],
    description: 'Sex at birth to which it applies',
  })
  for: CutOff['for'];
  meaning: string;
  source: string;

  @ApiProperty({ enum: VERIFICATIONS, enumName: 'Verification' })
  status: Verification;

  /** Whether this cut-off decides if the screen is positive; the others are for information. */
  decides: boolean;
}

export class BandsSource {
  source: string;

  @ApiProperty({ enum: VERIFICATIONS, enumName: 'Verification' })
  status: Verification;
}

export class ScaleResponse {
  code: string;
  label: string;

  @ApiProperty({
    type: String,
    isArray: true,
    description: 'Items that are added up; empty if only the total is entered',
  })
  items: string[];
  min: number;
  max: number;

  @ApiProperty({ type: () => BandResponse, isArray: true })
  bands: BandResponse[];

  @ApiProperty({ type: () => BandsSource, nullable: true })
  bandsSource: BandsSource | null;

  @ApiProperty({ type: () => CutOffResponse, isArray: true })
  cutOffs: CutOffResponse[];

  @ApiProperty({ enum: [...CONDITIONS, null], type: String, nullable: true })
  condition: Condition | null;

  @ApiProperty({ type: () => LoincResponse, nullable: true })
  loinc: LoincResponse | null;

  static of(scale: Scale): ScaleResponse {
    return {
      code: scale.code,
      label: scale.label,
      items: [...scale.items],
      min: scale.min,
      max: scale.max,
      bands: scale.bands.map((band) => BandResponse.of(band)),
      bandsSource: scale.bandsSource ?? null,
      cutOffs: scale.cutOffs.map((cutOff) => ({ ...cutOff })),
      condition: scale.condition ?? null,
      loinc: scale.loinc ?? null,
    };
  }
}

export class LicenceResponse {
  status: string;

  @ApiProperty({ type: String, nullable: true, description: 'Credit line to show' })
  credit: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its own terms, separate from the licence of this service',
  })
  notice: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class InstrumentCitationResponse {
  text: string;

  @ApiProperty({ type: String, nullable: true })
  doi: string | null;

  @ApiProperty({ type: String, nullable: true })
  pmid: string | null;

  @ApiProperty({ description: 'How far it was checked' })
  status: string;
}

export class InstrumentFact {
  fact: string;
  status: string;

  @ApiProperty({ type: String, nullable: true })
  source: string | null;
}

/** Whether an instrument may be asked in Spanish. */
export class SpanishFormResponse {
  @ApiProperty({
    enum: SPANISH_STATUSES,
    description:
      '`own-draft`: our own words, with a Spanish draft that is not reviewed; `english-only`: a published wording without ' +
      'a Spanish form that we could check; `no-items`: only the total is entered',
  })
  status: SpanishStatus;
  why: string;
}

export class InstrumentSummary {
  @ApiProperty({ example: 'audit-c' })
  id: string;
  version: string;
  name: string;

  @ApiProperty({ description: 'For the person who answers: plain, without the name of a form' })
  title: string;

  spanish: SpanishFormResponse;
  measures: string;

  @ApiProperty({ enum: INSTRUMENT_DOMAINS })
  domain: InstrumentDomain;

  @ApiProperty({ enum: ['screen', 'conversation-guide'], description: 'A conversation guide has no score' })
  kind: Instrument['kind'];

  @ApiProperty({ enum: ['answers', 'total-only'], description: '`total-only`: the items may not be shipped' })
  entry: Instrument['entry'];

  @ApiProperty({ enum: ['person', 'family'], isArray: true })
  respondents: ('person' | 'family')[];

  /** It is filled in for one condition, which the answers must name. */
  perCondition: boolean;

  minutes: number;

  static of(instrument: Instrument): InstrumentSummary {
    const {
      id,
      version,
      name,
      title,
      spanish,
      measures,
      domain,
      kind,
      entry,
      respondents,
      perCondition,
      minutes,
    } = instrument;
    return {
      id,
      version,
      name,
      title: title.en,
      spanish: { status: spanish.status, why: spanish.why.en },
      measures,
      domain,
      kind,
      entry,
      respondents: [...respondents],
      perCondition,
      minutes,
    };
  }
}

export class InstrumentListResponse {
  total: number;

  @ApiProperty({ type: () => InstrumentSummary, isArray: true })
  instruments: InstrumentSummary[];
}

/** One instrument whole: items, options, scoring, cut-offs with their sources, licence, citations. */
export class InstrumentResponse extends InstrumentSummary {
  population: string;

  /** Cut-offs and bands do not apply under 18. */
  adultsOnly: boolean;

  @ApiProperty({ type: String, nullable: true })
  stem: string | null;

  @ApiProperty({ type: () => ItemResponse, isArray: true })
  items: ItemResponse[];

  @ApiProperty({ type: () => ScaleResponse, isArray: true })
  scales: ScaleResponse[];

  scoring: string;

  @ApiProperty({ type: String, isArray: true })
  notes: string[];

  @ApiProperty({ type: () => LoincResponse, nullable: true, description: 'LOINC panel' })
  loinc: LoincResponse | null;

  @ApiProperty({ type: String, nullable: true })
  loincNotice: string | null;

  @ApiProperty({ type: () => LicenceResponse })
  licence: LicenceResponse;

  @ApiProperty({ type: () => InstrumentCitationResponse, isArray: true })
  citations: InstrumentCitationResponse[];

  @ApiProperty({ type: () => InstrumentFact, isArray: true })
  facts: InstrumentFact[];

  @ApiProperty({ example: NOT_A_DIAGNOSIS })
  note: string;

  static override of(instrument: Instrument): InstrumentResponse {
    const { licence } = instrument;
    return {
      ...InstrumentSummary.of(instrument),
      population: instrument.population,
      adultsOnly: instrument.adultsOnly,
      stem: instrument.stem ?? null,
      items: instrument.items.map((item) => ItemResponse.of(item)),
      scales: instrument.scales.map((scale) => ScaleResponse.of(scale)),
      scoring: instrument.scoring,
      notes: [...instrument.notes],
      loinc: instrument.loinc?.panel ?? null,
      loincNotice: instrument.loinc?.notice ?? null,
      licence: {
        status: licence.status,
        credit: licence.credit ?? null,
        notice: licence.notice ?? null,
        note: licence.note ?? null,
      },
      citations: instrument.citations.map(({ text, doi, pmid, status }) => ({
        text,
        doi: doi ?? null,
        pmid: pmid ?? null,
        status,
      })),
      facts: instrument.facts.map((fact) => ({ ...fact })),
      note: NOT_A_DIAGNOSIS,
    };
  }
}
