import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { DatabaseProxy } from '../../support/database-proxy.js';
import { program } from '../../support/program-intakes.js';
import { everythingStored } from '../../support/stored-text.js';
import { TokenIssuer } from '../../support/token-issuer.js';
import { WholeService } from '../../support/whole-service.js';

/** A word that occurs nowhere else, and its escaped forms. */
const MARK = 'qwhzx';
const marked = (place: string) => `${MARK}-${place}`;
/** The name of a field may be repeated to its sender, unlike a value. */
const NAME = 'qwhznamed';
const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

const log: string[] = [];
const warnings: string[] = [];
const errors: string[] = [];
const hear = (warning: Error) => void warnings.push(`${warning.name} ${warning.message}`);
const stream = { write: (line: string) => void log.push(line) };

let issuer: TokenIssuer;
let service: WholeService;
/** The secret part of a key or a token, which must not be found anywhere. */
let secrets: string[];
let bearers: string[];
beforeAll(async () => {
  process.on('warning', hear);
  issuer = await TokenIssuer.open({ ada: { name: 'Ada Admin', roles: ['administrator', 'author'] } });
  service = await WholeService.open(stream, { oidc: issuer.settings });
  await service.store('survey', [program('Clinic', { conditions: { yes: ['any'] } })]);
  const key = (await service.makeKey({ name: 'Desk', roles: ['administrator', 'reviewer'] })).token;
  const page = (
    await service.makeKey({
      name: 'Page',
      kind: 'publishable',
      scopes: ['read', 'match'],
      origins: ['https://site.example'],
    })
  ).token;
  const person = await issuer.token('ada');
  bearers = [key, page, person, `${key.slice(0, -1)}x`, `${person.slice(0, -2)}xx`, marked('bearer')];
  // A hint of four characters is stored of a key; the rest is nowhere.
  secrets = [key, page].map((token) => token.slice(-30)).concat(person.split('.'));
});
afterAll(async () => {
  process.off('warning', hear);
  await service.close();
  await issuer.close();
});

describe('What a request carries', () => {
  it('in its path, query, headers or body is in no line of the log, no table, no problem and no warning', async () => {
    const operations = await operationsOf(service);
    expect(operations.length).toBeGreaterThan(60);
    for (const [at, { method, path }] of operations.entries()) {
      const bearer = bearers[at % bearers.length]!;
      await send(service, method, path, bearer, { [NAME]: marked('value'), why: 7, name: [marked('list')] });
      await send(service, method, path.replaceAll(marked('path'), UUID), bearers[0]!, {});
      if (method !== 'get') await send(service, method, path, bearer, `{"why": ${marked('broken')}`);
    }
    expect(errors.length).toBeGreaterThan(operations.length);
    await expectNothing(service);
  });

  it('when a match, a plan, an assessment or a search succeeds, is only in the response', async () => {
    for (const call of [
      service.post('/v1/matches', {
        client: { age: 34 },
        assessment: { responses: [{ instrument: 'ruler', answers: { why_not_lower: marked('words') } }] },
      }),
      service.post('/v1/plans', {
        assessment: { responses: [{ instrument: 'ruler', answers: { why_not_lower: marked('words') } }] },
      }),
      service.post('/v1/assessments', {
        assessment: { responses: [{ instrument: 'cso-checkin', answers: { cso7: marked('words') } }] },
      }),
      service.get(`/v1/programs?q=${marked('search')}`),
    ]) {
      const { status, text } = await withMarks(call, bearers[0]!);
      expect([status, text.includes(marked('words'))]).toEqual([200, false]);
    }
    await expectNothing(service);
  });

  it('is nowhere when the request is invalid, too large, or aborted', async () => {
    const { port } = service.server.address() as AddressInfo;
    const head = `POST /v1/matches?q=${marked('query')} HTTP/1.1\r\nhost: ${marked('host')}\r\n`;
    for (const bytes of [
      `${MARK} /${MARK} HTTP/1.1\r\n\r\n`,
      `GET /v1/programs?q=${marked('query')} HTTP/9.9\r\n\r\n`,
      `${head}x-a: ${MARK.repeat(10_000)}\r\n\r\n`,
      `${head}content-type: application/json\r\ncontent-length: 999\r\n\r\n{"client":"${marked('half')}`,
      `${head}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${marked('chunk')}\r\n`,
    ]) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => {});
      socket.on('data', (data) => void errors.push(data.toString()));
      socket.write(bytes);
      await sleep(30);
      socket.destroy();
    }
    const large = JSON.stringify({ assessment: marked('large').repeat(30_000) });
    errors.push((await service.matchRaw(large)).text, (await service.matchRaw(large, MARK)).text);
    await expectNothing(service);
  });

  it('is nowhere when the database refuses it and repeats it in its message, although the line has the query', async () => {
    const { dataSource } = service;
    await dataSource.query(`CREATE FUNCTION refuse_ticket() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'not this: %', NEW.wrong USING DETAIL = NEW.right_value; END $$`);
    await dataSource.query(`CREATE TRIGGER refuse_ticket BEFORE INSERT ON ticket
      FOR EACH ROW EXECUTE FUNCTION refuse_ticket()`);
    const [clinic]: { id: string }[] = await dataSource.query('SELECT id FROM program');
    const before = log.length;
    const call = service.post(`/v1/programs/${clinic?.id}/reports`, REPORT);
    const { status, text } = await withMarks(call, bearers[0]!).unset('idempotency-key');
    await dataSource.query('DROP FUNCTION refuse_ticket CASCADE');
    errors.push(text);
    expect(status).toBe(500);
    expect(log.slice(before).join('')).toMatch(/"code":"P0001","query":"INSERT INTO \\"ticket\\"/);
    await expectNothing(service);
  });

  it('is nowhere when the database is unavailable', async () => {
    const proxy = await DatabaseProxy.beforeDatabase(service.connection);
    const cutOff = await service.neighbor(proxy.connection, { oidc: issuer.settings }, undefined, stream);
    await cutOff.settled();
    proxy.cut();
    const answers = [
      await withMarks(cutOff.get(`/v1/programs?q=${marked('search')}`), bearers[0]!),
      await withMarks(cutOff.post(`/v1/programs/${UUID}/reports`, REPORT), bearers[0]!).unset(
        'idempotency-key',
      ),
      await withMarks(cutOff.get('/v1/audit'), bearers[0]!),
    ].map(({ status, text }) => (errors.push(text), status));
    proxy.restore();
    await cutOff.close();
    await proxy.close();
    // A search is answered from memory.
    expect(answers).toEqual([200, 503, 503]);
    await expectNothing(service);
  });
});

