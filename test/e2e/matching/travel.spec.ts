import { wordsOfLog } from '../../support/log-words.js';
import { acknowledging, answerTo, type Asked, trackOf } from '../../support/match-answers.js';
import { HARTFORD, MISSOULA, NEW_HAVEN, program, type TestPlace } from '../../support/program-intakes.js';
import { RoutingService, send, tableOf } from '../../support/routing-service.js';
import { WholeService } from '../../support/whole-service.js';

const NOWHERE: TestPlace = { city: 'New Haven', state: 'CT', postalCode: '06511' };
const op = { levelsOfCare: { yes: ['op'] } } as const;
const PROGRAMS = [
  program('Here', op, NEW_HAVEN),
  program('Next Door', op, NEW_HAVEN),
  program('Hartford', op, HARTFORD),
  program('Missoula', op, MISSOULA),
  program('Nowhere', op, NOWHERE),
];
const NEAR: Asked = { constraints: { near: { postalCode: '06511' } } };

/** For every match, by the program's name: minutes and how they were estimated. */
async function waysOf(service: WholeService, asked: Asked) {
  const { matches } = trackOf(await answerTo(service, asked), 'treatment');
  return Object.fromEntries(
    matches.map(({ program: { name }, travel }) => [
      name,
      travel && [travel.mode, travel.minutes, travel.basis],
    ]),
  );
}

describe('travel without a routing service', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.store('survey', PROGRAMS);
  });
  afterAll(() => service.close());

  it('is estimated for each program with a location, by car by default', async () => {
    expect(await waysOf(service, NEAR)).toEqual({
      Here: ['drive', 5, 'estimate'],
      'Next Door': ['drive', 5, 'estimate'],
      Hartford: ['drive', 75, 'estimate'],
      Missoula: ['drive', null, null],
      Nowhere: null,
    });
    // Said once, for each way that minutes come about.
    const { legend } = await answerTo(service, NEAR);
    expect(legend.travel.toSorted((a, b) => Number(b.known) - Number(a.known))).toEqual([
      {
        basis: 'estimate',
        known: true,
        assumption: 'This is a rough guess, from a straight line. It leaves out traffic. We assumed a car.',
        detail:
          'Estimated from the straight line (between the middles of postal codes where nothing nearer is known): a way 1.4 times ' +
          'as long, at 21.7 mph for its first 6.2 miles and 46.6 mph after them, and 5 minutes to set out. These are our own ' +
          'assumptions (2026-11.1), without traffic; driving is assumed.',
      },
      {
        basis: null,
        known: false,
        assumption: 'It is more than 497 miles away. We do not guess a time for that. We assumed a car.',
        detail: 'Farther than 497.1 miles in a straight line, the time is not estimated; driving is assumed.',
      },
    ]);
  });

  it('uses the mode that the client names; public transport is not estimated', async () => {
    const by = (travelBy: 'walk' | 'transit') =>
      waysOf(service, { constraints: { ...NEAR.constraints, travelBy } });
    expect(await by('walk')).toMatchObject({
      Here: ['walk', 5, 'estimate'],
      Hartford: ['walk', null, null],
    });
    expect(await by('transit')).toMatchObject({ Here: ['transit', null, null], Nowhere: null });
  });

  it('is given for near misses, too', async () => {
    const { nearMisses } = trackOf(
      await answerTo(service, { constraints: { ...NEAR.constraints, maxDistanceKm: 30 } }),
      'treatment',
    );
    expect(nearMisses.map(({ program: { name }, travel }) => [name, travel?.minutes])).toEqual([
      ['Hartford', 75],
    ]);
  });

  it('is nothing where the client names no place', async () => {
    expect(Object.values(await waysOf(service, { constraints: { travelBy: 'bike' } }))).toEqual(
      PROGRAMS.map(() => null),
    );
  });

  it('does not affect the rank: the order is the same by every mode', async () => {
    const orders = [];
    for (const travelBy of [undefined, 'drive', 'transit', 'bike', 'walk'] as const) {
      const { matches } = trackOf(
        await answerTo(service, { constraints: { ...NEAR.constraints, ...(travelBy && { travelBy }) } }),
        'treatment',
      );
      orders.push(JSON.stringify(matches.map(({ travel: _travel, ...match }) => match)));
    }
    expect(new Set(orders).size).toBe(1);
  });

  it('by an unknown mode is refused', async () => {
    const response = await service.match({ constraints: { travelBy: 'drives' } });
    expect(response.status).toBe(400);
    expect((response.body as { errors: unknown[] }).errors).toEqual([
      expect.objectContaining({ pointer: '/constraints/travelBy', suggestion: 'drive' }),
    ]);
  });
});

