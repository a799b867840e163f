import { ApiProperty } from '@nestjs/swagger';
import type { Screen } from '../core/assessment/assess.js';
import {
  type Band,
  type CutOff,
  type Instrument,
  INSTRUMENT_DOMAINS,
  type InstrumentDomain,
  type Item,
  ITEM_KINDS,
  type ItemKind,
  type Option,
  type Scale,
  VERIFICATIONS,
  type Verification,
} from '../core/assessment/instrument.js';
import type { ScaleResult, ScreenResult } from '../core/assessment/screen-result.js';
import { CONDITIONS, type Condition, SEVERITIES, type Severity } from '../core/vocabulary/conditions.js';
import { Code } from '../http/codes.decorators.js';
import { NestedObject } from '../http/nested.decorators.js';
import { NumberWithin, Text } from '../http/value.decorators.js';
import { FhirResource, ItemAnswers } from './answer-fields.decorators.js';

const NOT_A_DIAGNOSIS = 'A screen is not a diagnosis and not a placement; a clinician confirms.';
const ANSWER_VALUE = { oneOf: [{ type: 'integer' as const }, { type: 'string' as const }] };

export class OptionResponse {
  /** What an answer says for this option. */
  @ApiProperty(ANSWER_VALUE)
  value: number | string;
  label: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Points' })
  score: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'LOINC answer code' })
  loinc: string | null;

  static of({ value, label, score, loinc }: Option): OptionResponse {
    return { value, label, score: score ?? null, loinc: loinc ?? null };
  }
}

export class LoincResponse {
  @ApiProperty({ example: '68519-8' })
  code: string;

  @ApiProperty({ enum: VERIFICATIONS, enumName: 'Verification' })
  status: Verification;
}

export class AskedAfter {
  item: string;

  @ApiProperty({ type: 'array', items: ANSWER_VALUE })
  is: (number | string)[];
}

export class ItemResponse {
  @ApiProperty({ example: 'audit1' })
  id: string;
  text: string;

  @ApiProperty({ enum: ITEM_KINDS, description: '`choices`: any number of options, none included' })
  kind: ItemKind;

  @ApiProperty({ type: () => OptionResponse, isArray: true })
  options: OptionResponse[];

  @ApiProperty({ type: Number, nullable: true })
  min: number | null;

  @ApiProperty({ type: Number, nullable: true })
  max: number | null;

  /** May stay unanswered. */
  optional: boolean;

  @ApiProperty({
    enum: ['male', 'others', null],
    type: String,
    nullable: true,
    description: 'Asked of men only, or of everybody else, people who did not say included',
  })
  askOf: 'male' | 'others' | null;

  @ApiProperty({ type: () => AskedAfter, nullable: true, description: 'Asked only after these answers' })
  after: AskedAfter | null;

  @ApiProperty({ type: () => LoincResponse, nullable: true })
  loinc: LoincResponse | null;

  @ApiProperty({ type: String, nullable: true, description: 'What an answer calls for at once' })
  safety: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'How far the wording was checked' })
  wording: string | null;

  static of(item: Item): ItemResponse {
    return {
      id: item.id,
      text: item.text,
      kind: item.kind,
      options: (item.options ?? []).map((option) => OptionResponse.of(option)),
      min: item.min ?? null,
      max: item.max ?? null,
      optional: item.optional ?? false,
      askOf: item.askOf ?? null,
      after: item.after ? { item: item.after.item, is: [...item.after.is] } : null,
      loinc: item.loinc ?? null,
      safety: item.safety ?? null,
      wording: item.wording ?? null,
    };
  }
}

export class BandResponse {
  from: number;
  to: number;
  code: string;
  label: string;

  @ApiProperty({
    enum: [...SEVERITIES, null],
    type: String,
    nullable: true,
    description: 'What our level-of-care rules read from it',
  })
  severity: Severity | null;

  static of({ from, to, code, label, severity }: Band): BandResponse {
    return { from, to, code, label, severity: severity ?? null };
  }
}

export class CutOffResponse {
  /** Positive from this total on. */
  atLeast: number;

  @ApiProperty({ enum: ['female', 'male', 'unknown', 'any'], description: 'Sex at birth it is for' })
  for: CutOff['for'];
  meaning: string;
  source: string;

  @ApiProperty({ enum: VERIFICATIONS, enumName: 'Verification' })
  status: Verification;

  /** Decides whether the screen is positive; the others are told beside it. */
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
    description: 'Items added up; empty where only the total is entered',
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
    description: 'Terms of its own, apart from the licence of this service',
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

export class InstrumentSummary {
  @ApiProperty({ example: 'audit-c' })
  id: string;
  version: string;
  name: string;
  measures: string;

  @ApiProperty({ enum: INSTRUMENT_DOMAINS })
  domain: InstrumentDomain;

  @ApiProperty({ enum: ['screen', 'conversation-guide'], description: 'A conversation guide has no score' })
  kind: Instrument['kind'];

  @ApiProperty({ enum: ['answers', 'total-only'], description: '`total-only`: the items may not be shipped' })
  entry: Instrument['entry'];

  @ApiProperty({ enum: ['person', 'family'], isArray: true })
  respondents: ('person' | 'family')[];

