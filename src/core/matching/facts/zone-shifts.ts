/** Some time with one offset. Minutes are counted from a Monday 00:00 UTC; which Monday does not matter. */
export interface ZoneSpan {
  readonly from: number;
  /** The first minute after it. */
  readonly to: number;
  /** Minutes that local time is ahead of UTC; negative west of Greenwich. */
  readonly offset: number;
}

/**
 * A time zone during the twelve months that begin on the day of an answer. When its clocks change is data from outside
 * (the tz database), so it is passed in: core has no clock and no calendar.
 */
export interface TimeZone {
  /** IANA name. */
  readonly name: string;
  /** In order, back to back, over the same twelve months in every zone of one answer. */
  readonly spans: readonly ZoneSpan[];
}

/** Minutes of a week from Monday 00:00, local to a program. It may run past the end of the week. */
export interface WeekSpan {
  readonly from: number;
  readonly to: number;
}

/** One difference between two zones, and when in the program's week it holds. */
export interface ZoneShift {
  /** What to add to the client's local time to have the program's. */
  readonly minutes: number;
  /** Absent where it holds for a week or longer, so that it meets every hour of the week. */
  readonly within?: WeekSpan;
}

/** The differences to compare hours under, and what a reason has to say of that. */
export interface ZonesCompared {
  readonly shifts: readonly ZoneShift[];
  readonly zones: 'same' | 'converted' | 'unknown';
}

export const DAY = 24 * 60;
export const WEEK = 7 * DAY;

/** Hours of one and the same clock. */
export const NO_SHIFT: readonly ZoneShift[] = [{ minutes: 0 }];

/** Every difference there can be between two of the fifty states: from Hawaii to the eastern summer six hours. */
export const ANY_SHIFT: readonly ZoneShift[] = Array.from({ length: 13 }, (_, i) => ({
  minutes: (i - 6) * 60,
}));

const SAME: ZonesCompared = { shifts: NO_SHIFT, zones: 'same' };
const UNKNOWN: ZonesCompared = { shifts: NO_SHIFT, zones: 'unknown' };

/**
 * Every difference between a client's and a program's local time that holds at any minute of the twelve months. Where
 * clocks change on different days (or never, as in Arizona) there are several; between changes at different hours of
 * one night there is one that holds for an hour, and it counts for that hour of the week alone: it cannot touch an
 * evening group. An unknown zone is taken to be the other's, and the result says so.
 */
export function compareZones(client: TimeZone | undefined, program: TimeZone | undefined): ZonesCompared {
  if (!client || !program) return UNKNOWN;
  if (client === program || client.name === program.name) return SAME;
  const always = new Set<number>();
  const passing: Required<ZoneShift>[] = [];
  for (const here of client.spans)
    for (const there of program.spans) {
      const from = Math.max(here.from, there.from);
      const to = Math.min(here.to, there.to);
      if (to <= from) continue;
      const minutes = there.offset - here.offset;
      if (to - from >= WEEK) always.add(minutes);
      else {
        const start = minuteOfWeek(from + there.offset);
        passing.push({ minutes, within: { from: start, to: start + to - from } });
      }
    }
  const shifts = [
    ...[...always].map((minutes) => ({ minutes })),
    ...passing.filter(({ minutes }) => !always.has(minutes)),
  ];
  return shifts.every(({ minutes }) => minutes === 0) ? SAME : { shifts, zones: 'converted' };
}

function minuteOfWeek(minute: number): number {
  return ((minute % WEEK) + WEEK) % WEEK;
}
