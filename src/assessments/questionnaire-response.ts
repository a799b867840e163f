import type { Instrument, Item } from '../core/assessment/instrument.js';
import { CONDITIONS, type Condition } from '../core/vocabulary/conditions.js';
import { closestWord } from '../http/closest-word.js';
import { codingOf, CONDITION_EXTENSION, questionnaireUrl } from './questionnaire.js';

/** What a QuestionnaireResponse says, in our own form: answers, or totals where the items may not be shipped. */
export interface ReadResponse {
  readonly instrument: Instrument;
  readonly condition?: Condition;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly totals: Readonly<Record<string, number>>;
}

/** What is wrong with a resource, and where in it. An answer is never repeated. */
export interface ResourceFlaw {
  readonly at: readonly (string | number)[];
  readonly message: string;
  readonly suggestion?: string;
}

const STATUSES = ['in-progress', 'completed', 'amended'];
const DEEPEST = 6;

/**
 * Reads a FHIR R4 QuestionnaireResponse to one of our Questionnaires: `questionnaire` is our urn, with or without
 * `|version`, or any address that ends in `/Questionnaire/{id}`.
 */
export function readQuestionnaireResponse(
  resource: Readonly<Record<string, unknown>>,
  instruments: ReadonlyMap<string, Instrument>,
): ReadResponse | ResourceFlaw[] {
  if (resource['resourceType'] !== 'QuestionnaireResponse')
    return [{ at: ['resourceType'], message: 'must be QuestionnaireResponse' }];
  const found = findInstrument(resource['questionnaire'], instruments);
  if (!('id' in found)) return [found];
  const flaws: ResourceFlaw[] = [];
  if (!STATUSES.includes(resource['status'] as string))
    flaws.push({ at: ['status'], message: `must be one of ${STATUSES.join(', ')}` });
  const answers: Record<string, unknown> = {};
  const totals: Record<string, number> = {};
  const reader = new ItemReader(found, answers, totals, flaws);
  reader.readItems(resource['item'], ['item'], 0);
  const condition = conditionOf(resource['extension'], flaws);
  if (flaws.length > 0) return flaws;
  return { instrument: found, ...(condition ? { condition } : {}), answers, totals };
}

function findInstrument(
  canonical: unknown,
  instruments: ReadonlyMap<string, Instrument>,
): Instrument | ResourceFlaw {
  const at = ['questionnaire'];
  if (typeof canonical !== 'string')
    return { at, message: `is required: ${questionnaireUrl('{id}')}, see GET /fhir/Questionnaire` };
  const [address = '', version] = canonical.split('|');
  const id = /(?:^urn:treatment-navigator:questionnaire:|(?:^|\/)Questionnaire\/)([a-z0-9-]+)$/.exec(
    address,
  )?.[1];
  const instrument = id === undefined ? undefined : instruments.get(id);
  if (!instrument) {
    const meant = id === undefined ? undefined : closestWord(id, [...instruments.keys()]);
    return {
      at,
      message: `is no Questionnaire of this service; see GET /fhir/Questionnaire${meant === undefined ? '' : `; did you mean "${questionnaireUrl(meant)}"?`}`,
      ...(meant === undefined ? {} : { suggestion: questionnaireUrl(meant) }),
    };
  }
  if (version !== undefined && version !== instrument.version)
    return { at, message: `version ${instrument.version} is the one that is held here` };
  return instrument;
}

/** Walks the items of a response, groups included. */
class ItemReader {
  constructor(
    private readonly instrument: Instrument,
    private readonly answers: Record<string, unknown>,
    private readonly totals: Record<string, number>,
    private readonly flaws: ResourceFlaw[],
  ) {}

  readItems(items: unknown, at: readonly (string | number)[], depth: number): void {
    if (items === undefined) return;
    if (!Array.isArray(items) || depth > DEEPEST) {
      this.flaws.push({ at, message: depth > DEEPEST ? 'is nested too deep' : 'must be an array' });
      return;
    }
    items.forEach((item: unknown, i) => this.readItem(item, [...at, i], depth));
  }

