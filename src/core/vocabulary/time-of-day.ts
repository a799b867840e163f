/** A start within a day: HH:MM in 24 hours. */
export const START_TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** The end of a day (ISO 8601-1:2019 §4.3.8.2): it may end hours and cannot begin them. */
export const END_OF_DAY = '24:00';

/** An end: like a start, or the end of its day. */
export const END_TIME = /^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/;

/** Which side of hours a time is. */
const SIDES = ['start', 'end'] as const;
export type TimeSide = (typeof SIDES)[number];

export const TIME_PATTERNS: Readonly<Record<TimeSide, RegExp>> = { start: START_TIME, end: END_TIME };

/** What is wrong with a time, and how it is written if that can be read from it. */
export interface TimeFlaw {
  readonly message: string;
  readonly suggestion?: string;
}

const HOW = 'must be a time of day in 24 hours, two digits each, such as 09:00 or 17:30';

/** What is wrong with a value as the start or the end of hours; `undefined` if it is one. */
export function flawOfTime(value: unknown, side: TimeSide): TimeFlaw | undefined {
  if (typeof value !== 'string') return { message: `${HOW} (a string)` };
  if (TIME_PATTERNS[side].test(value)) return undefined;
  if (value === END_OF_DAY)
    return {
      message: '24:00 ends a day and cannot begin hours; write 00:00 of the next day',
      suggestion: '00:00',
    };
  const suggestion = asWritten(value, side);
  return suggestion === undefined ? { message: HOW } : { message: `${HOW}; write ${suggestion}`, suggestion };
}

/** As `flawOfTime`, for a value that a JSON schema refuses by its pattern; `undefined` for other patterns. */
export function flawOfTimeByPattern(pattern: unknown, value: unknown): TimeFlaw | undefined {
  const side = SIDES.find((each) => TIME_PATTERNS[each].source === pattern);
  return side && flawOfTime(value, side);
}

/** Minutes from 00:00 of a valid time, 0 to 1440. */
export function minutesOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** One text per end: 24:00 of a day and 00:00 of the next end hours at the same minute. */
export function sameEnd(time: string): string {
  return time === END_OF_DAY ? '00:00' : time;
}

/** `9:00`, `9 am`, `9.30 p.m.`, `0900`, `17h30`, `09:00:00`. Short, as it meets whatever a client sends. */
const LOOSE = /^ ?(\d{1,2}?)(?: ?[:.h] ?(\d{2})|(\d{2}))?(?::00)? ?(?:([ap])\.? ?m\.?)? ?$/i;
const LONGEST = 16;
const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

/** How a loosely written time is written; `undefined` where its meaning is not certain. */
function asWritten(value: string, side: TimeSide): string | undefined {
  if (value.length > LONGEST) return undefined;
  const named = NAMED[value.trim().toLowerCase()];
  if (named !== undefined) return named;
  const [, hours, minutes, joined, half] = LOOSE.exec(value) ?? [];
  // A bare number could be an hour of the morning or of the evening.
  if (hours === undefined || (minutes === undefined && joined === undefined && half === undefined))
    return undefined;
  const hour = halfDay(Number(hours), half);
  const written =
    hour === undefined ? undefined : `${String(hour).padStart(2, '0')}:${minutes ?? joined ?? '00'}`;
  return written !== undefined && TIME_PATTERNS[side].test(written) ? written : undefined;
}

/** The hour of the day of an hour before or after noon: 12 am is 0, 12 pm is 12. */
function halfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
