import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import request, { type Response } from 'supertest';
import { type Person, WholeService } from '../../support/whole-service.js';

const ON_EVERY_ANSWER = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
};
const NOWHERE = ['server', 'x-powered-by', 'set-cookie', 'strict-transport-security'];
const OPEN_DATA = 'public, max-age=60, stale-while-revalidate=600';
/** What no cache stores, or only the requesting browser, which must revalidate it each time. */
const NEVER_SHARED = ['no-store', 'private, no-cache'];
/** Reads that are open to all but must not be cached. */
const OF_THE_MOMENT = ['GET /health/live', 'GET /health/ready', 'GET /health/writable'];
const UNKNOWN_ID = '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e';

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';
interface Operation {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  /** Only with a key, or a person's token. */
  readonly isClosed: boolean;
}

let service: WholeService;
let everyRole: Person;
let operations: Operation[];
beforeAll(async () => {
  service = await WholeService.open();
  everyRole = await service.person(
    'Everybody',
    'author',
    'reviewer',
    'directory-editor',
    'coach',
    'administrator',
  );
  operations = await operationsOf(service);
});
afterAll(() => service.close());

describe('Every answer of every operation', () => {
  let answers: { name: string; isOpenRead: boolean; answer: Response }[];
  beforeAll(async () => {
    answers = [];
    for (const { name, method, path, isClosed } of operations)
      for (const [hasKey, answer] of [
        [false, await send(method, path)],
        [true, await send(method, path, everyRole.token)],
        [false, await send('options', path)],
        [false, await send('trace', path)],
        [false, await send(method, `${path}?a=%zz`)],
        [false, await send(method, path).set('accept', 'image/png')],
      ] as const)
        answers.push({ name, isOpenRead: method === 'get' && !isClosed && !hasKey, answer });
  });

  it('tells browsers to treat it only as data, from any origin and in no frame', () => {
    expect(operations.length).toBeGreaterThan(60);
    for (const { name, answer } of answers) expectHeaders(`${name} ${answer.status}`, answer);
  });

  it('may not be cached, except reads of open data by the public', () => {
    const kept = new Set<string>();
    for (const { name, isOpenRead, answer } of answers) {
      const { status, headers } = answer;
      const cacheControl = headers['cache-control'] ?? 'none';
      const isKept = !NEVER_SHARED.includes(cacheControl);
      const mayBeKept = isOpenRead && status === 200 && !OF_THE_MOMENT.includes(name);
      expect({ name, status, isKept }).toEqual({ name, status, isKept: mayBeKept });
      if (!isKept) continue;
      expect([name, cacheControl]).toEqual([name, OPEN_DATA]);
      kept.add(name);
    }
    const statuses = new Set(answers.map(({ answer }) => answer.status));
    expect([...statuses]).toEqual(expect.arrayContaining([200, 204, 400, 401, 404, 405, 406]));
    expect(kept.size).toBeGreaterThan(10);
  });

  it('of a match, an assessment and a score, whether successful or not, is never cached', async () => {
    const given = [
      await service.match({}),
      await service.match({ client: { age: 'old' } }),
      await service.post('/v1/assessments', {}),
      await service.post('/v1/assessments', { assessment: 7 }),
      await service.post('/v1/instruments/phq-9/score', { total: 3 }),
      await service.post('/v1/matches/why-not', { programId: UNKNOWN_ID }),
      await service.post('/v1/matches/compare', { programIds: [UNKNOWN_ID] }),
      await service.matchRaw('x'.repeat(300_000)),
      await service.matchRaw('{}', 'text/plain'),
    ];
    expect(new Set(given.map(({ status }) => status))).toEqual(new Set([200, 400, 413, 415, 422]));
    for (const answer of given) {
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['etag']).toBeUndefined();
      expectHeaders(`match ${answer.status}`, answer);
    }
  });

  it('without a route has the same headers: an unknown address, an invalid one, an invalid request', async () => {
    const server = service.server;
    for (const answer of [
      await request(server).get('/nowhere'),
      await request(server).options('/nowhere'),
      await request(server).get('/v1/%zz'),
      await request(server).get(`/v1/approaches/${'x'.repeat(300)}`),
      await request(server).get('/').set('x-filler', 'x'.repeat(20_000)),
    ])
      expectHeaders(`none ${answer.status}`, answer, 'no-store');
    for (const [said, status] of [
      ['GET / HTTP/9.9\r\n\r\n', 400],
      ['GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
      ['GET /health/live HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n', 400],
      ['CONNECT other.example:443 HTTP/1.1\r\nHost: other.example\r\n\r\n', 405],
      ['POST /v1/matches HTTP/1.1\r\nHost: x\r\nExpect: more\r\nContent-Length: 2\r\n\r\n{}', 417],
    ] as const) {
      const raw = await spoken(said);
      expect(raw).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(raw).toMatch(/^cache-control: no-store\r$/im);
      expect(raw).toMatch(/^content-type: application\/problem\+json/im);
      for (const [name, value] of Object.entries(ON_EVERY_ANSWER))
        expect(raw).toContain(`${name}: ${value}\r`);
    }
  });

  it('that is still current has the same headers', async () => {
    const first = await service.get('/v1/vocabularies');
    const again = await service.get('/v1/vocabularies').set('if-none-match', first.headers['etag'] ?? '');
    expect(again.status).toBe(304);
    expectHeaders('304', again, OPEN_DATA);
  });
});

