import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { LookupAddress } from 'node:dns';
import { guardedConnector, type Resolve } from './guarded-connector.js';

let server: Server;
let port: string;
let connections = 0;
beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    socket.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = String((server.address() as AddressInfo).port);
});
afterAll(() => server.close());

/** A name server that gives a different answer each time. */
function says(...answers: string[][]): Resolve & { asked: number } {
  const resolve = (_name: unknown, _options: unknown, callback: Parameters<Resolve>[2]) => {
    const answer = answers[Math.min(resolve.asked, answers.length - 1)]!;
    resolve.asked += 1;
    callback(
      null,
      answer.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  resolve.asked = 0;
  return resolve;
}

/** `connected`, or the name of the error. */
function connect(
  hostname: string,
  {
    protocol = 'https:',
    allowsPrivate = false,
    resolve,
  }: { protocol?: string; allowsPrivate?: boolean; resolve?: Resolve } = {},
): Promise<string> {
  const connector = guardedConnector({ allowsPrivate, timeoutMs: 300 }, resolve);
  return new Promise((done) =>
    connector({ hostname, protocol, port }, (error: Error | null, socket) => {
      socket?.destroy();
      done(error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'connected');
    }),
  );
}

describe('A connection of a webhook', () => {
  it.each([
    ['an address of this machine', '127.0.0.1', undefined],
    ['the same in IPv6', '[::1]', undefined],
    ['a name that leads to this machine', 'localhost', undefined],
    ['a public name that leads to this machine', 'hooks.example.org', says(['127.0.0.1'])],
    ['a public name that leads there in IPv6 dress', 'hooks.example.org', says(['::ffff:127.0.0.1'])],
    ['a public name with one private address', 'hooks.example.org', says(['93.184.215.14', '10.0.0.1'])],
    ['a name that leads to the metadata of a cloud', 'hooks.example.org', says(['169.254.169.254'])],
    ['a name that leads nowhere', 'hooks.example.org', says([])],
  ])('is refused to %s, and no connection is opened', async (_what, hostname, resolve) => {
    for (const protocol of ['https:', 'http:'])
      expect(await connect(hostname, { protocol, ...(resolve && { resolve }) })).toBe('AddressRefused');
    expect(connections).toBe(0);
  });

  it('goes to the address that was checked, whatever the name resolves to the next moment', async () => {
    const rebinding = says(['127.0.0.1'], ['169.254.169.254']);
    const inDevelopment = { protocol: 'http:', allowsPrivate: true, resolve: rebinding };
    expect(await connect('hooks.example.org', inDevelopment)).toBe('connected');
    expect(rebinding.asked).toBe(1);
    expect(await connect('hooks.example.org', inDevelopment)).toBe('AddressRefused');
    expect(rebinding.asked).toBe(2);
  });

  it('by http is allowed in development to this machine only', async () => {
    const development = { protocol: 'http:', allowsPrivate: true };
    expect(await connect('127.0.0.1', development)).toBe('connected');
    expect(await connect('hooks.example.org', { ...development, resolve: says(['127.0.0.1']) })).toBe(
      'connected',
    );
    expect(await connect('hooks.example.org', { ...development, resolve: says(['10.0.0.1']) })).toBe(
      'AddressRefused',
    );
    expect(await connect('169.254.169.254', development)).toBe('AddressRefused');
  });
});