const UUID = '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e';
const REPORT = { about: 'phone', wrong: marked('report'), right: marked('right') };

/** No place contains a mark or a secret afterwards. */
async function expectNothing(whole: WholeService): Promise<void> {
  const stored = await everythingStored(whole.dataSource);
  expect(stored.rows).toBeGreaterThan(100);
  const left = { log: log.join(''), tables: stored.text, warnings: warnings.join('\n') };
  for (const [where, text] of Object.entries(left))
    for (const mark of [MARK, NAME, ...secrets]) expect(excerpt(where, text, mark)).toBeUndefined();
  for (const text of errors)
    for (const mark of [MARK, ...secrets]) expect(excerpt('answer', text, mark)).toBeUndefined();
}

/** Where a mark was found, with its surroundings. */
function excerpt(where: string, text: string, mark: string): string | undefined {
  const at = text.indexOf(mark);
  return at < 0 ? undefined : `${where}: ${text.slice(Math.max(0, at - 150), at + 60)}`;
}

async function send(
  whole: WholeService,
  method: Method,
  path: string,
  bearer: string,
  body: object | string,
): Promise<void> {
  const call = request(whole.server)[method](
    `${path}?q=${marked('query')}&cursor=${marked('cursor')}&near=${marked('place')}`,
  );
  const { status, text } = await withMarks(
    method === 'get' ? call : call.set('content-type', 'application/json').send(body),
    bearer,
  );
  if (status >= 400) errors.push(text);
}

function withMarks(call: request.Test, bearer: string): request.Test {
  return call
    .set('authorization', `Bearer ${bearer}`)
    .set('cookie', `session=${marked('cookie')}`)
    .set('x-forwarded-for', `203.0.113.77, ${marked('address')}`)
    .set('forwarded', `for=${marked('address')}`)
    .set('user-agent', marked('agent'))
    .set('referer', `https://site.example/${marked('page')}`)
    .set('accept-language', marked('language'))
    .set('if-match', `"${marked('version')}"`)
    .set('if-none-match', `"${marked('version')}"`)
    .set('idempotency-key', `${marked('repeat')} spaced`)
    .set('x-request-id', `${marked('id')}/spaced`);
}

async function operationsOf(whole: WholeService): Promise<{ method: Method; path: string }[]> {
  const { paths } = (await whole.get('/openapi.json')).body as { paths: Record<string, object> };
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => ({
      method,
      path: path.replace(/\{\w+\}/g, marked('path')),
    })),
  );
}
