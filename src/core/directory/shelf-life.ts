import type { FactKey } from './source-record.js';

/**
 * Days after which a fact is no longer taken as known (clinical/matching-factors.md §2; architecture: a fact past
 * its shelf life yields to the next source or to unknown). A fact that is not listed keeps.
 *
 * The 90 days for "network" are about a plan's list of providers, a fact this directory does not hold yet; the
 * kinds of payer a program takes (Medicaid, self-pay) change slowly and have no shelf life.
 */
export const SHELF_LIFE_DAYS: Readonly<Partial<Record<FactKey, number>>> = {
  waitDays: 14,
  sameDayStart: 14,
  prices: 90,
  sessions: 180,
  licenses: 365,
};

const DAY_MS = 86_400_000;

/** Whole days from one day to another (YYYY-MM-DD, UTC). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/**
 * The first day on which a fact said on `asOf` is stale, or `undefined` where the fact keeps. A record that ends by
 * itself (`expiresOn`, the first day on which it does not count) shortens that, and never lengthens it.
 */
export function staleOn(key: FactKey, asOf: string, expiresOn?: string): string | undefined {
  const days = SHELF_LIFE_DAYS[key];
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
