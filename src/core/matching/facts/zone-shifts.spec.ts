import { compareZones, DAY, type TimeZone, WEEK } from './zone-shifts.js';

/** Spans by their length in days. */
function zone(name: string, ...spans: [days: number, offset: number][]): TimeZone {
  let from = 0;
  return {
    name,
    spans: spans.map(([days, offset]) => {
      const span = { from, to: from + days * DAY, offset };
      from = span.to;
      return span;
    }),
  };
}

describe('two time zones', () => {
  it('are compared as the same where either is not known, and the result says so', () => {
    const known = zone('a', [366, -300]);
    const unknown = { shifts: [{ minutes: 0 }], zones: 'unknown' };
    expect(compareZones(known, undefined)).toEqual(unknown);
    expect(compareZones(undefined, known)).toEqual(unknown);
    expect(compareZones(undefined, undefined)).toEqual(unknown);
  });

  it('of two names and one offset all year are the same', () => {
    expect(compareZones(zone('a', [100, -300], [266, -240]), zone('b', [100, -300], [266, -240]))).toEqual({
      shifts: [{ minutes: 0 }],
      zones: 'same',
    });
  });

  it('that change their clocks on different days have every difference that holds for a week', () => {
    expect(compareZones(zone('a', [366, -420]), zone('b', [100, -480], [266, -420]))).toEqual({
      shifts: [{ minutes: -60 }, { minutes: 0 }],
      zones: 'converted',
    });
  });

  it('that change an hour apart have one that holds in that hour of the week alone', () => {
    const hour = 1 / 24;
    const east = zone('a', [110, 0], [256, 60]);
    const west = zone('b', [110 + hour, -60], [256 - hour, 0]);
    // 110 days after a Monday is a Saturday.
    const from = (110 % 7) * DAY - 60;
    expect(compareZones(east, west)).toEqual({
      shifts: [{ minutes: -60 }, { minutes: -120, within: { from, to: from + 60 } }],
      zones: 'converted',
    });
  });

  it('tell the hour of the week where a span runs over the end of one', () => {
    const within = compareZones(zone('a', [10, 0], [2, 60], [354, 0]), zone('b', [366, 5 * 24 * 60]))
      .shifts[1];
    expect(within).toEqual({ minutes: 5 * DAY - 60, within: { from: 8 * DAY - WEEK, to: 10 * DAY - WEEK } });
  });
});
