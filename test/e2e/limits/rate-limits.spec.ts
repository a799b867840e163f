import type { Response } from 'supertest';
import type { LimitSettings } from '../../../src/config/env.js';
import { program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const NEED = { assessment: { conditions: [{ condition: 'alcohol', severity: 'mild' }] } };
const SITE = 'https://site.example';
const RATES = { public: 12, key: 30, site: 40, attempts: 3 };

let service: WholeService;
beforeAll(async () => {
  // Any client may state its address, so each test is a new client.
  service = await WholeService.open(undefined, { limits: { rates: RATES }, trustedProxies: ['loopback'] });
  await service.store('survey', [program('Elm Clinic', { conditions: { yes: ['alcohol'] } })]);
});
afterAll(() => service.close());

let hosts = 0;
let from: string;
beforeEach(() => {
  from = `198.51.100.${++hosts}`;
});

const get = (path: string, address = from) => service.get(path).set('x-forwarded-for', address);
const post = (path: string, body: object) => service.post(path, body).set('x-forwarded-for', from);
const as = ({ token }: Pick<Person, 'token'>) => ({ authorization: `Bearer ${token}` });

/** Whether it was answered, the policies, and what is left; the seconds depend on how busy the machine is. */
function rateOf({ status, headers }: Response): [number, string | undefined, string | undefined] {
  const left = headers['ratelimit'];
  return [status, headers['ratelimit-policy'], left?.replace(/;t=([1-9]|[1-5]\d|60)\b/g, ';t=…')];
}

async function statuses(times: number, send: () => Promise<Response>): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: times }, () => send()));
  return answers.map(({ status }) => status).sort((a, b) => a - b);
}

