import type { TimeZone } from '../../core/matching/facts/zone-shifts.js';
import { type Weekday, WEEKDAYS } from '../../core/vocabulary/services.js';
import { minutesOfTime } from '../../core/vocabulary/time-of-day.js';

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** A day of the week and a time of day, HH:MM. */
export interface WeekMoment {
  readonly day: Weekday;
  readonly time: string;
}

/**
 * When a weekly moment of one zone is in another, at its next time: clocks may change in one of the two zones alone.
 *
 * @param from the zone of the moment; its spans begin today
 */
export function momentIn(moment: WeekMoment, from: TimeZone, to: TimeZone): WeekMoment {
  if (from.name === to.name) return moment;
  const local = WEEKDAYS.indexOf(moment.day) * DAY + minutesOfTime(moment.time);
  const { from: begin, offset } = from.spans[0]!;
  // The first such minute of the zone that is not before the beginning of its spans.
  const first = local + Math.ceil((begin + offset - local) / WEEK) * WEEK;
  const utc = first - offsetOfLocal(from, first);
  return momentOf(utc + offsetAt(to, utc));
}

/** Counted from the Monday from which the minutes of spans are counted. */
function momentOf(minutes: number): WeekMoment {
  const ofWeek = ((minutes % WEEK) + WEEK) % WEEK;
  const [hour, minute] = [Math.floor((ofWeek % DAY) / 60), ofWeek % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return { day: WEEKDAYS[Math.floor(ofWeek / DAY)]!, time: `${two(hour)}:${two(minute)}` };
}

function offsetAt({ spans }: TimeZone, utc: number): number {
  return (spans.find(({ from, to }) => utc >= from && utc < to) ?? spans[0]!).offset;
}

function offsetOfLocal({ spans }: TimeZone, local: number): number {
  const span = spans.find(({ from, to, offset }) => local - offset >= from && local - offset < to);
  return (span ?? spans[0]!).offset;
}