  /** Filled in for one condition, which the answers have to name. */
  perCondition: boolean;

  minutes: number;

  static of(instrument: Instrument): InstrumentSummary {
    const { id, version, name, measures, domain, kind, entry, respondents, perCondition, minutes } =
      instrument;
    return {
      id,
      version,
      name,
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

const NOT_FOR_MINORS =
  'Under 18 the cut-offs for adults do not apply: the total is told and not read. Ask for an adolescent assessment.';

/** One total, with the cut-off it was read by. */
export class ScaleResultResponse {
  code: string;
  label: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: '`null` while an item is missing; never imputed',
  })
  value: number | null;
  min: number;
  max: number;

  @ApiProperty({ type: String, isArray: true, description: 'Items still to be answered' })
  missing: string[];

  @ApiProperty({ type: () => BandResponse, nullable: true })
  band: BandResponse | null;

  @ApiProperty({ type: () => CutOffResponse, nullable: true, description: 'The cut-off that was used' })
  cutOff: CutOffResponse | null;

  @ApiProperty({ type: Boolean, nullable: true })
  positive: boolean | null;

  @ApiProperty({ enum: [...CONDITIONS, null], type: String, nullable: true })
  condition: Condition | null;

  @ApiProperty({ type: String, nullable: true, description: 'The result in words, never a diagnosis' })
  says: string | null;

  static of(result: ScaleResult, instrument: Instrument): ScaleResultResponse {
    const { code, label, value, min, max, missing, band, cutOff, positive, condition } = result;
    return {
      code,
      label,
      value,
      min,
      max,
      missing: [...missing],
      band: band ? BandResponse.of(band) : null,
      cutOff: cutOff ? { ...cutOff } : null,
      positive,
      condition: condition ?? null,
      says: saidOf(result, instrument),
    };
  }
}

/** What one instrument came to. A screen is not a diagnosis. */
export class ScreenResultResponse {
  @ApiProperty({ example: 'audit-c' })
  instrument: string;
  version: string;
  name: string;

  @ApiProperty({ enum: [...CONDITIONS, null], type: String, nullable: true })
  condition: Condition | null;

  @ApiProperty({ enum: ['self', 'loved_one'], description: 'Whom it speaks of' })
  subject: 'self' | 'loved_one';

  @ApiProperty({ enum: ['answers', 'total'] })
  enteredAs: 'answers' | 'total';

  @ApiProperty({ enum: ['complete', 'incomplete', 'unscored'] })
  status: ScreenResult['status'];

  @ApiProperty({ type: () => ScaleResultResponse, isArray: true })
  scales: ScaleResultResponse[];

  @ApiProperty({ type: String, isArray: true })
  missing: string[];

  note: string;

  static of(screen: ScreenResult | Screen): ScreenResultResponse {
    const { instrument, condition, enteredAs, status, scales, missing, notForMinors } = screen;
    return {
      instrument: instrument.id,
      version: instrument.version,
      name: instrument.name,
      condition: condition ?? null,
      subject: 'subject' in screen ? screen.subject : 'self',
      enteredAs,
      status,
      scales: scales.map((scale) => ScaleResultResponse.of(scale, instrument)),
      missing: [...missing],
      note: notForMinors ? `${NOT_FOR_MINORS} ${NOT_A_DIAGNOSIS}` : NOT_A_DIAGNOSIS,
    };
  }
}

/** In the words that instruments.md allows: a range, never "you have". */
function saidOf({ band, positive }: ScaleResult, { id }: Instrument): string | null {
  if (band && id === 'dsm5-sud-checklist')
    return band.severity
      ? `The answers are in the range clinicians call ${band.severity}.`
      : 'The answers are below the range that clinicians call a disorder.';
  const reading = band ? `In the range "${band.label}"` : null;
  if (positive === null) return reading && `${reading}.`;
  const screen = positive ? 'the screen is positive' : 'the screen is negative';
  return reading ? `${reading}; ${screen}.` : `${screen.charAt(0).toUpperCase()}${screen.slice(1)}.`;
}

/** Whose answers they are, as far as cut-offs depend on it. */
export class RespondentRequest {
  /** Years. */
  @NumberWithin({ min: 0, max: 120, integer: true, optional: true })
  age?: number;

  /** For cut-offs alone; unknown takes the lower one. */
  @Code(['female', 'male'], { optional: true })
  sexAtBirth?: 'female' | 'male';
}

/** Answers to one instrument, or its total. Nothing of it is stored. */
export class ScoreInstrumentRequest {
  @ItemAnswers({ optional: true, example: { audit1: 4, audit2: 3, audit3: 4 } })
  answers?: Record<string, unknown>;

  /** A FHIR R4 QuestionnaireResponse to this instrument, in place of answers. */
  @FhirResource({ optional: true })
  response?: Record<string, unknown>;

  /** In place of answers. */
  @NumberWithin({ min: 0, max: 100_000, integer: true, optional: true })
  total?: number;

  /** Which total, where there are several. */
  @Text({ max: 60, optional: true })
  scale?: string;

  @Code(CONDITIONS, { optional: true, name: 'Condition' })
  condition?: Condition;

  @NestedObject(() => RespondentRequest, { optional: true })
  client?: RespondentRequest;
}
