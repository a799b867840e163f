import { timeZoneFrom } from '../../directory/time-zones.js';
import { momentIn } from './meeting-times.js';

const zone = (name: string, day: string) => timeZoneFrom(name, day)!;

describe('A weekly moment in another zone', () => {
  it.each([
    ['the same zone', 'tu', '18:30', 'America/New_York', 'America/New_York', '2026-12-01', 'tu 18:30'],
    ['an hour east', 'tu', '18:30', 'America/Chicago', 'America/New_York', '2026-12-01', 'tu 19:30'],
    ['over midnight', 'tu', '23:30', 'America/Chicago', 'America/New_York', '2026-12-01', 'we 00:30'],
    [
      'from Sunday to Saturday',
      'su',
      '01:00',
      'America/New_York',
      'America/Los_Angeles',
      '2026-12-01',
      'sa 22:00',
    ],
    [
      'no summer time in one zone, in winter',
      'th',
      '18:00',
      'America/Phoenix',
      'America/Los_Angeles',
      '2026-12-01',
      'th 17:00',
    ],
    [
      'no summer time in one zone, in summer',
      'th',
      '18:00',
      'America/Phoenix',
      'America/Los_Angeles',
      '2026-07-01',
      'th 18:00',
    ],
    // Clocks go forward on Sunday, 2027-03-14: the next Monday is after that.
    [
      'the next time is after a change',
      'mo',
      '18:00',
      'America/Phoenix',
      'America/Los_Angeles',
      '2027-03-12',
      'mo 18:00',
    ],
    [
      'the next time is before a change',
      'sa',
      '18:00',
      'America/Phoenix',
      'America/Los_Angeles',
      '2027-03-12',
      'sa 17:00',
    ],
  ] as const)('%s', (_what, day, time, from, to, today, expected) => {
    const there = momentIn({ day, time }, zone(from, today), zone(to, today));
    expect(`${there.day} ${there.time}`).toBe(expected);
  });
});
