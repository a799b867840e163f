import { flawsOfAnswers } from '../core/assessment/answer-flaws.js';
import type { Answer, Instrument, Item, Option } from '../core/assessment/instrument.js';
import { answerSystem, LOINC, NONE_OF_THESE } from './questionnaire.js';
import { impossible, isObject, type ResourceFlaw, unreadable } from './resource-flaw.js';

type Read<T> = { readonly value: T } | { readonly flaw: ResourceFlaw };

const MOST_LISTED = 12;

/**
 * The answers to one item of a QuestionnaireResponse in our own format, or why they cannot be accepted. Places are
 * relative to the `answer` of the item.
 */
export function readAnswers(
  given: readonly unknown[],
  item: Item,
  instrument: Instrument,
): { readonly value: Answer } | { readonly flaws: readonly ResourceFlaw[] } {
  if (item.kind === 'choices') return readTicks(given, item, instrument);
  if (given.length > 1) return { flaws: [impossible([], 'takes one answer; remove the others')] };
  const read =
    item.kind === 'choice' ? readChoice(given[0], item, instrument) : readPlain(given[0], item, instrument);
  return 'flaw' in read ? { flaws: [{ ...read.flaw, at: [0, ...read.flaw.at] }] } : read;
}

function readTicks(
  given: readonly unknown[],
  item: Item,
  instrument: Instrument,
): { readonly value: readonly string[] } | { readonly flaws: readonly ResourceFlaw[] } {
  const flaws: ResourceFlaw[] = [];
  const ticked: string[] = [];
  given.forEach((answer, at) => {
    const read = readCoding(answer, item, instrument);
    if ('flaw' in read) flaws.push({ ...read.flaw, at: [at, ...read.flaw.at] });
    else if (ticked.includes(String(read.value))) flaws.push(impossible([at], 'is ticked twice; remove one'));
    else ticked.push(String(read.value));
  });
  if (ticked.includes(NONE_OF_THESE) && ticked.length > 1)
    flaws.push(
      impossible([], `${NONE_OF_THESE} cannot be combined with other options; remove it or the others`),
    );
  return flaws.length > 0 ? { flaws } : { value: ticked.filter((code) => code !== NONE_OF_THESE) };
}

/** One option, by its coding; `true` and `false` if the options are Yes and No. */
function readChoice(answer: unknown, item: Item, instrument: Instrument): Read<Option['value']> {
  const { options = [] } = item;
  const [type, value] = soleValue(answer);
  const labelled = (label: string) => options.find((option) => option.label === label);
  const yes = labelled('Yes');
  const no = labelled('No');
  if (type !== 'valueBoolean' || !yes || !no) return readCoding(answer, item, instrument);
  if (typeof value !== 'boolean') return { flaw: unreadable([type], 'must be true or false') };
  return { value: value ? yes.value : no.value };
}

/** LOINC's code or our own: the item determines which option is meant, so a coding needs no system. */
function readCoding(answer: unknown, item: Item, instrument: Instrument): Read<Option['value']> {
  const { options = [], kind } = item;
  const [type, coding] = soleValue(answer);
  if (type !== 'valueCoding' || !isObject(coding)) return { flaw: unreadable([], 'must be a valueCoding') };
  const own = answerSystem(instrument.id);
  const systems = options.some(({ loinc }) => loinc !== undefined) ? [own, LOINC] : [own];
  const { system, code } = coding;
  if (system !== undefined && !systems.some((one) => one === system))
    return { flaw: unreadable([type, 'system'], `must be ${systems.join(' or ')}`) };
  if (typeof code !== 'string') return { flaw: unreadable([type, 'code'], 'is required, as a string') };
  const codesOf = ({ value, loinc }: Option) => [
    ...(system === LOINC ? [] : [String(value)]),
    ...(system === own || loinc === undefined ? [] : [loinc]),
  ];
  const chosen = options.find((option) => codesOf(option).includes(code));
  if (chosen) return { value: chosen.value };
  const none = kind === 'choices' && system !== LOINC ? [NONE_OF_THESE] : [];
  if (none.includes(code)) return { value: NONE_OF_THESE };
  const allowed = [...options.flatMap((option) => codesOf(option).slice(0, 1)), ...none];
  const listed = allowed.length > MOST_LISTED ? [...allowed.slice(0, MOST_LISTED), '…'] : allowed;
  return { flaw: impossible([type, 'code'], `must be one of ${listed.join(', ')}`) };
}

function readPlain(answer: unknown, item: Item, instrument: Instrument): Read<number | string> {
  const [type, value] = soleValue(answer);
  const types = item.kind === 'text' ? ['valueString'] : ['valueInteger', 'valueDecimal'];
  if (type === undefined || !types.includes(type)) return { flaw: unreadable([], `must be a ${types[0]}`) };
  const [flaw] = flawsOfAnswers({ ...instrument, items: [item] }, { [item.id]: value });
  if (flaw) return { flaw: (flaw.kind === 'wrong-type' ? unreadable : impossible)([type], flaw.message) };
  return { value: value as number | string };
}

/** The one `value[x]` of an answer; `undefined` if there is none or more than one. */
function soleValue(answer: unknown): [type?: string, value?: unknown] {
  const values = Object.entries(isObject(answer) ? answer : {}).filter(([name]) => /^value[A-Z]/.test(name));
  return values.length === 1 ? values[0]! : [];
}
