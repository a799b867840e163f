import type { CodeOf, ListKey, ValueKey } from '../../core/directory/fact-keys.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import type { Medication } from '../../core/vocabulary/medications.js';

/** Facts with one value of which a row may report several; two of them contradict each other. */
export const SINGLE_VALUES = ['ownership', 'smoking', 'vaping'] as const satisfies readonly ValueKey[];

/** Facts with one value that a single code determines. */
export const SETTLED_VALUES = [
  'slidingFee',
  'paymentAssistance',
  'pregnancyCare',
  'coOccurringCare',
] as const satisfies readonly ValueKey[];

/** What a code states by itself, whatever else the row has: codes of a list that apply, a flag, one value. */
export type PlainStatement = { readonly [K in ListKey]?: readonly CodeOf<K>[] } & Pick<
  StatedFacts,
  (typeof SINGLE_VALUES)[number] | (typeof SETTLED_VALUES)[number]
> & { readonly starts?: readonly Medication[] };

/** What the code states, in words, if it depends on other codes of the row; the rules are in stated-*.ts. */
export interface RuledStatement {
  readonly byRule: string;
}

export function byRule(words: string): RuledStatement {
  return { byRule: words };
}

/** The code is known, but states nothing in our vocabulary. */
export const NOTHING = 'nothing';

/** The book's own label, then what the code states. */
export type CodeLine = readonly [
  label: string,
  ...states: readonly (PlainStatement | RuledStatement | typeof NOTHING)[],
];

export interface CodeCategory {
  readonly code: string;
  readonly label: string;
  readonly codes: Readonly<Record<string, CodeLine>>;
}

/**
 * The codes of one edition. A code has the meaning of its own edition; the same letters may mean something else in the
 * next.
 */
export interface CodeBook {
  readonly edition: string;
  /** The day the facts are as of, YYYY-MM-DD. */
  readonly asOf: string;
  readonly categories: readonly CodeCategory[];
  /** Every code of every category with its line. */
  readonly lines: ReadonlyMap<string, CodeLine>;
}

export function codeBook(written: Omit<CodeBook, 'lines'>): CodeBook {
  return {
    ...written,
    lines: new Map(written.categories.flatMap(({ codes }) => Object.entries(codes))),
  };
}

/** Whether any code of the category is reported. */
export function isCategoryReported(book: CodeBook, category: string, codes: ReadonlySet<string>): boolean {
  const known = book.categories.find(({ code }) => code === category)?.codes ?? {};
  return Object.keys(known).some((code) => codes.has(code));
}
