import type { Language } from '../../vocabulary/languages.js';

/** How a code is shown to a reader. */
export interface ShownWord {
  /** As people write it, alone: `Intensive outpatient`. */
  readonly label: string;
  /** The label, or a shorter one of at most 18 characters, for a bar or a button. */
  readonly short: string;
  /** One plain sentence. */
  readonly description: string;
}

/**
 * A word as it is written in a table: the description alone, where the label is the word that sentences use, with a capital
 * letter; or label (null: the word of sentences), description, and a short label where the label is longer than a bar.
 */
export type WrittenWord = string | readonly [label: string | null, description: string, short?: string];

/** A word for each code, in each language: the compiler names the code without one. */
export type WordTable<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, WrittenWord>>>>;
