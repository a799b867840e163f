import type { Medication, MedicationStance } from '../vocabulary/medications.js';
import type { CodeOf, ListKey, ValueKey } from './fact-keys.js';
import type { FactKey, Standing, StatedFacts } from './source-record.js';

/** Who stated a fact, as of when, and how reliable that is. */
export interface Origin {
  readonly source: string;
  readonly asOf: string;
  readonly standing: Standing;
  /** The person or representative who stated it, if there is one. */
  readonly by?: string;
  /** The first day on which it no longer counts, if it expires by itself. */
  readonly expiresOn?: string;
}

/**
 * `yes`, `no`, or `maybe`: the category was reported, but not whether this code is in it. An absent code is unknown.
 */
export type Stance = 'yes' | 'no' | 'maybe';

/** What a resolved fact is based on. */
export interface Resting {
  /** Index into `ResolvedFacts.origins`. */
  readonly origin: number;
  /** How many observers confirm it, if it was confirmed by people. */
  readonly confirmedBy?: number;
}

/** One code's stance. */
export interface ResolvedCode extends Resting {
  readonly stance: Stance;
}

/** A fact, or one code or medication of it, on which observers disagree. */
export interface DisputedFact {
  readonly fact: FactKey;
  /** The code in the list, or the medication; absent if the fact is a single value. */
  readonly code?: string;
  /** `true`: a majority agrees, and their value counts. `false`: it is unknown until it is settled. */
  readonly settled: boolean;
  /** Those who disagree with the current value; all of them if there is none. */
  readonly origins: readonly number[];
}

export interface ResolvedList {
  readonly codes: Readonly<Record<string, ResolvedCode>>;
  /** Index of the origin that claims the list is complete; then a code that is not in `codes` is `no`. */
  readonly complete?: number;
}

export interface ResolvedValue<V> extends Resting {
  readonly value: V;
}

export interface ResolvedMedication extends Resting {
  readonly stance: MedicationStance;
}

/**
 * The one set of facts that is shown and matched, each with its origin. Created by `resolveFacts`, stored with the
 * program, never edited.
 */
export interface ResolvedFacts {
  readonly origins: readonly Origin[];
  readonly lists: Readonly<Partial<Record<ListKey, ResolvedList>>>;
  readonly values: Readonly<{ [K in ValueKey]?: ResolvedValue<NonNullable<StatedFacts[K]>> }>;
  readonly medications: Readonly<Partial<Record<Medication, ResolvedMedication>>>;
  /** Facts that were stated once and are past their shelf life: shown with their date, and unknown otherwise. */
  readonly expired: readonly { readonly fact: FactKey; readonly origin: number }[];
  /** Facts on which observers disagree; absent if there are none. */
  readonly disputed?: readonly DisputedFact[];
  /** The day on which the next fact goes stale and the records must be resolved again. */
  readonly resolveAgainOn?: string;
}

/** What the list says about one code; `unknown` if it was not reported. */
export function stanceOf<K extends ListKey>(
  facts: ResolvedFacts,
  key: K,
  code: CodeOf<K>,
): Stance | 'unknown' {
  const list = facts.lists[key];
  if (!list) return 'unknown';
  return list.codes[code]?.stance ?? (list.complete === undefined ? 'unknown' : 'no');
}

/** The codes of a list that are `yes`, in the order of the vocabulary or in alphabetical order. */
export function yesCodes<K extends ListKey>(facts: ResolvedFacts, key: K): CodeOf<K>[] {
  const codes = facts.lists[key]?.codes ?? {};
  return Object.keys(codes).filter((code) => codes[code]?.stance === 'yes') as CodeOf<K>[];
}

/** The best origin on which a known fact is still based: a record whose facts are all stale adds no trust. */
export function surestOrigin({ origins, lists, values, medications }: ResolvedFacts): Origin | undefined {
  const resting: readonly Resting[][] = [
    Object.values(values),
    Object.values(medications),
    ...Object.values(lists).map(({ codes, complete }) => [
      ...Object.values(codes),
      ...(complete === undefined ? [] : [{ origin: complete }]),
    ]),
  ];
  const index = origins.findIndex((_, at) =>
    resting.some((ones) => ones.some(({ origin }) => origin === at)),
  );
  return origins[Math.max(index, 0)];
}
