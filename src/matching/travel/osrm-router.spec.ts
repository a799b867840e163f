import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { RoutingService, send, type TableAnswer, tableOf } from '../../../test/support/routing-service.js';
import { OsrmRouter } from './osrm-router.js';

const HERE = { latitude: 41.318_412_3, longitude: -72.931_845_6 };
const THERE = [
  { latitude: 41.767_2, longitude: -72.674_3 },
  { latitude: 41.056, longitude: -73.541_234_567 },
];

describe('a routing service', () => {
  let service: RoutingService;
  let router: OsrmRouter;
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    service = await RoutingService.open();
    router = new OsrmRouter(service.url, { timeoutMs: 5_000 });
  });
  afterEach(() => service.close());

  const ask = () => router.secondsTo(HERE, 'drive', THERE);

  it('is asked once for all, with the client rounded to about a kilometer', async () => {
    service.answerWith(tableOf((place) => place * 600.5));
    expect(await ask()).toEqual([600.5, 1201]);
    expect(service.asked).toEqual([
      '/table/v1/driving/-72.93,41.32;-72.67430,41.76720;-73.54123,41.05600?sources=0&annotations=duration&generate_hints=false',
    ]);
  });

  it('may know of no way to a place', async () => {
    service.answerWith(tableOf((place) => (place === 1 ? null : 600)));
    expect(await ask()).toEqual([null, 600]);
  });

  it('cannot tell of a place far from any road it knows', async () => {
    service.answerWith(tableOf(() => 600, (place) => (place === 2 ? 250_000 : undefined))); // prettier-ignore
    expect(await ask()).toEqual([600, undefined]);
    service.answerWith(tableOf(() => 600, (place) => (place === 0 ? 250_000 : 5))); // prettier-ignore
    expect(await ask()).toEqual([undefined, undefined]);
  });

  it('is not asked for nothing, nor for a mode it was not built for', async () => {
    expect(await router.secondsTo(HERE, 'drive', [])).toEqual([]);
    expect(await router.secondsTo(HERE, 'walk', THERE)).toEqual([undefined, undefined]);
    expect(service.asked).toEqual([]);
  });

  it('with a place for the profile in its URL is asked for every mode', async () => {
    const every = new OsrmRouter(`${service.url}/routed-{profile}/`);
    for (const mode of ['drive', 'bike', 'walk'] as const)
      expect(await every.secondsTo(HERE, mode, THERE)).toEqual([600, 600]);
    expect(service.asked.map((path) => path.split('/').slice(0, 5).join('/'))).toEqual([
      '/routed-car/table/v1/car',
      '/routed-bike/table/v1/bike',
      '/routed-foot/table/v1/foot',
    ]);
  });

  it('is asked for no more than fits into a URL', async () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ latitude: 41, longitude: -72 - i / 100 }));
    const seconds = await router.secondsTo(HERE, 'drive', many);
    expect([seconds.length, seconds.filter((each) => each === 600).length, seconds.at(-1)]).toEqual([
      300,
      250,
      undefined,
    ]);
    expect(service.asked[0]!.length).toBeLessThan(8_000);
  });

  const ok = { code: 'Ok', durations: [[0, 600, 600]] };
  it.each<[string, TableAnswer]>([
    ['an error', (response) => send(response, 500, ok)],
    ['a refusal', (response) => send(response, 400, { code: 'NoSegment', message: 'no road' })],
    ['a redirect', (response) => { response.writeHead(302, { location: '/elsewhere' }); response.end(); }], // prettier-ignore
    ['no JSON', (response) => send(response, 200, '<html>')],
    ['half an answer', (response) => { response.writeHead(200, { 'content-length': 500 }); response.write('{"code"'); response.destroy(); }], // prettier-ignore
    ['nothing at all', (response) => response.destroy()],
    ['another code', (response) => send(response, 200, { ...ok, code: 'NoTable' })],
    ['no durations', (response) => send(response, 200, { code: 'Ok' })],
    ['durations as texts', (response) => send(response, 200, { ...ok, durations: [[0, '600', '600']] })],
    ['durations below zero', (response) => send(response, 200, { ...ok, durations: [[0, -600, 600]] })],
    ['a year of driving', (response) => send(response, 200, { ...ok, durations: [[0, 3e7, 600]] })],
    ['too few durations', (response) => send(response, 200, { ...ok, durations: [[0, 600]] })],
    ['too many durations', (response) => send(response, 200, { ...ok, durations: [[0, 600, 600, 600]] })],
    ['two rows', (response) => send(response, 200, { ...ok, durations: [[0, 600, 600], [600, 0, 600]] })], // prettier-ignore
    ['more than anybody reads', (response) => send(response, 200, { ...ok, hint: 'x'.repeat(600_000) })],
  ])('that answers %s gives no times', async (_what, answer) => {
    service.answerWith(answer);
    expect(await ask()).toEqual([undefined, undefined]);
    expect(service.asked).toHaveLength(1);
  });

  it('that is slow gives no times, whether the whole answer or its end is late', async () => {
    const impatient = new OsrmRouter(service.url, { timeoutMs: 50 });
    service.answerWith(() => undefined);
    expect(await impatient.secondsTo(HERE, 'drive', THERE)).toEqual([undefined, undefined]);
    service.answerWith((response) => {
      response.writeHead(200);
      response.write('{"code":"Ok",');
    });
    expect(await impatient.secondsTo(HERE, 'drive', THERE)).toEqual([undefined, undefined]);
  });

  it('that fails three times in a row is left alone for a while', async () => {
    service.answerWith((response) => send(response, 503, {}));
    for (let i = 0; i < 3; i++) await ask();
    service.answerWith(tableOf(() => 600));
    expect(await ask()).toEqual([undefined, undefined]);
    expect(service.asked).toHaveLength(3);
  });

  it('is tried once after the pause, and asked again when it answers', async () => {
    const forgiving = new OsrmRouter(service.url, { timeoutMs: 5_000, pauseMs: 1 });
    service.answerWith((response) => send(response, 503, {}));
    for (let i = 0; i < 4; i++) {
      await forgiving.secondsTo(HERE, 'drive', THERE);
      await setTimeout(5);
    }
    expect(service.asked).toHaveLength(4);
    service.answerWith(tableOf(() => 600));
    expect(await forgiving.secondsTo(HERE, 'drive', THERE)).toEqual([600, 600]);
    expect(await forgiving.secondsTo(HERE, 'drive', THERE)).toEqual([600, 600]);
  });

  it('is not left alone for refusals, which are of one request', async () => {
    service.answerWith((response) => send(response, 400, { code: 'NoSegment' }));
    for (let i = 0; i < 5; i++) await ask();
    service.answerWith(tableOf(() => 600));
    expect(await ask()).toEqual([600, 600]);
  });

  it('that answers in between is not left alone', async () => {
    for (let i = 0; i < 6; i++) {
      service.answerWith(i % 3 === 2 ? tableOf(() => 600) : (response) => send(response, 500, {}));
      await ask();
    }
    expect(await ask()).toEqual([600, 600]);
  });

  it('that is unavailable gives no times', async () => {
    await service.close();
    expect(await ask()).toEqual([undefined, undefined]);
    service = await RoutingService.open();
  });
});
