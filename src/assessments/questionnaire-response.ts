import type { Answer, Instrument, Item } from '../core/assessment/instrument.js';
import { CONDITIONS, type Condition } from '../core/vocabulary/conditions.js';
import { closestWord } from '../http/validation/closest-word.js';
import { readAnswers } from './questionnaire-answer.js';
import { CONDITION_EXTENSION, questionnaireUrl, STEM } from './questionnaire.js';
import { impossible, isObject, type ResourceFlaw, unreadable } from './resource-flaw.js';

/** The content of a QuestionnaireResponse in our own format: answers, or totals if the items may not be shipped. */
export interface ReadResponse {
  readonly instrument: Instrument;
  readonly condition?: Condition;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly totals: Readonly<Record<string, number>>;
}

type Place = readonly (string | number)[];

const STATUSES = ['in-progress', 'completed', 'amended'];
const WITHDRAWN = ['entered-in-error', 'stopped'];
const DEEPEST = 6;

/**
 * Reads a FHIR R4 QuestionnaireResponse to one of our Questionnaires: `questionnaire` is our urn, with or without
 * `|version`, or any address that ends in `/Questionnaire/{id}`. An instrument that is filled in for one condition
 * needs the extension `urn:treatment-navigator:condition` with `valueCode` on the resource.
 */
export function readQuestionnaireResponse(
  resource: Readonly<Record<string, unknown>>,
  instruments: ReadonlyMap<string, Instrument>,
): ReadResponse | ResourceFlaw[] {
  if (resource['resourceType'] !== 'QuestionnaireResponse')
    return [unreadable(['resourceType'], 'must be QuestionnaireResponse')];
  const instrument = findInstrument(resource['questionnaire'], instruments);
  if (!('id' in instrument)) return [instrument];
  const flaws = [...flawsOfStatus(resource['status']), ...flawsOfModifiers(resource, [])];
  const reader = new ItemReader(instrument, flaws);
  reader.readItems(resource['item'], ['item'], 0);
  const { answers, totals } = reader;
  const condition = readCondition(resource['extension'], instrument, Object.keys(totals), flaws);
  return flaws.length > 0 ? flaws : { instrument, ...(condition ? { condition } : {}), answers, totals };
}

function findInstrument(
  canonical: unknown,
  instruments: ReadonlyMap<string, Instrument>,
): Instrument | ResourceFlaw {
  const at = ['questionnaire'];
  if (typeof canonical !== 'string')
    return unreadable(at, `is required: ${questionnaireUrl('{id}')}, see GET /fhir/Questionnaire`);
  const [address = '', version] = canonical.split('|');
  const id = /(?:^urn:treatment-navigator:questionnaire:|(?:^|\/)Questionnaire\/)([a-z0-9-]+)$/.exec(
    address,
  )?.[1];
  const instrument = id === undefined ? undefined : instruments.get(id);
  if (!instrument) {
    const meant = id === undefined ? undefined : closestWord(id, [...instruments.keys()]);
    const url = meant === undefined ? undefined : questionnaireUrl(meant);
    return unreadable(
      at,
      `is not a Questionnaire that can be answered here; see GET /fhir/Questionnaire${url === undefined ? '' : `; did you mean "${url}"?`}`,
      url,
    );
  }
  if (version !== undefined && !asksTheSame(version, instrument.version))
    return impossible(at, `version ${instrument.version} is the one that this service has`);
  return instrument;
}

/** Versions with the same first number have the same items and options; only the reading of the answers changed. */
function asksTheSame(version: string, ours: string): boolean {
  return version.split('.')[0] === ours.split('.')[0];
}

function flawsOfStatus(status: unknown): ResourceFlaw[] {
  if (STATUSES.some((one) => one === status)) return [];
  const message = `must be one of ${STATUSES.join(', ')}`;
  return WITHDRAWN.some((one) => one === status)
    ? [impossible(['status'], `${message}: a withdrawn or unfinished response is not read`)]
    : [unreadable(['status'], message)];
}

/**
 * FHIR forbids processing a resource that has an element which may change its meaning and is not understood (R4:
 * modifier extensions, implicit rules).
 */
function flawsOfModifiers(element: Readonly<Record<string, unknown>>, at: Place): ResourceFlaw[] {
  return ['modifierExtension', 'implicitRules']
    .filter((name) => element[name] !== undefined)
    .map((name) => impossible([...at, name], 'may change what the answers mean; send them without it'));
}