  private readItem(item: unknown, at: readonly (string | number)[], depth: number): void {
    if (!isObject(item) || typeof item['linkId'] !== 'string') {
      this.flaws.push({ at: [...at, 'linkId'], message: 'is required' });
      return;
    }
    const { linkId } = item;
    const given = item['answer'];
    this.readItems(item['item'], [...at, 'item'], depth + 1);
    if (given === undefined) return;
    const asked = this.instrument.items.find(({ id }) => id === linkId);
    const isTotal =
      this.instrument.entry === 'total-only' && this.instrument.scales.some(({ code }) => code === linkId);
    if (!asked && !isTotal) {
      const known = [
        ...this.instrument.items.map(({ id }) => id),
        ...this.instrument.scales.map(({ code }) => code),
      ];
      const meant = closestWord(linkId, known);
      this.flaws.push({
        at: [...at, 'linkId'],
        message: `is no item of this Questionnaire${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
        ...(meant === undefined ? {} : { suggestion: meant }),
      });
      return;
    }
    if (!Array.isArray(given) || given.length === 0 || (given.length > 1 && asked?.kind !== 'choices')) {
      this.flaws.push({ at: [...at, 'answer'], message: 'must be an array of one answer' });
      return;
    }
    const values = given.map((one: unknown, i) => this.readAnswer(one, asked, [...at, 'answer', i]));
    if (values.includes(undefined)) return;
    if (isTotal) this.totals[linkId] = values[0] as number;
    else this.answers[linkId] = asked!.kind === 'choices' ? values : values[0];
  }

  /** `undefined` where it cannot be read; the flaw has been told. */
  private readAnswer(
    answer: unknown,
    asked: Item | undefined,
    at: readonly (string | number)[],
  ): number | string | undefined {
    const told = isObject(answer) ? answer : {};
    const fail = (message: string) => {
      this.flaws.push({ at, message });
      return undefined;
    };
    if (asked === undefined || asked.kind === 'integer') {
      const value = told['valueInteger'] ?? told['valueDecimal'];
      return Number.isInteger(value) ? (value as number) : fail('must be a valueInteger');
    }
    if (asked.kind === 'text')
      return typeof told['valueString'] === 'string' ? told['valueString'] : fail('must be a valueString');
    const { options = [] } = asked;
    const boolean = told['valueBoolean'];
    if (typeof boolean === 'boolean') {
      const option = options.length === 2 && options.find(({ value }) => value === Number(boolean));
      return option ? option.value : fail('must be a valueCoding');
    }
    const coding = isObject(told['valueCoding']) ? told['valueCoding'] : undefined;
    if (!coding) return fail('must be a valueCoding');
    const option = options.find((one) => {
      const { system, code } = codingOf(one, this.instrument);
      // Our own value is taken too, whoever's code stands in the Questionnaire.
      return (
        (coding['code'] === code && (coding['system'] === undefined || coding['system'] === system)) ||
        (coding['code'] === String(one.value) && coding['system'] !== system)
      );
    });
    return option ? option.value : fail('must be one of the options of the Questionnaire');
  }
}

function conditionOf(extensions: unknown, flaws: ResourceFlaw[]): Condition | undefined {
  if (!Array.isArray(extensions)) return undefined;
  const at = extensions.findIndex((one: unknown) => isObject(one) && one['url'] === CONDITION_EXTENSION);
  if (at < 0) return undefined;
  const code = (extensions[at] as Record<string, unknown>)['valueCode'];
  const condition = CONDITIONS.find((one) => one === code);
  if (!condition)
    flaws.push({ at: ['extension', at, 'valueCode'], message: `must be one of ${CONDITIONS.join(', ')}` });
  return condition;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
