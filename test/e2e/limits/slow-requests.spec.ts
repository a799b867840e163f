import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { LimitedApp } from './limited-app.js';

const TIMEOUTS = { headersMs: 400, requestMs: 800, checkIntervalMs: 50 };

let app: LimitedApp;
beforeAll(async () => {
  app = await LimitedApp.open({ rates: {} }, TIMEOUTS);
});
afterAll(() => app.close());

const server = () => app.app.getHttpServer();
const connections = () =>
  new Promise<number>((resolve, reject) => {
    server().getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

afterEach(async () => {
  // Whatever happened to it, no connection is left open.
  server().closeIdleConnections();
  while ((await connections()) > 0) await wait(20);
});

function dial(): Socket {
  const { port } = server().address() as AddressInfo;
  return connect(port, '127.0.0.1')
    .setEncoding('utf8')
    .on('error', () => undefined);
}

/** Everything received until the connection closes, while words are sent this many milliseconds apart. */
async function hear(
  words: Iterable<string>,
  everyMs = 0,
): Promise<{ status: number; body: { type?: string } }> {
  const socket = dial();
  let heard = '';
  socket.on('data', (text: string) => (heard += text));
  const closed = once(socket, 'close');
  for (const word of words) {
    if (socket.destroyed || heard !== '') break;
    socket.write(word);
    await wait(everyMs);
  }
  await closed;
  const [head = '', body = ''] = heard.split('\r\n\r\n');
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(head).toMatch(/connection: close/i);
  return { status: Number(head.split(' ')[1]), body: JSON.parse(body) as { type?: string } };
}

function* forever(first: string, more: string): Generator<string> {
  yield first;
  for (;;) yield more;
}

const TOO_SLOW = { status: 408, body: { type: 'urn:treatment-navigator:problem:request-timeout' } };
const POST = 'POST /v1/matches HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';

describe('A client that takes too long', () => {
  it.each([
    ['to say a word', [], 0],
    ['with headers that come by drops', forever('GET /v1/things HTTP/1.1\r\nhost: a\r\n', 'x-a: b\r\n'), 50],
    ['with a body that stops', [`${POST}content-length: 10\r\n\r\n{"a"`], 0],
    ['with a body that comes by drops', forever(`${POST}content-length: 100000\r\n\r\n`, ' '), 50],
    [
      'with a body in chunks that never ends',
      forever(`${POST}transfer-encoding: chunked\r\n\r\n`, '1\r\n \r\n'),
      50,
    ],
  ])('%s gets an error and is disconnected', async (_what, words, everyMs) => {
    expect(await hear(words, everyMs)).toMatchObject(TOO_SLOW);
  });

  it('delays no other client, even two hundred of them', async () => {
    const slow = Array.from({ length: 200 }, () => dial());
    for (const socket of slow) socket.write('GET /v1/things HTTP/1.1\r\nhost: a\r\n');
    expect(await app.answered(5)).toBe(5);
    for (const socket of slow) if (!socket.resume().closed) await once(socket, 'close');
  });
});

describe('A client that sends too much', () => {
  it.each([
    [
      'a body that is announced as too long',
      [`${POST}content-length: 300000\r\n\r\n{`],
      413,
      'payload-too-large',
    ],
    [
      'a body in chunks that becomes too long',
      forever(`${POST}transfer-encoding: chunked\r\n\r\n`, `10000\r\n${' '.repeat(65_536)}\r\n`),
      413,
      'payload-too-large',
    ],
    [
      'thousands of headers',
      [`GET /v1/things HTTP/1.1\r\nhost: a\r\n${'x-some: thing\r\n'.repeat(4_000)}\r\n`],
      431,
      'headers-too-large',
    ],
    [
      'an address of 20 kB',
      [`GET /v1/things?${'q'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`],
      431,
      'headers-too-large',
    ],
  ])('with %s gets an error and is disconnected', async (_what, words, status, kind) => {
    expect(await hear(words, 10)).toMatchObject({
      status,
      body: { type: `urn:treatment-navigator:problem:${kind}` },
    });
  });
});

it('By default headers may take 15 seconds and a request 30', async () => {
  const usual = await LimitedApp.open({ rates: {} });
  expect(usual.app.getHttpServer()).toMatchObject({
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 60_000,
    timeout: 65_000,
  });
  await usual.close();
});
