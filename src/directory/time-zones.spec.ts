import { timeZoneAt, timeZoneFrom } from './time-zones.js';

const TODAY = '2026-11-24';
const minute = (time: string) => (Date.parse(time) - Date.parse('1970-01-05T00:00:00Z')) / 60_000;

describe('the time zone at a point', () => {
  it.each<[string, number, number, string | undefined]>([
    ['New Haven', 41.31, -72.92, 'America/New_York'],
    ['Gary, in the corner of Indiana that keeps Chicago time', 41.6, -87.34, 'America/Chicago'],
    ['Phoenix', 33.45, -112.07, 'America/Phoenix'],
    ['Chinle, on Navajo land in Arizona', 36.15, -109.55, 'America/Denver'],
    ['Guam', 13.47, 144.75, 'Pacific/Guam'],
    ['Toronto, which is not ours to tell', 43.65, -79.38, undefined],
    ['the middle of the ocean', 30, -50, undefined],
    ['no point of the Earth', 91, 0, undefined],
  ])('is known of %s', (_where, latitude, longitude, zone) => {
    expect(timeZoneAt(latitude, longitude)).toBe(zone);
  });
});

describe('a time zone during twelve months', () => {
  it('has each offset from the very minute of its change', () => {
    expect(timeZoneFrom('America/New_York', TODAY)).toEqual({
      name: 'America/New_York',
      spans: [
        { from: minute('2026-11-24T00:00Z'), to: minute('2027-03-14T07:00Z'), offset: -300 },
        { from: minute('2027-03-14T07:00Z'), to: minute('2027-11-07T06:00Z'), offset: -240 },
        { from: minute('2027-11-07T06:00Z'), to: minute('2027-11-25T00:00Z'), offset: -300 },
      ],
    });
  });

  it('may have one offset alone, and one that is no whole hour', () => {
    const spans = (name: string) => timeZoneFrom(name, TODAY)!.spans.map(({ offset }) => offset);
    expect([spans('America/Phoenix'), spans('Asia/Kathmandu'), spans('UTC')]).toEqual([[-420], [345], [0]]);
  });

  it('is the same object under each of its names', () => {
    const zone = timeZoneFrom('America/New_York', TODAY);
    expect(timeZoneFrom('US/Eastern', TODAY)).toBe(zone);
    expect(timeZoneFrom('america/NEW_york', TODAY)).toBe(zone);
  });

  it('is of its day', () => {
    const [first] = timeZoneFrom('UTC', '2027-01-01')!.spans;
    expect(first!.from).toBe(minute('2027-01-01T00:00Z'));
  });

  it.each(['Mars/Olympus', '+05:00', 'Eastern', ''])('is not known of %j', (name) => {
    expect(timeZoneFrom(name, TODAY)).toBeUndefined();
  });
});
