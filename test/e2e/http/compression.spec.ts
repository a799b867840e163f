import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../../../src/create-app.js';
import { Document, HoldsSecret } from '../../../src/http/answers/answer-kinds.js';
import { type BytesAnswer, bytesOf } from '../../support/bytes-on-the-wire.js';

const MANY = Array.from({ length: 200 }, (_, at) => ({ at, name: `Harbor House ${at}` }));
const LONG = JSON.stringify(MANY);

let calls = 0;

@Controller('v1')
class Answers {
  @Get('long')
  long(): unknown {
    return MANY;
  }

  @Get('document')
  @Document()
  document(): unknown {
    return MANY;
  }

  @Get('short')
  short(): unknown {
    return { name: 'Harbor House' };
  }

  @Get('stream')
  stream(): Readable {
    return Readable.from(MANY.map((one) => `${JSON.stringify(one)}\n`));
  }

  @Get('bytes')
  bytes(): Buffer {
    return Buffer.alloc(5_000);
  }

  @Post('secret')
  @HttpCode(200)
  @HoldsSecret()
  secret(): unknown {
    calls += 1;
    return { secret: 'whsec_', name: 'x'.repeat(5_000) };
  }
}

let app: NestFastifyApplication;
beforeAll(async () => {
  class OnlyAnswers {}
  Module({ controllers: [Answers] })(OnlyAnswers);
  app = await createHttpApp(OnlyAnswers, { logLevel: 'silent' });
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<BytesAnswer> =>
  bytesOf(app.getHttpServer(), { method, path, headers });
const codingOf = ({ headers }: BytesAnswer) => headers['content-encoding'];
const BROWSER = 'gzip, deflate, br, zstd';

describe('A long answer', () => {
  it.each([
    [BROWSER, 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['gzip, identity;q=0', 'gzip'],
    ['identity', undefined],
    ['deflate', undefined],
  ])('to a client that accepts %s is sent as %s', async (accepted, coding) => {
    const answer = await ask('/v1/long', { 'accept-encoding': accepted });
    expect([answer.status, codingOf(answer), answer.text]).toEqual([200, coding, LONG]);
    expect(answer.headers['content-length']).toBe(String(answer.bytes));
    expect(answer.headers['vary']).toBe('Accept-Encoding');
    if (coding) expect(answer.bytes).toBeLessThan(LONG.length / 4);
  });

  it('is sent as it is to a client that says nothing of codings', async () => {
    const answer = await ask('/v1/long');
    expect([codingOf(answer), answer.text, answer.headers['vary']]).toEqual([
      undefined,
      LONG,
      'Accept-Encoding',
    ]);
  });

  it('has a validator of its own for each coding, and 304 for each of them', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(
        async (coding) => (await ask('/v1/long', { 'accept-encoding': coding })).headers.etag!,
      ),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) {
      const again = await ask('/v1/long', { 'accept-encoding': 'br', 'if-none-match': tag });
      expect([again.status, again.bytes, codingOf(again)]).toEqual([304, 0, undefined]);
      expect([again.headers['etag'], again.headers['vary']]).toEqual([tags[0], 'Accept-Encoding']);
    }
    expect((await ask('/v1/long', { 'if-none-match': '"other-br"' })).status).toBe(200);
  });

  it.each(['br', 'gzip', 'identity'])('has with HEAD the headers of GET: %s', async (coding) => {
    const get = await ask('/v1/long', { 'accept-encoding': coding });
    const head = await ask('/v1/long', { 'accept-encoding': coding }, 'HEAD');
    const same = [
      'etag',
      'content-encoding',
      'content-length',
      'content-type',
      'vary',
      'cache-control',
    ] as const;
    expect(same.map((name) => head.headers[name])).toEqual(same.map((name) => get.headers[name]));
    expect([head.status, head.bytes]).toEqual([200, 0]);
  });

  it('that is a problem is compressed like any other, and the status stays', async () => {
    const path = `/v1/long?${Array.from({ length: 30 }, (_, at) => `q${at}=%zz`).join('&')}`;
    const answer = await ask(path, { 'accept-encoding': BROWSER });
    expect([answer.status, codingOf(answer)]).toEqual([400, 'br']);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400 });
  });
});

