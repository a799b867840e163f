import type { Session } from '../../core/vocabulary/services.js';
import type { Weekday } from '../../core/vocabulary/services.js';

const on = (days: string, from: string, to: string): Session[] =>
  days.split(' ').map((day) => ({ day: day as Weekday, from, to }));

/** Patterns of a program's week, of sessions or of hours in which one may come; a program may have several of them. */
export const WEEKLY_SESSIONS = {
  'dosing-from-dawn': [
    ...on('mo tu we th fr', '05:30', '11:00'),
    ...on('sa', '06:00', '10:00'),
    ...on('su', '06:30', '09:00'),
  ],
  'dosing-in-the-morning': [...on('mo tu we th fr', '08:00', '12:00'), ...on('sa', '08:00', '10:00')],
  'office-hours': on('mo tu we th fr', '09:00', '17:00'),
  'office-four-days': on('mo tu we th', '10:00', '16:00'),
  'before-work': on('mo we fr', '06:30', '08:00'),
  'lunch-hour': on('tu th', '12:00', '13:00'),
  mornings: on('mo we fr', '09:00', '12:00'),
  afternoons: on('tu we th', '13:00', '16:00'),
  'whole-days': on('mo tu we th fr', '09:00', '15:00'),
  'after-school': on('mo tu th', '15:30', '18:30'),
  evenings: on('mo we th', '18:00', '21:00'),
  'two-evenings': on('tu th', '17:30', '19:30'),
  'late-shift': on('tu th', '22:00', '00:30'),
  saturday: on('sa', '09:00', '13:00'),
  weekend: [...on('sa', '10:00', '16:00'), ...on('su', '12:00', '16:00')],
  'open-at-weekends': [...on('sa', '10:00', '16:00'), ...on('su', '12:00', '16:00')],
  'every-day-till-late': on('mo tu we th fr sa su', '08:00', '22:00'),
} as const satisfies Readonly<Record<string, readonly Session[]>>;

/** Patterns of hours in which one may come. One sits through the sessions of all others. */
export const VISITING_PATTERNS: ReadonlySet<WeeklyPattern> = new Set([
  'dosing-from-dawn',
  'dosing-in-the-morning',
  'office-hours',
  'office-four-days',
  'open-at-weekends',
  'every-day-till-late',
]);

export type WeeklyPattern = keyof typeof WEEKLY_SESSIONS;
