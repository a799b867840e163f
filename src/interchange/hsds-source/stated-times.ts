import { type Session, type Weekday, WEEKDAYS } from '../../core/vocabulary/services.js';
import { END_OF_DAY, START_TIME } from '../../core/vocabulary/time-of-day.js';
import { SCHEDULE_SENTENCES } from '../hsds/hsds-schedules.js';
import type { ReceivedSchedule } from './hsds-objects.js';
import type { HsdsMap } from './hsds-map.js';

export type TimesFact = keyof typeof SCHEDULE_SENTENCES;

/** Times of every week, and what they are; or why a schedule is not used. */
export type ScheduleMeaning =
  | { readonly fact: TimesFact; readonly sessions: readonly Session[] }
  | { readonly unusable: string }
  | undefined;

/**
 * What a schedule states by the mapping file. Only plain weeks are read: a day of each week, from one time to another, local
 * to the place.
 *
 * @param today YYYY-MM-DD: what has ended, or has not begun, does not count
 */
export function meaningOfSchedule(
  schedule: ReceivedSchedule,
  { schedules = 'nothing' }: HsdsMap,
  today: string,
): ScheduleMeaning {
  if (schedules === 'nothing') return undefined;
  const fact =
    schedules === 'described'
      ? (Object.keys(SCHEDULE_SENTENCES) as TimesFact[]).find(
          (key) => SCHEDULE_SENTENCES[key] === schedule.description,
        )
      : schedules;
  if (fact === undefined) return { unusable: 'is of no kind that the mapping file knows' };
  const ends = [schedule.valid_to, schedule.until].some((day) => given(day) && day.slice(0, 10) < today);
  const begins = [schedule.valid_from, schedule.dtstart].some(
    (day) => given(day) && day.slice(0, 10) > today,
  );
  if (ends || begins) return undefined;
  const rare = [schedule.count, schedule.byweekno, schedule.bymonthday, schedule.byyearday];
  const isWeekly = schedule.freq === 'WEEKLY' && (schedule.interval ?? 1) === 1;
  if (!isWeekly || rare.some((part) => part !== undefined && part !== null && part !== ''))
    return { unusable: 'is not of every week' };
  const days = (schedule.byday ?? '').split(',').map((day) => day.trim().toLowerCase());
  const [from, to] = [timeOf(schedule.opens_at), endOf(schedule.closes_at)];
  if (!days.every((day): day is Weekday => (WEEKDAYS as readonly string[]).includes(day)))
    return { unusable: 'does not name days of the week' };
  if (from === undefined || to === undefined || from === to)
    return { unusable: 'has no times such as 09:00:00, local to the place' };
  return { fact, sessions: days.map((day) => ({ day, from, to })) };
}

/** Spans that end a day and go on at once on the next are one. */
export function joinedOverMidnight(spans: readonly Session[]): Session[] {
  const taken = new Set<Session>();
  const joined = spans.map((span) => {
    if (span.to !== END_OF_DAY || span.from === '00:00') return span;
    const next = WEEKDAYS[(WEEKDAYS.indexOf(span.day) + 1) % WEEKDAYS.length]!;
    const rest = spans.find(
      (one) => one.day === next && one.from === '00:00' && one.to < span.from && !taken.has(one),
    );
    if (!rest) return span;
    taken.add(rest);
    return { ...span, to: rest.to };
  });
  return joined
    .filter((_, at) => !taken.has(spans[at]!))
    .toSorted((a, b) => rank(a) - rank(b) || (a.from < b.from ? -1 : 1));
}

const rank = ({ day }: Session) => WEEKDAYS.indexOf(day);
const given = (text: string | null | undefined): text is string => typeof text === 'string' && text !== '';

/** HH:MM of `09:00:00`; a time with a zone is not of the place. */
function timeOf(text: string | null | undefined): string | undefined {
  const [, time] = /^(\d{2}:\d{2})(?::\d{2})?$/.exec(text ?? '') ?? [];
  return time !== undefined && START_TIME.test(time) ? time : undefined;
}

/** The last second of a day, and its midnight, end it. */
function endOf(text: string | null | undefined): string | undefined {
  const time = timeOf(text);
  return time === '00:00' || text === '23:59:59' || text === '23:59' ? END_OF_DAY : time;
}