describe('An answer', () => {
  it('has the rate, what is left of it and for how long, whatever its status', async () => {
    const policy = '"public";q=12;w=60';
    expect(rateOf(await get('/v1/vocabularies'))).toEqual([200, policy, '"public";r=11;t=…']);
    expect(rateOf(await get('/v1/nothing'))).toEqual([404, policy, '"public";r=10;t=…']);
    expect(rateOf(await get('/v1/vocabularies?x=1'))).toEqual([400, policy, '"public";r=9;t=…']);
    expect(rateOf(await get('/v1/vocabularies').set('accept', 'text/html'))).toEqual([
      406,
      policy,
      '"public";r=8;t=…',
    ]);
    expect(rateOf(await post('/v1/assessments', {}).set('content-type', 'text/plain').send('x'))).toEqual([
      415,
      policy,
      '"public";r=6;t=…',
    ]);
    expect(rateOf(await post('/v1/matches', NEED))).toEqual([200, policy, '"public";r=1;t=…']);
    expect(rateOf(await get('/v1/audit'))).toEqual([401, policy, '"public";r=0;t=…']);
  });

  it('is a problem with Retry-After, which pages may read, once nothing is left', async () => {
    await statuses(12, () => get('/v1/vocabularies'));
    const response = await get('/v1/vocabularies').set('origin', SITE);
    const { headers, body } = response;
    const wait = Number(headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toMatch(/RateLimit, RateLimit-Policy, Retry-After/);
    expect(rateOf(response)).toEqual([429, '"public";q=12;w=60', '"public";r=0;t=…']);
    expect(body).toEqual({
      type: 'urn:treatment-navigator:problem:too-many-requests',
      title: 'Too many requests',
      status: 429,
      detail: `This address has used up its 12 points for this minute; a key has more. Wait ${wait} s.`,
      requestId: headers['x-request-id'],
      'violated-policies': ['public'],
    });
  });

  it('costs nothing for free routes: health and preflights', async () => {
    await statuses(13, () => get('/v1/vocabularies'));
    for (const path of ['/health/live', '/health/ready', '/health/writable']) {
      const response = await get(path);
      expect(rateOf(response)).toEqual([200, undefined, undefined]);
    }
    const preflight = await service.options('/v1/matches').set('x-forwarded-for', from);
    expect(rateOf(preflight)).toEqual([204, undefined, undefined]);
    expect((await get('/v1/matches')).status).toBe(429);
  });
});

describe('The rate of an address', () => {
  it('is counted to the point', async () => {
    expect(await statuses(40, () => get('/v1/vocabularies'))).toEqual([
      ...Array.from({ length: 12 }, () => 200),
      ...Array.from({ length: 28 }, () => 429),
    ]);
  });

  it.each(['/openapi.json', '/docs/', '/docs/swagger-ui-bundle.js'])(
    'counts a document twice: %s',
    async (path) => {
      expect(await statuses(7, () => get(path))).toEqual([...Array.from({ length: 6 }, () => 200), 429]);
    },
  );

  it('counts a match or a search five times', async () => {
    expect(await statuses(4, () => post('/v1/matches', NEED))).toEqual([200, 200, 429, 429]);
    expect(rateOf(await get('/v1/programs', '198.51.100.250'))[2]).toBe('"public";r=7;t=…');
  });

  it('is one for a network of IPv6, and for IPv4 however it is written', async () => {
    await statuses(12, () => get('/v1/vocabularies', '2001:db8:1:2::1'));
    expect((await get('/v1/vocabularies', '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await get('/v1/vocabularies', '2001:db8:1:3::1')).status).toBe(200);
    await statuses(12, () => get('/v1/vocabularies', '203.0.113.7'));
    expect((await get('/v1/vocabularies', '::ffff:203.0.113.7')).status).toBe(429);
  });

  it('is refused before a body is read', async () => {
    await statuses(12, () => get('/v1/vocabularies'));
    expect((await post('/v1/matches', {}).set('content-type', 'application/json').send('{')).status).toBe(
      429,
    );
  });
});

describe('The rate of a key', () => {
  it('is its own: one that is used ten times over leaves others and the public as they were', async () => {
    const [loud, calm] = [
      await service.person('Lou Loud', 'coach'),
      await service.person('Cal Calm', 'coach'),
    ];
    const all = Array.from({ length: 300 }, () => get('/v1/vocabularies').set(as(loud)));
    const others: Response[] = [];
    const between = async () => {
      for (let round = 0; round < 10; round++)
        for (const send of [() => get('/v1/vocabularies'), () => get('/v1/vocabularies').set(as(calm))])
          others.push(await send());
    };
    const [answers] = await Promise.all([Promise.all(all), between()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(270);
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    expect(rateOf(others[19]!)[2]).toMatch(/^"key";r=20;t=/);
  });

  it('is higher than that of an address, which it leaves alone', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    expect(await statuses(20, () => get('/v1/vocabularies').set(as(coach)))).toEqual(
      Array.from({ length: 20 }, () => 200),
    );
    expect(rateOf(await get('/v1/vocabularies'))[2]).toBe('"public";r=11;t=…');
    expect(rateOf(await get('/v1/vocabularies').set(as(coach)))).toEqual([
      200,
      '"key";q=30;w=60',
      '"key";r=9;t=…',
    ]);
  });

  it('is checked before the key is looked up, once it was accepted', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    await statuses(31, () => get('/v1/vocabularies').set(as(coach)));
    const { status, body } = await post('/v1/matches', {})
      .set(as(coach))
      .set('content-type', 'application/json')
      .send('{');
    expect([status, body['violated-policies']]).toEqual([429, ['key']]);
  });
});

describe('The rate of a publishable key', () => {
  it('is that of each visitor, and of all together', async () => {
    const { token } = await service.makeKey({
      name: 'Site',
      kind: 'publishable',
      scopes: ['read'],
      origins: [SITE],
    });
    const visit = (address: string) =>
      get('/v1/vocabularies', address).set('authorization', `Bearer ${token}`).set('origin', SITE);
    const first = await visit('192.0.2.1');
    expect(rateOf(first)).toEqual([
      200,
      '"public";q=12;w=60, "site";q=40;w=60',
      '"public";r=11;t=…, "site";r=39;t=…',
    ]);
    // One visitor is refused and does not affect the others.
    const greedy = await Promise.all(Array.from({ length: 50 }, () => visit('192.0.2.1')));
    expect(greedy.filter(({ status }) => status === 200)).toHaveLength(11);
    expect(rateOf(await visit('192.0.2.2'))[2]).toMatch(/"site";r=27;t=/);
    for (const host of [3, 4, 5]) await statuses(9, () => visit(`192.0.2.${host}`));
    const { status, body } = await visit('192.0.2.6');
    expect([status, body['violated-policies']]).toEqual([429, ['site']]);
  });
});

describe('Keys that are not accepted', () => {
  const guess = (token: string, address = from) =>
    get('/v1/vocabularies', address).set('authorization', `Bearer ${token}`);

  it('are counted, and soon no unknown one from that address is looked up', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    expect(rateOf(await guess('tn_live_nonsense'))).toEqual([
      401,
      '"attempts";q=3;w=60',
      '"attempts";r=2;t=…',
    ]);
    await guess('Basic nonsense');
    expect((await guess('tn_live_more')).status).toBe(401);
    for (const token of ['tn_live_more', coach.token]) {
      const { status, body, headers } = await guess(token);
      expect([status, body['violated-policies'], headers['retry-after']]).toEqual([
        429,
        ['attempts'],
        expect.any(String),
      ]);
    }
    // From another address the key is accepted, and without a key the first address is answered.
    expect((await guess(coach.token, '198.51.100.251')).status).toBe(200);
    expect((await get('/v1/vocabularies')).status).toBe(200);
  });

  it('do not affect accepted keys from the same address', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    expect((await guess(coach.token)).status).toBe(200);
    expect(await statuses(10, () => guess('tn_live_nonsense'))).toContain(429);
    expect((await guess(coach.token)).status).toBe(200);
  });

  it('count too when they were revoked', async () => {
    const admin = await service.person('Ada Admin', 'administrator');
    const { key, token } = await service.makeKey({ name: 'Gone', scopes: ['read'] });
    expect((await guess(token)).status).toBe(200);
    expect((await service.holder(admin.token, admin).post(`/v1/keys/${key.id}/revoke`)).status).toBeLessThan(
      300,
    );
    expect([(await guess(token)).status, (await guess(token)).status, (await guess(token)).status]).toEqual([
      401, 401, 401,
    ]);
    expect((await guess(token)).status).toBe(429);
  });

  it('count where a body cannot be read before the key is', async () => {
    const send = () =>
      post('/v1/matches', {})
        .set('authorization', 'Bearer x')
        .set('content-type', 'application/json')
        .send('{');
    expect([
      (await send()).status,
      (await send()).status,
      (await send()).status,
      (await send()).status,
    ]).toEqual([400, 400, 400, 429]);
  });
});

describe('Where an address comes from', () => {
  const open = (limits: LimitSettings, trustedProxies: string[]) =>
    WholeService.open(undefined, { limits, trustedProxies });

  it('is not decided by a client, unless it is a trusted proxy', async () => {
    const strict = await open({ rates: { public: 2 } }, ['10.0.0.0/8']);
    const send = (address: string) => strict.get('/v1/vocabularies').set('x-forwarded-for', address);
    expect([
      (await send('192.0.2.1')).status,
      (await send('192.0.2.2')).status,
      (await send('192.0.2.3')).status,
    ]).toEqual([200, 200, 429]);
    await strict.close();
  });

  it('is what the last proxy saw, whatever the client sent', async () => {
    await statuses(12, () => get('/v1/vocabularies', `192.0.2.77, ${from}`));
    expect((await get('/v1/vocabularies', `192.0.2.78, ${from}`)).status).toBe(429);
  });
});
