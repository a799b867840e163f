import type { CodeOf, ListKey } from '../../core/directory/resolved-facts.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import type { Medication } from '../../core/vocabulary/medications.js';

/** What a code states by itself, whatever else the row says: codes of a list that are so, a flag, one value. */
export type PlainStatement = { readonly [K in ListKey]?: readonly CodeOf<K>[] } & Pick<
  StatedFacts,
  | 'slidingFee'
  | 'paymentAssistance'
  | 'pregnancyCare'
  | 'coOccurringCare'
  | 'ownership'
  | 'smoking'
  | 'vaping'
> & { readonly starts?: readonly Medication[] };

/** What the code states, in words, where it depends on the row's other codes; the rules are in stated-*.ts. */
export interface RuledStatement {
  readonly byRule: string;
}

export function byRule(words: string): RuledStatement {
  return { byRule: words };
}

/** The code is known, and states nothing in our vocabulary. */
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

/** One edition's codes. A code means what its own edition says; the same letters may mean another thing in the next. */
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
export function isReported(book: CodeBook, category: string, codes: ReadonlySet<string>): boolean {
  const known = book.categories.find(({ code }) => code === category)?.codes ?? {};
  return Object.keys(known).some((code) => codes.has(code));
}
