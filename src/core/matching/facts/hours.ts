import type { Session, Weekday } from '../../vocabulary/services.js';
import { WEEKDAYS } from '../../vocabulary/services.js';
import { minutesOfTime } from '../../vocabulary/time-of-day.js';
import { ANY_SHIFT, DAY, NO_SHIFT, WEEK, type WeekSpan, type ZoneShift } from './zone-shifts.js';

/** The client's working hours on some days, local to the client, HH:MM; `to` before `from` runs past midnight, 24:00 ends the day. */
export interface WorkHours {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** A span over midnight of Sunday also lies at the start of the week, and the other way round. */
const TURNS = [-WEEK, 0, WEEK];

/**
 * Whether a weekly session lies wholly outside the working hours, in every week of the year: outside them under each
 * difference of the two clocks, wherever that one holds. Sessions are local to the program, working hours to the
 * client; midnight may be crossed.
 *
 * @param shifts from the client's clock to the program's; one and the same clock when not given
 */
export function isFreeOf(
  session: Session,
  workHours: readonly WorkHours[],
  shifts: readonly ZoneShift[] = NO_SHIFT,
): boolean {
  return spansAtWork(session, workHours, shifts).length === 0;
}

/** Whether sessions are free of the working hours whichever zones of the states the two clocks are in. */
export function areFreeInAnyZone(sessions: readonly Session[], workHours: readonly WorkHours[]): boolean {
  return sessions.every((session) => isFreeOf(session, workHours, ANY_SHIFT));
}

/** Minutes that a visit takes at least, where one may come at any time; our choice. */
const VISIT_MINUTES = 30;

/**
 * The stretches, long enough for a visit, of hours in which one may come that lie outside the working hours in every week
 * of the year. In the program's time, like the hours.
 *
 * @param shifts from the client's clock to the program's; one and the same clock when not given
 */
export function freeStretches(
  hours: Session,
  workHours: readonly WorkHours[],
  shifts: readonly ZoneShift[] = NO_SHIFT,
): Session[] {
  const open = spanOf(hours);
  const free: WeekSpan[] = [];
  let from = open.from;
  const taken = spansAtWork(hours, workHours, shifts).sort((a, b) => a.from - b.from);
  for (const work of [...taken, { from: open.to, to: open.to }]) {
    if (work.from - from >= VISIT_MINUTES) free.push({ from, to: work.from });
    from = Math.max(from, work.to);
  }
  return free.map(toSession);
}

/** Share of the sessions' minutes that lie outside the working hours in every week of the year, 0 to 1. */
export function shareFree(
  sessions: readonly Session[],
  workHours: readonly WorkHours[],
  shifts: readonly ZoneShift[] = NO_SHIFT,
): number {
  let all = 0;
  let atWork = 0;
  for (const session of sessions) {
    const { from, to } = spanOf(session);
    all += to - from;
    atWork += minutesAtWork(session, workHours, shifts);
  }
  return all === 0 ? 0 : 1 - atWork / all;
}

/** How many minutes of a session are at work in some week: each once, however many working hours it lies in. */
function minutesAtWork(
  session: Session,
  workHours: readonly WorkHours[],
  shifts: readonly ZoneShift[],
): number {
  return lengthOfUnion(spansAtWork(session, workHours, shifts));
}

/** The parts of a session that are at work, one for each working day and difference that takes some of it. */
function spansAtWork(
  session: Session,
  workHours: readonly WorkHours[],
  shifts: readonly ZoneShift[],
): WeekSpan[] {
  const open = spanOf(session);
  const taken: WeekSpan[] = [];
  for (const { days, from, to } of workHours)
    for (const day of days) {
      const work = spanOf({ day, from, to });
      for (const { minutes: ahead, within } of shifts)
        for (const part of partsWithin(open, work.from + ahead, work.to + ahead))
          if (within) taken.push(...partsWithin(part, within.from, within.to));
          else taken.push(part);
    }
  return taken;
}

/** The parts of one span that another takes in some turn of the week. */
function partsWithin(span: WeekSpan, otherFrom: number, otherTo: number): WeekSpan[] {
  const parts: WeekSpan[] = [];
  for (const turn of TURNS) {
    const from = Math.max(span.from, otherFrom + turn);
    const to = Math.min(span.to, otherTo + turn);
    if (from < to) parts.push({ from, to });
  }
  return parts;
}

function lengthOfUnion(spans: WeekSpan[]): number {
  let length = 0;
  let reached = -Infinity;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return length;
}

function spanOf({ day, from, to }: Session): WeekSpan {
  const start = WEEKDAYS.indexOf(day) * DAY;
  const opens = start + minutesOfTime(from);
  const closes = start + minutesOfTime(to);
  return { from: opens, to: closes <= opens ? closes + DAY : closes };
}

function toSession({ from, to }: WeekSpan): Session {
  return { day: WEEKDAYS[Math.floor(from / DAY) % WEEKDAYS.length]!, from: clockAt(from), to: clockAt(to) };
}

function clockAt(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor((minute % DAY) / 60))}:${two(minute % 60)}`;
}