describe('Other answers', () => {
  it('that are short are sent as they are, unless that is refused', async () => {
    const short = await ask('/v1/short', { 'accept-encoding': BROWSER });
    expect([codingOf(short), short.headers['vary']]).toEqual([undefined, 'Accept-Encoding']);
    const forced = await ask('/v1/short', { 'accept-encoding': 'gzip, identity;q=0' });
    expect([codingOf(forced), forced.text]).toEqual(['gzip', short.text]);
  });

  it('that are no text, or come as a stream, are sent as they come', async () => {
    const stream = await ask('/v1/stream', { 'accept-encoding': BROWSER });
    expect([stream.status, codingOf(stream), stream.text.split('\n').length]).toEqual([
      200,
      undefined,
      MANY.length + 1,
    ]);
    const bytes = await ask('/v1/bytes', { 'accept-encoding': BROWSER });
    expect([codingOf(bytes), bytes.bytes]).toEqual([undefined, 5_000]);
  });

  it('of nothing have no coding', async () => {
    const answer = await ask('/v1/long', { 'accept-encoding': BROWSER }, 'OPTIONS');
    expect([answer.status, codingOf(answer), answer.bytes]).toEqual([204, undefined, 0]);
  });

  it('that hold a secret are never compressed, and do not vary', async () => {
    const answer = await ask('/v1/secret', { 'accept-encoding': BROWSER }, 'POST');
    expect([answer.status, codingOf(answer)]).toEqual([200, undefined]);
    expect(answer.headers['vary']).toBeUndefined();
  });

  it.each([
    ['/v1/long', 'GET', 'identity;q=0'],
    ['/v1/long', 'GET', '*;q=0'],
    ['/v1/short', 'GET', 'zstd, *;q=0'],
    ['/v1/secret', 'POST', 'br, identity;q=0'],
  ])('of %s are refused to a client that accepts none: %s %s', async (path, method, accepted) => {
    const before = calls;
    const answer = await ask(path, { 'accept-encoding': accepted }, method);
    expect([answer.status, codingOf(answer)]).toEqual([406, undefined]);
    expect(JSON.parse(answer.text)).toMatchObject({ type: 'urn:treatment-navigator:problem:not-acceptable' });
    // Nothing was done whose answer would be lost.
    expect(calls).toBe(before);
  });
});

describe('A document', () => {
  it.each(['/v1/document', '/openapi.json', '/docs/swagger-ui-bundle.js'])(
    'is smaller than one made in haste, the same each time: %s',
    async (path) => {
      const plain = await ask(path);
      const [one, two] = [
        await ask(path, { 'accept-encoding': 'br' }),
        await ask(path, { 'accept-encoding': 'br' }),
      ];
      expect([one.text, two.bytes, two.headers['etag']]).toEqual([
        plain.text,
        one.bytes,
        one.headers['etag'],
      ]);
      expect(one.headers['etag']).toMatch(/^"[\w-]{27}-br"$/);
      expect(one.bytes).toBeLessThan(plain.bytes / 3);
      const again = await ask(path, { 'accept-encoding': 'br', 'if-none-match': one.headers['etag']! });
      expect([again.status, again.bytes]).toEqual([304, 0]);
    },
  );
});

it('What is sent can be read by the tools of everybody', async () => {
  const [br, gzip] = [
    await ask('/v1/long', { 'accept-encoding': 'br' }),
    await ask('/v1/long', { 'accept-encoding': 'gzip' }),
  ];
  expect(brotliDecompressSync(br.raw).toString()).toBe(LONG);
  expect(gunzipSync(gzip.raw).toString()).toBe(LONG);
});
