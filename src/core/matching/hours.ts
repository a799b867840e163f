import type { Session } from '../directory/source-record.js';
import { WEEKDAYS } from '../vocabulary/services.js';
import type { WorkHours } from './need.js';

/** Minutes of a week, from Monday 00:00; a span may run past the end of the week. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** Whether a weekly session lies wholly outside the working hours. Both are local; midnight may be crossed. */
export function isFreeOf(session: Session, workHours: readonly WorkHours[]): boolean {
  return minutesAtWork(session, workHours) === 0;
}

/** Share of the sessions' minutes that lie outside the working hours, 0 to 1. */
export function shareFree(sessions: readonly Session[], workHours: readonly WorkHours[]): number {
  let all = 0;
  let atWork = 0;
  for (const session of sessions) {
    const { from, to } = spanOf(session);
    all += to - from;
    atWork += minutesAtWork(session, workHours);
  }
  return all === 0 ? 0 : 1 - atWork / all;
}

function minutesAtWork(session: Session, workHours: readonly WorkHours[]): number {
  const open = spanOf(session);
  const covered = new Set<number>();
  for (const hours of workHours)
    for (const day of hours.days) {
      const work = spanOf({ day, from: hours.from, to: hours.to });
      // A span over midnight of Sunday also lies at the start of the week, and the other way round.
      for (const shift of [-WEEK, 0, WEEK]) {
        const from = Math.max(open.from, work.from + shift);
        const to = Math.min(open.to, work.to + shift);
        for (let minute = from; minute < to; minute++) covered.add(minute);
      }
    }
  return covered.size;
}

function spanOf({ day, from, to }: Session): Span {
  const start = WEEKDAYS.indexOf(day) * DAY;
  const opens = start + minutes(from);
  const closes = start + minutes(to);
  return { from: opens, to: closes <= opens ? closes + DAY : closes };
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