/** Visits all items of a response, including groups and items below an answer. */
class ItemReader {
  readonly answers: Record<string, Answer> = {};
  readonly totals: Record<string, number> = {};
  private readonly asked: ReadonlyMap<string, Item>;

  constructor(
    private readonly instrument: Instrument,
    private readonly flaws: ResourceFlaw[],
  ) {
    const { entry, items, scales } = instrument;
    const totals = scales.map(({ code, label, min, max }): Item => ({
      id: code,
      text: label,
      kind: 'integer',
      min,
      max,
    }));
    this.asked = new Map((entry === 'total-only' ? totals : items).map((item) => [item.id, item]));
  }

  readItems(items: unknown, at: Place, depth: number): void {
    if (items === undefined) return;
    if (depth > DEEPEST) this.flaws.push(impossible(at, `is nested deeper than ${DEEPEST}`));
    else if (!Array.isArray(items)) this.flaws.push(unreadable(at, 'must be an array'));
    else items.forEach((item: unknown, i) => this.readItem(item, [...at, i], depth));
  }

  private readItem(item: unknown, at: Place, depth: number): void {
    if (!isObject(item) || typeof item['linkId'] !== 'string') {
      this.flaws.push(unreadable([...at, 'linkId'], 'is required'));
      return;
    }
    this.flaws.push(...flawsOfModifiers(item, at));
    const { linkId, answer: given = [] } = item;
    if (Array.isArray(given)) this.readGiven(linkId, given, at, depth);
    else this.flaws.push(unreadable([...at, 'answer'], 'must be an array'));
    this.readItems(item['item'], [...at, 'item'], depth + 1);
  }

  /** An item without an answer states nothing: a group, a text that is only displayed, a question left open. */
  private readGiven(linkId: string, given: readonly unknown[], at: Place, depth: number): void {
    const shown = linkId === STEM && this.instrument.stem !== undefined;
    if (given.length === 0 || shown) return;
    const place = [...at, 'answer'];
    const asked = this.asked.get(linkId);
    if (!asked) {
      const meant = closestWord(linkId, [...this.asked.keys()]);
      const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
      this.flaws.push(unreadable([...at, 'linkId'], `is not an item of this Questionnaire${hint}`, meant));
    } else if (linkId in this.answers || linkId in this.totals) {
      this.flaws.push(impossible([...at, 'linkId'], 'is answered twice; give its answers in one item'));
    } else {
      const read = readAnswers(given, asked, this.instrument);
      if ('flaws' in read)
        this.flaws.push(...read.flaws.map((flaw) => ({ ...flaw, at: [...place, ...flaw.at] })));
      else if (this.instrument.entry === 'total-only') this.totals[linkId] = read.value as number;
      else this.answers[linkId] = read.value;
    }
    given.forEach((answer: unknown, i) => {
      if (!isObject(answer)) return;
      this.flaws.push(...flawsOfModifiers(answer, [...place, i]));
      this.readItems(answer['item'], [...place, i, 'item'], depth + 1);
    });
  }
}

function readCondition(
  extensions: unknown,
  { perCondition, scales }: Instrument,
  totals: readonly string[],
  flaws: ResourceFlaw[],
): Condition | undefined {
  const at = ['extension'];
  if (extensions !== undefined && !Array.isArray(extensions)) {
    flaws.push(unreadable(at, 'must be an array'));
    return undefined;
  }
  const found = (extensions ?? []).flatMap((one: unknown, i) =>
    isObject(one) && one['url'] === CONDITION_EXTENSION ? [{ at: [...at, i], code: one['valueCode'] }] : [],
  );
  const [first, second] = found;
  if (second) flaws.push(impossible(second.at, 'names a second condition; send a response for each'));
  if (!first) {
    if (perCondition)
      flaws.push(
        impossible(
          at,
          `needs the condition this instrument was filled in for: { "url": "${CONDITION_EXTENSION}", "valueCode": … }`,
        ),
      );
    return undefined;
  }
  const place = [...first.at, 'valueCode'];
  const condition = CONDITIONS.find((one) => one === first.code);
  if (!condition) flaws.push(unreadable(place, `must be one of ${CONDITIONS.join(', ')}`));
  for (const { code, condition: own } of scales)
    if (condition && own !== undefined && own !== condition && totals.includes(code))
      flaws.push(impossible(place, `the total ${code} speaks of ${own}`));
  return condition;
}
