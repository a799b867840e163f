import type { FactTable } from './fact-definition.js';
import { FACTS } from './facts.js';
import type { FactKey } from './source-record.js';

const DAY_MS = 86_400_000;

/** Whole days from one day to another (YYYY-MM-DD, UTC). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The days for which a statement counts, by fact; a fact that is not in it keeps. */
export function shelfLivesIn(facts: FactTable): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(facts).flatMap(([key, { shelfLifeDays }]) =>
      shelfLifeDays === undefined ? [] : [[key, shelfLifeDays]],
    ),
  );
}

export const SHELF_LIFE_DAYS = shelfLivesIn(FACTS);

/**
 * The first day on which a fact said on `asOf` is stale, or `undefined` where the fact keeps. A record that ends by
 * itself (`expiresOn`, the first day on which it does not count) shortens that, and never lengthens it.
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

/** A year is fresh, two are ageing, more is stale: the published rule for a record as a whole. */
export function freshness(asOf: string, today: string): Freshness {
  const days = daysBetween(asOf, today);
  if (days <= 365) return 'fresh';
  return days <= 730 ? 'ageing' : 'stale';
}
