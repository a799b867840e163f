import type { ReasonValue } from '../matching/verdict.js';

export type SentenceValues = Readonly<Record<string, ReasonValue>>;

/** One sentence of a catalogue: a fixed text, or a text built from the values of a reason. */
export type SentenceTemplate = string | ((values: SentenceValues) => string);

export const list = (value: ReasonValue | undefined): readonly string[] =>
  Array.isArray(value) ? value : [];
export const number = (value: ReasonValue | undefined): number => Number(value);
export const text = (value: ReasonValue | undefined): string => String(value);
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
