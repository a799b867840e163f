import { readTravelAssumptions } from './travel-assumptions.js';
import { TravelTimes } from './travel-times.js';

const HERE = { latitude: 41.3, longitude: -72.9 };
/** One and ten tenths of a degree north: 11.1 km and 111 km. */
const THERE = [
  { latitude: 41.4, longitude: -72.9 },
  { latitude: 42.3, longitude: -72.9 },
];
const assumptions = readTravelAssumptions();
const timesOf = async (times: TravelTimes, mode?: 'walk' | 'transit') =>
  (await times.minutesTo(HERE, mode, THERE)).map(({ mode: by, minutes, basis }) => [by, minutes, basis]);

describe('travel times', () => {
  it('are estimated without a routing service', async () => {
    // 15.6 km of way: 10 at 35 km/h, 5.6 at 75 km/h, and 5 minutes; 155.7 km: 10 and 145.7.
    expect(await timesOf(new TravelTimes(assumptions))).toEqual([
      ['drive', 30, 'estimate'],
      ['drive', 140, 'estimate'],
    ]);
  });

  it('are the routing service’s where it can tell, and estimated where it cannot', async () => {
    const times = new TravelTimes(assumptions, { secondsTo: async () => [1_201, undefined] });
    expect(await timesOf(times)).toEqual([
      ['drive', 25, 'route'],
      ['drive', 140, 'estimate'],
    ]);
  });

  it('may be known to be none, or not known at all', async () => {
    const times = new TravelTimes(assumptions, { secondsTo: async () => [null, undefined] });
    expect(await timesOf(times, 'walk')).toEqual([
      ['walk', undefined, 'route'],
      ['walk', undefined, undefined],
    ]);
  });

  it('by public transport send no request', async () => {
    const times = new TravelTimes(assumptions, {
      secondsTo: () => Promise.reject(new Error('no request is expected')),
    });
    expect(await timesOf(times, 'transit')).toEqual([
      ['transit', undefined, undefined],
      ['transit', undefined, undefined],
    ]);
  });
});
