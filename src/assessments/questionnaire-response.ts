import type { Answer, Instrument, Item } from '../core/assessment/instrument.js';
import { scoreAnswers } from '../core/assessment/score-answers.js';
import { CONDITIONS, type Condition } from '../core/vocabulary/conditions.js';
import { closestWord } from '../http/validation/closest-word.js';
import { readAnswers } from './questionnaire-answer.js';
import { CONDITION_EXTENSION, questionnaireUrl, STEM } from './questionnaire.js';
import { impossible, isObject, type ResourceFlaw, unreadable } from './resource-flaw.js';

/**
 * The content of a QuestionnaireResponse in our own format: answers, or totals if the items may not be shipped, or if
 * the response has no other answers.
 */
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
/** LOINC's own address of a panel, or that of a server that has the form by its code; LHC-Forms adds an x. */
const LOINC_PANEL = /^(?:https?:\/\/loinc\.org\/q\/|(?:.*\/)?Questionnaire\/)(\d{1,7}-\d)(?:-x)?$/;
/** The code of a LOINC item, alone or at the end of a path of codes. */
const LOINC_LINK = /^(?:.*\/)?(\d{1,7}-\d)$/;

/**
 * Reads a FHIR R4 QuestionnaireResponse to one of our Questionnaires: `questionnaire` is our urn, with or without
 * `|version`, any address that ends in `/Questionnaire/{id}`, or that of the LOINC panel, `http://loinc.org/q/{code}`.
 * Items are named by our ids or by LOINC's codes, with or without a slash (`/44250-9`). An instrument that is filled in for one condition
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
  reader.checkTotals();
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
  const panel = LOINC_PANEL.exec(address)?.[1];
  const ofPanel = [...instruments.values()].find(({ loinc }) => panel && loinc?.panel?.code === panel);
  // A version of the panel is LOINC's, not ours.
  if (ofPanel) return ofPanel;
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
  /** Our id of an item or a total, by LOINC's code. */
  private readonly byLoinc: ReadonlyMap<string, string>;
  /** Totals of an instrument whose items were answered too, and where they are. */
  private readonly stated: { readonly scale: string; readonly value: number; readonly at: Place }[] = [];

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
    const coded =
      entry === 'total-only'
        ? scales.map(({ code: id, loinc }) => ({ id, loinc }))
        : items.map(({ id, loinc }) => ({ id, loinc }));
    this.byLoinc = new Map(coded.flatMap(({ id, loinc }) => (loinc ? [[loinc.code, id] as const] : [])));
  }

  /**
   * A total must be that of the answers. Beside an unfinished form it must be possible, and is not used; without any
   * answer it is the result.
   */
  checkTotals(): void {
    if (this.flaws.length > 0 || this.stated.length === 0) return;
    const { scales } = scoreAnswers(this.instrument, this.answers, {});
    for (const { scale: code, value, at } of this.stated) {
      const scale = this.instrument.scales.find((one) => one.code === code)!;
      const { value: total, missing } = scales.find((one) => one.code === code)!;
      const isAnswered = scale.items.some((id) => this.answers[id] !== undefined);
      if (!isAnswered) this.totals[code] = value;
      else if (total === null) {
        const { least, most } = this.boundsOf(scale.items, missing);
        if (value < least || value > most)
          this.flaws.push(
            impossible(
              at,
              `must be from ${least} to ${most} with the answers given; correct it or leave it out`,
            ),
          );
      } else if (value !== total)
        this.flaws.push(impossible(at, 'is not the total of the answers; correct it or leave it out'));
    }
  }

  private boundsOf(
    items: readonly string[],
    missing: readonly string[],
  ): { readonly least: number; readonly most: number } {
    let [least, most] = [0, 0];
    for (const id of items) {
      const { options = [] } = this.asked.get(id)!;
      const scores = options
        .filter(({ value }) => missing.includes(id) || value === this.answers[id])
        .map(({ score = 0 }) => score);
      least += Math.min(...scores, ...(scores.length === 0 ? [0] : []));
      most += Math.max(...scores, 0);
    }
    return { least, most };
  }

  /** Whether it is a total of the panel, or an item that nothing reads. */
  private isBesideItems(code: string): boolean {
    const { scales, loinc } = this.instrument;
    return [...scales.map((scale) => scale.loinc), ...(loinc?.unused ?? [])].some(
      (one) => one?.code === code,
    );
  }

  /** Keeps a total, to be checked. */
  private readBesideItems(code: string, given: readonly unknown[], at: Place): void {
    const scale = this.instrument.scales.find(({ loinc }) => loinc?.code === code);
    if (!scale) return;
    const { code: id, label, min, max } = scale;
    if (this.stated.some((one) => one.scale === id))
      this.flaws.push(impossible([...at, 'linkId'], 'is answered twice; give its answers in one item'));
    const place = [...at, 'answer'];
    const item: Item = { id, text: label, kind: 'integer', min, max };
    const read = readAnswers(given.map(unquantified), item, this.instrument);
    if ('flaws' in read)
      this.flaws.push(...read.flaws.map((flaw) => ({ ...flaw, at: [...place, ...flaw.at.slice(0, 1)] })));
    else this.stated.push({ scale: id, value: read.value as number, at: [...place, 0] });
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
    const code = LOINC_LINK.exec(linkId)?.[1];
    const id = this.asked.has(linkId) ? linkId : (this.byLoinc.get(code ?? '') ?? linkId);
    const asked = this.asked.get(id);
    if (!asked && code !== undefined && this.isBesideItems(code)) this.readBesideItems(code, given, at);
    else if (!asked) {
      const meant = closestWord(linkId, [...this.asked.keys()]);
      const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
      this.flaws.push(unreadable([...at, 'linkId'], `is not an item of this Questionnaire${hint}`, meant));
    } else if (id in this.answers || id in this.totals) {
      this.flaws.push(impossible([...at, 'linkId'], 'is answered twice; give its answers in one item'));
    } else {
      const read = readAnswers(given, asked, this.instrument);
      if ('flaws' in read)
        this.flaws.push(...read.flaws.map((flaw) => ({ ...flaw, at: [...place, ...flaw.at] })));
      else if (this.instrument.entry === 'total-only') this.totals[id] = read.value as number;
      else this.answers[id] = read.value;
    }
    given.forEach((answer: unknown, i) => {
      if (!isObject(answer)) return;
      this.flaws.push(...flawsOfModifiers(answer, [...place, i]));
      this.readItems(answer['item'], [...place, i, 'item'], depth + 1);
    });
  }
}

/** LHC-Forms states a total as a decimal or a quantity. One with a comparator ("more than 8") is no total. */
function unquantified(answer: unknown): unknown {
  if (!isObject(answer)) return answer;
  const { valueQuantity, ...rest } = answer;
  if (!isObject(valueQuantity) || valueQuantity['comparator'] !== undefined) return answer;
  return { ...rest, valueDecimal: valueQuantity['value'] };
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