describe('travel with a routing service', () => {
  let router: RoutingService;
  let service: WholeService;
  const lines: string[] = [];
  beforeAll(async () => {
    router = await RoutingService.open();
    service = await WholeService.open({ write: (line) => lines.push(line) }, { routingUrl: router.url });
    await service.store('survey', PROGRAMS);
  });
  beforeEach(() => {
    router.asked.length = 0;
    router.answerWith(tableOf((place) => place * 1_000));
  });
  afterAll(async () => {
    await service.close();
    await router.close();
  });

  it('uses its times, with one request per answer and one place for two programs', async () => {
    expect(await waysOf(service, NEAR)).toEqual({
      Here: ['drive', expect.any(Number), 'route'],
      'Next Door': ['drive', expect.any(Number), 'route'],
      Hartford: ['drive', expect.any(Number), 'route'],
      Missoula: ['drive', expect.any(Number), 'route'],
      Nowhere: null,
    });
    expect(router.asked).toHaveLength(1);
    expect(router.asked[0]!.split(';')).toHaveLength(4);
  });

  it('is estimated for what it does not know, and for every mode it does not support', async () => {
    router.answerWith((response) => send(response, 400, { code: 'NoSegment' }));
    expect(await waysOf(service, NEAR)).toMatchObject({ Hartford: ['drive', 75, 'estimate'] });
    const walk = { constraints: { ...NEAR.constraints, travelBy: 'walk' as const } };
    expect(await waysOf(service, walk)).toMatchObject({ Here: ['walk', 5, 'estimate'] });
    expect(router.asked).toHaveLength(1);
  });

  it('is not asked while a message of safety holds the list', async () => {
    const held = { ...NEAR, assessment: { risks: { 'od.not_waking': true } } };
    expect((await answerTo(service, held)).held).not.toBeNull();
    expect(router.asked).toEqual([]);
    expect((await answerTo(service, await acknowledging(service, held))).held).toBeNull();
    expect(router.asked).toHaveLength(1);
  });

  it('is estimated while the service is unavailable, with no request after three failures', async () => {
    router.answerWith((response) => response.destroy());
    for (let i = 0; i < 5; i++)
      expect(await waysOf(service, NEAR)).toMatchObject({ Hartford: ['drive', 75, 'estimate'] });
    expect(router.asked).toHaveLength(3);
  });

  it('leaves no place of a client in the log', () => {
    const log = wordsOfLog(lines);
    expect(log).toContain('The routing service is not responding correctly');
    expect(log).not.toMatch(/06511|41\.3\d|72\.9\d|\/table\//);
    expect(log).not.toContain(router.url);
  });
});

describe('hours in two time zones', () => {
  let service: WholeService;
  const mondays = (from: string, to: string) => ({ ...op, sessions: [{ day: 'mo' as const, from, to }] });
  beforeAll(async () => {
    service = await WholeService.open();
    await service.store('survey', [
      program('Missoula at four', mondays('16:00', '17:00'), MISSOULA),
      program('Missoula at eight', mondays('08:00', '09:00'), MISSOULA),
      program('Missoula, by its own word in Los Angeles time', mondays('08:00', '09:00'), MISSOULA),
    ].map((intake) => intake.name.includes('Los Angeles') ? { ...intake, location: { ...intake.location, timeZone: 'America/Los_Angeles' } } : intake)); // prettier-ignore
  });
  afterAll(() => service.close());

  const kept = async (constraints: Asked['constraints']) => {
    const asked = {
      constraints: {
        cannotLeaveWork: true,
        workHours: [{ days: ['mo' as const], from: '09:00', to: '17:00' }],
        ...constraints,
      },
    };
    const { matches } = trackOf(await answerTo(service, asked), 'treatment');
    return matches.map(({ program: { name } }) => name).sort();
  };

  it('are compared in the time zone of the place that the client names', async () => {
    // Montana is two hours behind Connecticut: a quarter past four there is after six here.
    expect(await kept({ near: { postalCode: '06511' } })).toEqual(['Missoula at four']);
    expect(await kept({ near: { postalCode: '59801' } })).toEqual(['Missoula at eight']);
  });

  it('are compared in the zone that the client names, rather than that of the place', async () => {
    expect(await kept({ near: { postalCode: '06511' }, timeZone: 'America/Denver' })).toEqual([
      'Missoula at eight',
    ]);
    expect(await kept({ timeZone: 'America/Los_Angeles' })).toEqual([
      'Missoula at eight',
      'Missoula, by its own word in Los Angeles time',
    ]);
  });

  it('in an unknown zone are refused', async () => {
    const response = await service.match({ constraints: { timeZone: 'America/Gotham' } });
    expect(response.status).toBe(422);
    expect((response.body as { errors: unknown[] }).errors).toEqual([
      {
        pointer: '/constraints/timeZone',
        message: 'there is no time zone America/Gotham; give an IANA name such as America/Chicago',
      },
    ]);
    expect((await service.match({ constraints: { timeZone: 'Eastern Time' } })).status).toBe(400);
  });
});
