import { ApiProperty } from '@nestjs/swagger';
import {
  type About,
  ABOUTS,
  type Item,
  ITEM_KINDS,
  type ItemKind,
  type Option,
  type OptionGroup,
  VERIFICATIONS,
  type Verification,
} from '../core/assessment/instrument.js';
import type { Condition } from '../core/vocabulary/conditions.js';
import type { Language } from '../core/vocabulary/languages.js';

/** What an answer says: a number or a word. */
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
