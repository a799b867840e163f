import { forProfessional } from '../../language/sentences.js';
import { estimateTravel, routedTravel, type TravelAssumptions, travelWish } from './travel.js';

const ASSUMED: TravelAssumptions = {
  version: '2000-01.1',
  modes: {
    drive: { detour: 1.5, setOutMinutes: 5, local: { km: 12, kmPerHour: 30 }, beyondKmPerHour: 60, farthestKm: 100 }, // prettier-ignore
    bike: { detour: 1.2, setOutMinutes: 3, local: { km: 10, kmPerHour: 12 }, beyondKmPerHour: 12, farthestKm: 30 }, // prettier-ignore
    walk: { detour: 1.2, setOutMinutes: 0, local: { km: 10, kmPerHour: 4 }, beyondKmPerHour: 4, farthestKm: 10 }, // prettier-ignore
  },
};

describe('an estimate of the time to a program', () => {
  it.each([
    // 6 km of way at 30 km/h are 12 minutes, and 5 to set out.
    ['of a short drive', 'drive', 4_000, 20],
    // 30 km of way: 24 minutes for the first 12, 18 for the rest, and 5.
    ['of a long drive', 'drive', 20_000, 50],
    ['of a ride', 'bike', 5_000, 35],
    // 3.6 km of way at 4 km/h are 54 minutes.
    ['of a walk', 'walk', 3_000, 55],
    ['that comes to a whole five', 'walk', 2_500, 45],
    ['to the same place, as far as anybody knows', 'walk', 0, 5],
    ['at the very end of what is estimated', 'walk', 10_000, 180],
  ] as const)('%s', (_what, mode, meters, minutes) => {
    expect(estimateTravel(travelWish(mode), meters, ASSUMED)).toMatchObject({
      mode,
      minutes,
      basis: 'estimate',
    });
  });

  it('says all that anybody needs to come to the same number', () => {
    const told = (mode: 'drive' | 'walk' | undefined, meters: number) =>
      forProfessional(estimateTravel(travelWish(mode), meters, ASSUMED).reason, 'en');
    expect(told(undefined, 20_000)).toBe(
      'Estimated from the straight line (between the middles of postal codes where nothing nearer is known): a way 1.5 times as long, at 18.6 mph for its first 7.5 miles and 37.3 mph after them, and 5 minutes to set out. These are our own assumptions (2000-01.1), without traffic; driving is assumed.',
    );
    expect(told('walk', 3_000)).toBe(
      'Estimated from the straight line (between the middles of postal codes where nothing nearer is known): a way 1.2 times as long, at 2.5 mph. These are our own assumptions (2000-01.1), without traffic.',
    );
  });

  it('is none by public transport, and none beyond what the assumptions are for', () => {
    const transit = estimateTravel(travelWish('transit'), 4_000, ASSUMED);
    expect(transit).toEqual({ mode: 'transit', reason: { code: 'travel.transit', values: {} } });
    const far = estimateTravel(travelWish('walk'), 10_001, ASSUMED);
    expect([far.minutes, far.basis, forProfessional(far.reason, 'en')]).toEqual([
      undefined,
      undefined,
      'Farther than 6.2 miles in a straight line, the time is not estimated.',
    ]);
  });

  it('never falls with the distance', () => {
    for (const mode of ['drive', 'bike', 'walk'] as const) {
      const times = Array.from(
        { length: 101 },
        (_, i) => estimateTravel({ mode, assumed: false }, i * 100, ASSUMED).minutes!,
      );
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });
});

describe('a time of a routing service', () => {
  it('is rounded up as estimates are', () => {
    const minutes = [0, 299, 300, 301, 3_601].map(
      (seconds) => routedTravel(travelWish('drive'), seconds).minutes,
    );
    expect(minutes).toEqual([5, 5, 5, 10, 65]);
  });

  it('says how exact it can be', () => {
    expect(forProfessional(routedTravel(travelWish(undefined), 600).reason, 'en')).toBe(
      'By the routing service, from a point within about a kilometer of the place given, without traffic; driving is assumed.',
    );
  });

  it('is none where the service knows of no way', () => {
    const { minutes, basis, reason } = routedTravel(travelWish('bike'), null);
    expect([minutes, basis, forProfessional(reason, 'en')]).toEqual([
      undefined,
      'route',
      'The routing service finds no way there.',
    ]);
  });
});
