import { type Session, type Weekday, WEEKDAYS } from '../vocabulary/services.js';

/** Times of every week, local to the place, on some days of the week. */
export interface WeeklyTimes {
  readonly days: readonly Weekday[];
  /** HH:MM:SS. */
  readonly opens: string;
  /** HH:MM:SS; the end of a day is its last second, as a time of day has no 24:00:00. */
  readonly closes: string;
}

const DAY_END = '24:00';

/** The times of sessions, those of several days together; one over midnight is two. */
export function weeklyTimesOf(sessions: readonly Session[]): WeeklyTimes[] {
  const all = sessions.flatMap(withinDays);
  const isSame = (one: Session, other: Session) => one.from === other.from && one.to === other.to;
  return all
    .filter((one, at) => all.findIndex((other) => isSame(one, other)) === at)
    .map((one) => ({
      days: WEEKDAYS.filter((day) => all.some((other) => other.day === day && isSame(one, other))),
      opens: `${one.from}:00`,
      closes: one.to === DAY_END ? '23:59:59' : `${one.to}:00`,
    }));
}

/** To the end of its day, and from the beginning of the next. */
function withinDays({ day, from, to }: Session): Session[] {
  if (to > from) return [{ day, from, to }];
  const next = WEEKDAYS[(WEEKDAYS.indexOf(day) + 1) % WEEKDAYS.length]!;
  const rest: Session[] = to === '00:00' ? [] : [{ day: next, from: '00:00', to }];
  return [{ day, from, to: DAY_END }, ...rest];
}
