import { areWhole, type Hours } from '../../design/hours-field.js';
import type { FactFormat } from '../../service/coach-api.js';

/** The field that takes the value of a fact, by its schema. */
export type CallField =
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number | undefined }
  | { readonly kind: 'choice'; readonly codes: readonly string[] }
  /** Codes that the place says yes to, and others that it says no to. */
  | { readonly kind: 'list'; readonly codes: readonly string[] }
  /** Codes, all of which apply. */
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  /** For each of some codes, one of the same answers: what is done with each medication. */
  | { readonly kind: 'each'; readonly codes: readonly string[]; readonly answers: readonly string[] }
  | { readonly kind: 'hours' }
  | { readonly kind: 'prices'; readonly periods: readonly string[] }
  /** A form that the call sheet does not know: an editor enters it. */
  | { readonly kind: 'none' };

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/**
 * Reads the form of a fact from its JSON Schema.
 *
 * @param openCodes the codes to choose from where the schema allows any, as of languages
 */
export function callFieldOf(
  { schema }: Pick<FactFormat, 'schema'>,
  openCodes: readonly string[] = [],
): CallField {
  const { type, enum: codes, minimum = 0, maximum, properties, items } = schema as Schema;
  if (type === 'boolean') return { kind: 'yes-no' };
  if (type === 'integer' || type === 'number') return { kind: 'number', least: minimum, most: maximum };
  if (codes) return { kind: 'choice', codes: codes.map(String) };
  if (type === 'array') return listedField(items ?? {});
  if (properties?.['yes'] && properties['no']) {
    const listed = properties['yes'].items?.enum?.map(String) ?? openCodes;
    return listed.length > 0 ? { kind: 'list', codes: listed } : { kind: 'none' };
  }
  const [first, ...others] = Object.values(properties ?? {});
  const answers = first?.enum?.map(String);
  return answers && others.every(({ enum: same }) => same?.join() === answers.join())
    ? { kind: 'each', codes: Object.keys(properties!), answers }
    : { kind: 'none' };
}

function listedField({ enum: codes, properties }: Schema): CallField {
  if (codes) return { kind: 'codes', codes: codes.map(String) };
  const { day, amount, per } = properties ?? {};
  if (day) return { kind: 'hours' };
  if (amount && per?.enum) return { kind: 'prices', periods: per.enum.map(String) };
  return { kind: 'none' };
}

/** A price as it is entered: in dollars, with or without cents. */
export interface EnteredPrice {
  readonly amount: string;
  readonly per: string;
}

/** What a person has entered in a field, before it is a value. */
export interface Entered {
  readonly text?: string;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  readonly hours?: readonly Hours[];
  readonly prices?: readonly EnteredPrice[];
  readonly each?: Readonly<Record<string, string>>;
}

/** The value of a fact, or `undefined` while nothing that can be saved was entered. */
export function valueOf(field: CallField, entered: Entered): unknown {
  const { text = '', yes = [], no = [], hours = [], prices = [], each = {} } = entered;
  switch (field.kind) {
    case 'yes-no':
      return text === '' ? undefined : text === 'yes';
    case 'number': {
      const value = Number(text);
      const fits = Number.isInteger(value) && value >= field.least && value <= (field.most ?? Infinity);
      return text.trim() !== '' && fits ? value : undefined;
    }
    case 'choice':
      return field.codes.includes(text) ? text : undefined;
    case 'list': {
      // A code on both sides is not an answer yet.
      if (yes.length + no.length === 0 || yes.some((code) => no.includes(code))) return undefined;
      return { ...(yes.length > 0 && { yes }), ...(no.length > 0 && { no }) };
    }
    case 'codes':
      return yes.length > 0 ? yes : undefined;
    case 'each': {
      const said = Object.entries(each).filter(([, answer]) => answer !== '');
      return said.length > 0 ? Object.fromEntries(said) : undefined;
    }
    case 'hours':
      // One span that is not whole may be the one that matters.
      return hours.length > 0 && hours.every(areWhole)
        ? hours.flatMap(({ days, from, to }) => days.map((day) => ({ day, from, to })))
        : undefined;
    case 'prices': {
      const values = prices.map(priceOf);
      return values.length > 0 && values.every((value) => value !== undefined) ? values : undefined;
    }
    case 'none':
      return undefined;
  }
}

/** In cents. Prices of a directory of the United States are in dollars. */
function priceOf({ amount, per }: EnteredPrice) {
  const [, dollars, cents = ''] = /^\s*\$?\s*(\d{1,6})(?:\.(\d{2}))?\s*$/.exec(amount) ?? [];
  if (dollars === undefined || per === '') return undefined;
  return { amount: Number(dollars) * 100 + Number(cents), currency: 'USD', per };
}