describe('The page at /docs', () => {
  it('runs only its own scripts and styles, and sends no request to other sites', async () => {
    const { text: page, headers } = await service.get('/docs/');
    const policy = readPolicy(headers['content-security-policy'] ?? '');
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(
      [...policy.values()].flat().filter((source) => /https?:|\*|unsafe-inline|unsafe-eval/.test(source)),
    ).toEqual([]);

    // The page contains only what the policy allows.
    const scripts = [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBe(3);
    for (const [, attributes = '', inside = ''] of scripts) {
      expect(attributes).toMatch(/ src="\.\/[a-z-]+\.js"/);
      expect(inside.trim()).toBe('');
    }
    expect(page).not.toMatch(/\son[a-z]+=|javascript:|<base|<form|<iframe/i);
    for (const [, address = ''] of page.matchAll(/(?:src|href)="([^"]+)"/g))
      expect(address).toMatch(/^(?:\.\/|#)/);
    const styles = [
      ...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g),
      ...page.matchAll(/\sstyle="([^"]*)"/g),
    ];
    expect(styles.length).toBeGreaterThan(0);
    for (const [, style = ''] of styles)
      expect(policy.get('style-src')).toContain(
        `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      );
  });

  it('is redirected to with the headers of every answer', async () => {
    const answer = await service.get('/docs?q=1');
    expect([answer.status, answer.headers['location']]).toEqual([302, '/docs/']);
    expect(answer.headers).toMatchObject(ON_EVERY_ANSWER);
  });

  it('has files with the headers of every answer, and does not use an external validator', async () => {
    expect((await service.get('/docs/swagger-ui-init.js')).text).toContain('validatorUrl: null');
    for (const file of ['swagger-ui-bundle.js', 'swagger-ui-standalone-preset.js', 'swagger-ui.css']) {
      const answer = await service.get(`/docs/${file}`);
      expect([file, answer.status]).toEqual([file, 200]);
      for (const [name, value] of Object.entries(ON_EVERY_ANSWER))
        expect([file, name, answer.headers[name]]).toEqual([file, name, value]);
      for (const name of NOWHERE) expect([file, name, answer.headers[name]]).toEqual([file, name, undefined]);
    }
  });
});

function expectHeaders(what: string, { headers }: Response, cacheControl?: string): void {
  for (const [name, value] of Object.entries(ON_EVERY_ANSWER))
    expect([what, name, headers[name]]).toEqual([what, name, value]);
  for (const name of NOWHERE) expect([what, name, headers[name]]).toEqual([what, name, undefined]);
  if (cacheControl !== undefined) expect([what, headers['cache-control']]).toEqual([what, cacheControl]);
}

function send(method: Method | 'options' | 'trace', path: string, token?: string): request.Test {
  const call = request(service.server)[method](path);
  if (token !== undefined) void call.set('authorization', `Bearer ${token}`);
  return method === 'get' || method === 'options' || method === 'trace' ? call : call.send({});
}

/** Every operation of the document, with unknown identifiers in its address, or real ones for codes. */
async function operationsOf(whole: WholeService): Promise<Operation[]> {
  const { paths } = (await whole.get('/openapi.json')).body as {
    paths: Record<string, Record<string, { security?: object[] }>>;
  };
  const words: Record<string, string> = { code: 'smart-recovery', version: 'current', style: 'apa' };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { security = [] }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method as Method,
      path: path.replace(/\{(\w+)\}/g, (_, name: string) =>
        path.includes('/instruments/') || path.includes('/Questionnaire/')
          ? 'phq-9'
          : (words[name] ?? UNKNOWN_ID),
      ),
      isClosed: !security.some((one) => Object.keys(one).length === 0),
    })),
  );
}

/** The response to exactly these bytes. */
async function spoken(bytes: string): Promise<string> {
  const socket = connect((service.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return text(socket);
}

function readPolicy(policy: string): Map<string, string[]> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}
