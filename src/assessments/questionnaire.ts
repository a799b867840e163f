import type { Gate, Instrument, Item, Option, Scale } from '../core/assessment/instrument.js';
import { CONDITIONS } from '../core/vocabulary/conditions.js';

const URN = 'urn:treatment-navigator';
export const LOINC = 'http://loinc.org';
const ORDINAL_VALUE = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
const MIN_VALUE = 'http://hl7.org/fhir/StructureDefinition/minValue';
const MAX_VALUE = 'http://hl7.org/fhir/StructureDefinition/maxValue';
const EXCLUSIVE = 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive';
/** The linkId of the text before all items. */
export const STEM = 'stem';
/** Our code for an empty list of ticks. FHIR has no other way to state it: an item without an answer is unknown. */
export const NONE_OF_THESE = 'none-of-these';
/** On a QuestionnaireResponse: the condition it was filled in for, if the instrument requires one. */
export const CONDITION_EXTENSION = `${URN}:condition`;

type Json = Readonly<Record<string, unknown>>;

/** The canonical address of an instrument as a Questionnaire. */
export function questionnaireUrl(id: string): string {
  return `${URN}:questionnaire:${id}`;
}

/** The code system of the answers of an instrument, for answers without a verified LOINC code. */
export function answerSystem(id: string): string {
  return `${URN}:answers:${id}`;
}

/** An instrument as a FHIR R4 Questionnaire. One whose items may not be shipped asks for its totals. */
export function toQuestionnaire(instrument: Instrument): Json {
  const { id, version, name, licence, loinc, items, scales, entry, stem, respondents } = instrument;
  return {
    resourceType: 'Questionnaire',
    id,
    url: questionnaireUrl(id),
    version,
    name: `Instrument_${id.replaceAll('-', '_')}`,
    title: name,
    status: 'active',
    subjectType: respondents.map((one) => (one === 'family' ? 'RelatedPerson' : 'Patient')),
    publisher: 'Treatment Navigator',
    description: descriptionOf(instrument),
    purpose: 'A screen is not a diagnosis and not a placement; a clinician confirms.',
    copyright: [licence.status, licence.credit, licence.notice, licence.note, loinc?.notice]
      .filter((part) => part !== undefined)
      .join('\n'),
    ...(loinc?.panel ? { code: [{ system: LOINC, code: loinc.panel.code }] } : {}),
    item: [
      ...(stem === undefined ? [] : [{ linkId: STEM, type: 'display', text: stem }]),
      ...(entry === 'total-only' ? scales.map(toTotalItem) : items.map((item) => toItem(item, instrument))),
    ],
  };
}

/** The description explains the extension, because in R4 a Questionnaire cannot require one. */
function descriptionOf({ measures, population, scoring, adultsOnly, perCondition }: Instrument): string {
  return [
    `${measures}. For: ${population}. Scoring: ${scoring}.`,
    ...(adultsOnly ? ['Cut-offs apply to adults only.'] : []),
    ...(perCondition
      ? [
          `Filled in for one condition: the response names it in the extension ${CONDITION_EXTENSION}, as valueCode: ${CONDITIONS.join(', ')}.`,
        ]
      : []),
  ].join(' ');
}

function toItem(item: Item, instrument: Instrument): Json {
  const { id, text, kind, options, optional, askOf, after, loinc, min, max } = item;
  const whom =
    askOf === undefined ? '' : askOf === 'male' ? '(Asked of men.) ' : '(Asked of everyone except men.) ';
  const enableWhen = (after ?? []).flatMap((gate) => toConditions(gate, instrument));
  return {
    linkId: id,
    ...(loinc ? { code: [{ system: LOINC, code: loinc.code }] } : {}),
    text: `${whom}${text}`,
    type: kind === 'choices' ? 'choice' : kind,
    ...(kind === 'choices' ? { repeats: true } : {}),
    // No item is required: an omitted answer is unknown, and the screen is then incomplete.
    required: !(optional === true || kind === 'choices' || after !== undefined || askOf !== undefined),
    ...(kind === 'integer'
      ? {
          extension: [
            { url: MIN_VALUE, valueInteger: min },
            { url: MAX_VALUE, valueInteger: max },
          ],
        }
      : {}),
    ...(enableWhen.length > 0
      ? { enableWhen, ...(enableWhen.length > 1 ? { enableBehavior: 'any' } : {}) }
      : {}),
    ...(options
      ? {
          answerOption: [
            ...options.map((option) => ({ valueCoding: toCoding(option, instrument) })),
            ...(kind === 'choices' ? [noneOfThese(instrument)] : []),
          ],
        }
      : {}),
  };
}

/** An item that is not shown has no answer, so what depends on it is not shown either: R4 has `any` or `all`, no groups. */
function toConditions({ item, is }: Gate, instrument: Instrument): Json[] {
  const { options = [] } = instrument.items.find((one) => one.id === item)!;
  return options
    .filter(({ value }) => is.includes(value))
    .map((option) => ({ question: item, operator: '=', answerCoding: codingOf(option, instrument) }));
}

/** LOINC's own answer code if it was verified; otherwise the value of our own answers. */
export function codingOf({ loinc, value }: Option, { id }: Instrument): { system: string; code: string } {
  return loinc === undefined
    ? { system: answerSystem(id), code: String(value) }
    : { system: LOINC, code: loinc };
}

function toCoding(option: Option, instrument: Instrument): Json {
  return {
    ...(option.score === undefined
      ? {}
      : { extension: [{ url: ORDINAL_VALUE, valueDecimal: option.score }] }),
    ...codingOf(option, instrument),
    display: option.label,
  };
}

function noneOfThese({ id }: Instrument): Json {
  return {
    extension: [{ url: EXCLUSIVE, valueBoolean: true }],
    valueCoding: { system: answerSystem(id), code: NONE_OF_THESE, display: 'None of these' },
  };
}

function toTotalItem({ code, label, min, max, loinc }: Scale): Json {
  return {
    linkId: code,
    ...(loinc ? { code: [{ system: LOINC, code: loinc.code }] } : {}),
    text: `${label}, calculated elsewhere: the items may not be shipped (licence).`,
    type: 'integer',
    required: false,
    extension: [
      { url: MIN_VALUE, valueInteger: min },
      { url: MAX_VALUE, valueInteger: max },
    ],
  };
}
