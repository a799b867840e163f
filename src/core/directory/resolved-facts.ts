import type { Medication, MedicationStance } from '../vocabulary/medications.js';
import type { FactKey, ListStatement, Standing, StatedFacts } from './source-record.js';

/** Who said a fact, as of when, and how sure that is. */
export interface Origin {
  readonly source: string;
  readonly asOf: string;
  readonly standing: Standing;
}

/** `yes`, `no`, or `maybe`: the category was reported, but not whether this code is in it. No word is unknown. */
export type Stance = 'yes' | 'no' | 'maybe';

/** Keys of `StatedFacts` that are lists of codes. */
export type ListKey = {
  [K in FactKey]-?: NonNullable<StatedFacts[K]> extends ListStatement<string> ? K : never;
}[FactKey];

/** Keys of `StatedFacts` that hold one value (medications and lists apart). */
export type ValueKey = Exclude<FactKey, ListKey | 'medications'>;

export type CodeOf<K extends ListKey> =
  NonNullable<StatedFacts[K]> extends ListStatement<infer Code> ? Code : never;

/** One code's stance with the index of its origin in `ResolvedFacts.origins`. */
export interface ResolvedCode {
  readonly stance: Stance;
  readonly origin: number;
}

export interface ResolvedList {
  readonly codes: Readonly<Record<string, ResolvedCode>>;
  /** Index of the origin that named all; then a code that is not in `codes` is `no`. */
  readonly complete?: number;
}

export interface ResolvedValue<V> {
  readonly value: V;
  readonly origin: number;
}

/**
 * The one set of facts that is shown and matched, each with its origin. Made by `resolveFacts`, stored with the
 * program, never edited.
 */
export interface ResolvedFacts {
  readonly origins: readonly Origin[];
  readonly lists: Readonly<Partial<Record<ListKey, ResolvedList>>>;
  readonly values: Readonly<{ [K in ValueKey]?: ResolvedValue<NonNullable<StatedFacts[K]>> }>;
  readonly medications: Readonly<Partial<Record<Medication, { stance: MedicationStance; origin: number }>>>;
  /** Facts that were said once and are past their shelf life: shown with their date, taken as unknown. */
  readonly expired: readonly { readonly fact: FactKey; readonly origin: number }[];
  /** The day on which the next fact goes stale and the records must be resolved again. */
  readonly resolveAgainOn?: string;
}

/** What the list says of one code; `unknown` where nobody said anything. */
export function stanceOf<K extends ListKey>(
  facts: ResolvedFacts,
  key: K,
  code: CodeOf<K>,
): Stance | 'unknown' {
  const list = facts.lists[key];
  if (!list) return 'unknown';
  return list.codes[code]?.stance ?? (list.complete === undefined ? 'unknown' : 'no');
}

/** The codes of a list that stand at `yes`, in the order of the vocabulary or of the alphabet. */
export function yesCodes<K extends ListKey>(facts: ResolvedFacts, key: K): CodeOf<K>[] {
  const codes = facts.lists[key]?.codes ?? {};
  return Object.keys(codes).filter((code) => codes[code]?.stance === 'yes') as CodeOf<K>[];
}
