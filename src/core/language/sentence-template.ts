import type { ReasonValue } from '../matching/verdict.js';
import type { Language } from '../vocabulary/languages.js';

export type SentenceValues = Readonly<Record<string, ReasonValue>>;

/** One sentence of a catalogue: a fixed text, or a text built from the values of a reason. */
export type SentenceTemplate = string | ((values: SentenceValues) => string);

/** One catalogue per language. */
export type Catalogues<Code extends string> = Readonly<
  Record<Language, Readonly<Record<Code, SentenceTemplate>>>
>;

export const list = (value: ReasonValue | undefined): readonly string[] =>
  Array.isArray(value) ? value : [];
export const number = (value: ReasonValue | undefined): number => Number(value);
export const text = (value: ReasonValue | undefined): string => String(value);
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
