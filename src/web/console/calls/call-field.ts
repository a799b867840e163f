import type { FactFormat } from '../../service/coach-api.js';

/** The field that takes the value of a fact, by its schema. */
export type CallField =
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number | undefined }
  | { readonly kind: 'choice'; readonly codes: readonly string[] }
  /** Codes that the place says yes to, and others that it says no to. */
  | { readonly kind: 'list'; readonly codes: readonly string[] }
  /** Hours on days, prices and the like: an editor enters them. */
  | { readonly kind: 'none' };

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Reads the form of a fact from its JSON Schema. */
export function callFieldOf({ schema }: Pick<FactFormat, 'schema'>): CallField {
  const { type, enum: codes, minimum = 0, maximum, properties } = schema as Schema;
  if (type === 'boolean') return { kind: 'yes-no' };
  if (type === 'integer' || type === 'number') return { kind: 'number', least: minimum, most: maximum };
  if (codes) return { kind: 'choice', codes: codes.map(String) };
  const listed = properties?.['yes']?.items?.enum;
  if (listed && properties['no']) return { kind: 'list', codes: listed.map(String) };
  return { kind: 'none' };
}

/** What a person has entered in a field, before it is a value. */
export interface Entered {
  readonly text?: string;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

/** The value of a fact, or `undefined` while nothing that can be saved was entered. */
export function valueOf(field: CallField, { text = '', yes = [], no = [] }: Entered): unknown {
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
    case 'none':
      return undefined;
  }
}
