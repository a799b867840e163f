import lookUp from '@photostructure/tz-lookup';
import type { TimeZone, ZoneSpan } from '../core/matching/facts/zone-shifts.js';

/**
 * Zones of the United States, its territories and the freely associated states. At the border the table may return a
 * neighboring zone with different clock changes: such a zone is not used.
 */
const ZONES_HERE =
  /^(America\/(New_York|Detroit|Kentucky\/\w+|Indiana\/\w+|Chicago|Menominee|North_Dakota\/\w+|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Puerto_Rico|St_Thomas)|Pacific\/(Honolulu|Guam|Saipan|Pago_Pago|Palau|Chuuk|Pohnpei|Kosrae|Majuro|Kwajalein))$/;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The first Monday of the Unix epoch: minutes are counted from it. */
const A_MONDAY_MS = Date.UTC(1970, 0, 5);
/** A leap year includes all days. */
const DAYS_OF_A_YEAR = 366;

/**
 * The IANA time zone at a point (degrees, WGS 84), or `undefined` if it is not a zone of the United States. The table
 * is small and therefore coarse: within some kilometres of a border it may return the neighboring zone.
 */
export function timeZoneAt(latitude: number, longitude: number): string | undefined {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  const zone = lookUp(latitude, longitude);
  return ZONES_HERE.test(zone) ? zone : undefined;
}

/**
 * Cache for one day, by name. There are some four hundred zones in the world, so it stays small; its content says
 * nothing about the requests.
 */
let years: { readonly day: string; readonly byName: Map<string, TimeZone> } | undefined;

/**
 * The offsets of a zone during the twelve months from a day, from the tz database that comes with Node. Returns the
 * same object for the same zone and day.
 *
 * @param name IANA, in any case
 * @param day YYYY-MM-DD
 * @returns `undefined` for a name that is not in the tz database
 */
export function timeZoneFrom(name: string, day: string): TimeZone | undefined {
  if (years?.day !== day) years = { day, byName: new Map() };
  const held = years.byName.get(name);
  if (held) return held;
  const clock = clockOf(name);
  if (!clock) return undefined;
  // Names have aliases and any case: the cache uses the canonical name.
  const canonical = clock.resolvedOptions().timeZone;
  const known = years.byName.get(canonical);
  if (known) return known;
  const zone = { name: canonical, spans: spansOf(clock, Date.parse(`${day}T00:00:00Z`)) };
  years.byName.set(canonical, zone);
  return zone;
}

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Checks each day, then finds the exact minute of a change. */
function spansOf(clock: Intl.DateTimeFormat, start: number): ZoneSpan[] {
  const end = start + DAYS_OF_A_YEAR * DAY_MS;
  const spans: ZoneSpan[] = [];
  let from = start;
  let offset = offsetAt(clock, start);
  for (let at = start + DAY_MS; at <= end; at += DAY_MS) {
    const now = offsetAt(clock, at);
    if (now === offset) continue;
    let before = at - DAY_MS;
    let after = at;
    while (after - before > MINUTE_MS) {
      const middle = before + Math.floor((after - before) / MINUTE_MS / 2) * MINUTE_MS;
      if (offsetAt(clock, middle) === offset) before = middle;
      else after = middle;
    }
    spans.push({ from: minuteOf(from), to: minuteOf(after), offset });
    from = after;
    offset = now;
  }
  return [...spans, { from: minuteOf(from), to: minuteOf(end), offset }];
}

function minuteOf(time: number): number {
  return (time - A_MONDAY_MS) / MINUTE_MS;
}

/** Minutes ahead of UTC: the clock writes `11/24/2026, GMT-05:00`, and `GMT` alone for none. */
function offsetAt(clock: Intl.DateTimeFormat, time: number): number {
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(clock.format(time))!;
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
