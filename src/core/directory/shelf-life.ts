import type { FactTable } from './fact-definition.js';
import { FACTS } from './facts.js';
import type { FactKey } from './source-record.js';

const DAY_MS = 86_400_000;

/** Whole days from one day to another (YYYY-MM-DD, UTC). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The days for which a statement counts, by fact; a fact that is absent never expires. */
export function shelfLivesIn(facts: FactTable): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(facts).flatMap(([key, { shelfLifeDays }]) =>
      shelfLifeDays === undefined ? [] : [[key, shelfLifeDays]],
    ),
  );
}

export const SHELF_LIFE_DAYS = shelfLivesIn(FACTS);

/**
 * The first day on which a fact stated on `asOf` is stale, or `undefined` if the fact never expires. The `expiresOn` of
 * a record (the first day on which it no longer counts) can shorten that, but never lengthen it.
 */
export function staleOn(
  key: FactKey,
  asOf: string,
  expiresOn?: string,
  shelfLifeDays: ReadonlyMap<string, number> = SHELF_LIFE_DAYS,
): string | undefined {
  const days = shelfLifeDays.get(key);
  if (days === undefined) return expiresOn;
  const shelved = addDays(asOf, days + 1);
  return expiresOn !== undefined && expiresOn < shelved ? expiresOn : shelved;
}

/** The day that many days after a day (YYYY-MM-DD, UTC). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export type Freshness = 'fresh' | 'ageing' | 'stale';

/** Up to one year is fresh, up to two years is ageing, more is stale: the published rule for a record as a whole. */
export function freshness(asOf: string, today: string): Freshness {
  const days = daysBetween(asOf, today);
  if (days <= 365) return 'fresh';
  return days <= 730 ? 'ageing' : 'stale';
}
