import type { RatingContent } from './rating-version.js';

/** One field that differs between two versions. */
export interface FieldDifference {
  /** JSON Pointer into the version, such as `/certainty` or `/reasons/imprecision`. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The public name of each field, as in an answer. */
const POINTERS: Readonly<Partial<Record<keyof RatingContent, string>>> = { certaintyReasons: 'reasons' };

/**
 * Field by field, what differs in a later version. Reasons are compared domain by domain; for citations, the removed
 * and the added ones.
 */
export function versionDifference(before: RatingContent, after: RatingContent): FieldDifference[] {
  return (Object.keys(after) as (keyof RatingContent)[]).flatMap((field) => {
    const pointer = `/${POINTERS[field] ?? field}`;
    if (field === 'citations') return citationDifference(before.citations, after.citations);
    if (field === 'certaintyReasons')
      return partDifference(pointer, before.certaintyReasons ?? {}, after.certaintyReasons ?? {});
    return difference(pointer, before[field], after[field]);
  });
}

/** A field that the version before said and this one does not, with what it said; for citations, those removed. */
export type DroppedField = Pick<FieldDifference, 'pointer' | 'before'>;

/** What a version no longer says. The note on its change belongs to one version and is not missed in the next. */
export function droppedFields(before: RatingContent, after: RatingContent): DroppedField[] {
  return versionDifference(before, { ...after, changeNote: before.changeNote })
    .filter((one) =>
      one.pointer === '/citations'
        ? (one.before as string[]).length > 0
        : says(one.before) && !says(one.after),
    )
    .map(({ pointer, before: said }) => ({ pointer, before: said }));
}

/** `unknown` is what a direction is while it is not stated; an effect that is not verified is none that was seen. */
function says(value: unknown): boolean {
  return value !== null && value !== '' && value !== false && value !== 'unknown';
}

function difference(pointer: string, before: unknown, after: unknown): FieldDifference[] {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null)
    ? []
    : [{ pointer, before: before ?? null, after: after ?? null }];
}

function partDifference(pointer: string, before: object, after: object): FieldDifference[] {
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return parts.flatMap((part) =>
    difference(`${pointer}/${part}`, before[part as keyof object], after[part as keyof object]),
  );
}

function citationDifference(before: readonly string[], after: readonly string[]): FieldDifference[] {
  const dropped = before.filter((id) => !after.includes(id));
  const added = after.filter((id) => !before.includes(id));
  return dropped.length + added.length === 0
    ? []
    : [{ pointer: '/citations', before: dropped, after: added }];
}
