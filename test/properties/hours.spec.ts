import * as fc from 'fast-check';
import type { Session } from '../../src/core/vocabulary/services.js';
import { canonical } from '../../src/core/directory/agreement.js';
import { freeStretches, isFreeOf, shareFree } from '../../src/core/matching/facts/hours.js';
import type { WorkHours } from '../../src/core/matching/facts/hours.js';
import { compareZones, DAY, WEEK, type ZoneShift } from '../../src/core/matching/facts/zone-shifts.js';
import { WEEKDAYS } from '../../src/core/vocabulary/services.js';
import { timeZoneFrom } from '../../src/directory/time-zones.js';

const clock = (step: number) =>
  fc.integer({ min: 0, max: DAY / step - 1 }).map((steps) => {
    const minute = steps * step;
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  });
/** An end may also be the end of its day. */
const end = (step: number) => fc.oneof({ weight: 9, arbitrary: clock(step) }, fc.constant('24:00'));
const day = fc.constantFrom(...WEEKDAYS);
const sessionsBy = (step: number) =>
  fc.array(fc.record({ day, from: clock(step), to: end(step) }), { minLength: 1, maxLength: 3 });
const workHoursBy = (step: number) =>
  fc.array(
    fc.record({ days: fc.subarray([...WEEKDAYS], { minLength: 1 }), from: clock(step), to: end(step) }),
    { maxLength: 3 },
  );

/** Minutes of the week, one by one: the plainest reading of local hours there is. */
function minutesOf({ day: on, from, to }: Session): number[] {
  const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const length = (at(to) - at(from) + DAY) % DAY || DAY;
  const start = WEEKDAYS.indexOf(on) * DAY + at(from);
  return Array.from({ length }, (_, i) => (start + i) % WEEK);
}

function minutesAtWork(workHours: readonly WorkHours[]): Set<number> {
  return new Set(
    workHours.flatMap(({ days, from, to }) => days.flatMap((on) => minutesOf({ day: on, from, to }))),
  );
}

/** What the two functions have to say, by counting minutes: a minute is taken if the test says so. */
function counted(sessions: readonly Session[], isTaken: (minute: number) => boolean) {
  const free = sessions.map((session) => minutesOf(session).filter((minute) => !isTaken(minute)).length);
  const all = sessions.map((session) => minutesOf(session).length);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return { isFree: free.map((minutes, i) => minutes === all[i]), share: sum(free) / sum(all) };
}

function judged(
  sessions: readonly Session[],
  workHours: readonly WorkHours[],
  shifts?: readonly ZoneShift[],
) {
  return {
    isFree: sessions.map((session) => isFreeOf(session, workHours, shifts)),
    share: expect.closeTo(shareFree(sessions, workHours, shifts), 12),
  };
}

describe('hours against hours at work', () => {
  it('come to what counting minute by minute comes to', () => {
    fc.assert(
      fc.property(sessionsBy(1), workHoursBy(1), (sessions, workHours) => {
        const work = minutesAtWork(workHours);
        expect(counted(sessions, (minute) => work.has(minute))).toEqual(judged(sessions, workHours));
      }),
    );
  });

  it('come to that under every difference of the clocks, each while it holds', () => {
    const minute = fc.integer({ min: 0, max: WEEK - 1 });
    const shift: fc.Arbitrary<ZoneShift> = fc.record(
      {
        minutes: fc.integer({ min: -26 * 60, max: 26 * 60 }),
        within: fc
          .tuple(minute, fc.integer({ min: 1, max: WEEK - 1 }))
          .map(([from, length]) => ({ from, to: from + length })),
      },
      { requiredKeys: ['minutes'] },
    );
    const shiftsOf = fc.array(shift, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sessionsBy(1), workHoursBy(1), shiftsOf, (sessions, workHours, shifts) => {
        const work = minutesAtWork(workHours);
        const isTaken = (minuteThere: number) =>
          shifts.some(({ minutes, within }) => {
            const holds =
              !within ||
              [0, WEEK].some((turn) => within.from <= minuteThere + turn && minuteThere + turn < within.to);
            return holds && work.has((((minuteThere - minutes) % WEEK) + WEEK) % WEEK);
          });
        expect(counted(sessions, isTaken)).toEqual(judged(sessions, workHours, shifts));
      }),
    );
  });
});

describe('hours that end with their day', () => {
  const untilMidnight = (to: string) => fc.record({ day, from: clock(1), to: fc.constant(to) });

  it('say the same whether they end at 24:00 or at 00:00', () => {
    const atZero = <H extends { readonly to: string }>(hours: readonly H[]): H[] =>
      hours.map((one) => (one.to === '24:00' ? { ...one, to: '00:00' } : one));
    fc.assert(
      fc.property(
        fc.array(untilMidnight('24:00'), { minLength: 1, maxLength: 3 }),
        workHoursBy(1),
        (sessions, workHours) => {
          expect(judged(sessions, workHours)).toEqual(judged(atZero(sessions), atZero(workHours)));
          expect(sessions.flatMap((one) => freeStretches(one, workHours))).toEqual(
            atZero(sessions).flatMap((one) => freeStretches(one, workHours)),
          );
          expect(canonical(sessions)).toBe(canonical(atZero(sessions)));
        },
      ),
    );
  });
});

describe('hours in two zones', () => {
  const TODAY = '2026-11-24';
  const HALF_HOUR = 30;
  /** Changing together and not, never, over a month, by half an hour, across the date line. */
  const ZONES = [
    'America/New_York',
    'America/Indiana/Knox',
    'America/Phoenix',
    'America/Adak',
    'America/St_Johns',
    'Pacific/Guam',
    'Africa/Casablanca',
    'Europe/Lisbon',
  ];

  /** The local minute of the week at every half hour of the twelve months, as a calendar writes it. */
  const localMinutes = (timeZone: string): number[] => {
    const calendar = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const start = Date.parse(`${TODAY}T00:00:00Z`);
    return Array.from({ length: (366 * DAY) / HALF_HOUR }, (_, i) => {
      const [weekday, time] = calendar.format(start + i * HALF_HOUR * 60_000).split(' ') as [string, string];
      return (
        WEEKDAYS.indexOf(weekday.slice(0, 2).toLowerCase() as (typeof WEEKDAYS)[number]) * DAY +
        Number(time.slice(0, 2)) * 60 +
        Number(time.slice(3))
      );
    });
  };
  const calendars = new Map(ZONES.map((zone) => [zone, localMinutes(zone)]));

  it('are free exactly where no half hour of the coming year is both in the session and at work', () => {
    const zone = fc.constantFrom(...ZONES);
    fc.assert(
      fc.property(
        zone,
        zone,
        sessionsBy(HALF_HOUR),
        workHoursBy(HALF_HOUR),
        (client, program, sessions, workHours) => {
          const work = minutesAtWork(workHours);
          const here = calendars.get(client)!;
          const there = calendars.get(program)!;
          const taken = new Set(there.filter((_, i) => work.has(here[i]!)));
          const { shifts } = compareZones(timeZoneFrom(client, TODAY), timeZoneFrom(program, TODAY));
          expect(counted(sessions, (minute) => taken.has(minute - (minute % HALF_HOUR)))).toEqual(
            judged(sessions, workHours, shifts),
          );
        },
      ),
    );
  });
});
