const DAY_MS = 86_400_000;

/** The day of this run, YYYY-MM-DD in UTC, as in the service. */
export const today = new Date().toISOString().slice(0, 10);

/** The day this many days before the day of this run. */
export function daysAgo(days: number): string {
  return new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);
}
