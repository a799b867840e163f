import { ApiProperty } from '@nestjs/swagger';
import {
  type About,
  ABOUTS,
  type Band,
  type CutOff,
  type Instrument,
  INSTRUMENT_DOMAINS,
  type InstrumentDomain,
  type Item,
  ITEM_KINDS,
  type ItemKind,
  type Option,
  type OptionGroup,
  type Scale,
  SPANISH_STATUSES,
  type SpanishStatus,
  VERIFICATIONS,
  type Verification,
} from '../core/assessment/instrument.js';
import { CONDITIONS, type Condition, SEVERITIES, type Severity } from '../core/vocabulary/conditions.js';
import type { Language } from '../core/vocabulary/languages.js';
import { ASSESSMENT_SENTENCES } from './assessment-sentences.js';

const { notADiagnosis: NOT_A_DIAGNOSIS } = ASSESSMENT_SENTENCES.en;
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

  static of({ value, label, labelEs, score, loinc }: Option, language: Language = 'en'): OptionResponse {
    return {
      value,
      label: language === 'es' ? (labelEs ?? label) : label,
      score: score ?? null,
      loinc: loinc ?? null,
    };
  }
}

/** Options that are shown together, under a title. */
export class OptionGroupResponse {
  title: string;

  @ApiProperty({ type: 'array', items: ANSWER_VALUE, description: 'Values of the options' })
  options: (number | string)[];

  static of({ title, options }: OptionGroup, language: Language): OptionGroupResponse {
    return { title: title[language], options: [...options] };
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

  @ApiProperty({ enum: ITEM_KINDS, description: '`choices`: any number of options, including none' })
  kind: ItemKind;

  @ApiProperty({ type: () => OptionResponse, isArray: true })
  options: OptionResponse[];

  @ApiProperty({
    type: () => OptionGroupResponse,
    isArray: true,
    description: 'Where there are many options, how to show them: each is in one group. Else empty.',
  })
  groups: OptionGroupResponse[];

  @ApiProperty({
    enum: ABOUTS,
    description:
      'Whom it is about: the person who answers, the loved one of a family member, or anyone: the person who answers or ' +
      'somebody who is with them',
  })
  about: About;

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
    description: 'Asked of men only, or of everyone else, including people who did not state their sex',
  })
  askOf: 'male' | 'others' | null;

  @ApiProperty({
    type: () => AskedAfter,
    nullable: true,
    description: 'Asked only after these answers; `null` also where several items decide: read `afterAny`',
  })
  after: AskedAfter | null;

  @ApiProperty({
    type: () => AskedAfter,
    isArray: true,
    description:
      'Asked only after at least one of these answers; empty if always asked. An item that is not asked has no answer: ' +
      'the total is complete without it.',
  })
  afterAny: AskedAfter[];

  @ApiProperty({ type: () => LoincResponse, nullable: true })
  loinc: LoincResponse | null;

  @ApiProperty({ type: String, nullable: true, description: 'Safety messages that an answer triggers' })
  safety: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'How far the wording was checked' })
  wording: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the question asks, in short; in English' })
  criterion: string | null;

  static of(item: Item, language: Language = 'en', condition?: Condition): ItemResponse {
    const afterAny = (item.after ?? []).map((gate) => ({ item: gate.item, is: [...gate.is] }));
    return {
      id: item.id,
      text: textOf(item, language, condition),
      kind: item.kind,
      options: (item.options ?? []).map((option) => OptionResponse.of(option, language)),
      groups: (item.groups ?? []).map((group) => OptionGroupResponse.of(group, language)),
      about: item.about ?? 'answerer',
      min: item.min ?? null,
      max: item.max ?? null,
      optional: item.optional ?? false,
      askOf: item.askOf ?? null,
      after: afterAny.length === 1 ? afterAny[0]! : null,
      afterAny,
      loinc: item.loinc ?? null,
      safety: item.safety ?? null,
      wording: item.wording ?? null,
      criterion: item.criterion ?? null,
    };
  }
}

/** The question as it is asked for a condition, if it has words of its own for it. */
function textOf({ text, textEs, textFor }: Item, language: Language, condition?: Condition): string {
  const own = condition && textFor?.[condition];
  return own ? own[language] : language === 'es' ? (textEs ?? text) : text;
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
      '`own-draft`: our own words, with a Spanish draft that nobody reviewed; `english-only`: a published wording without ' +
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
