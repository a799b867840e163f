import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { createHttpApp } from '../../../src/create-app.js';
import { SampleModule } from './sample.module.js';
import { wordsOfLog } from '../../support/log-words.js';

let app: NestFastifyApplication;
let lines: string[] = [];

beforeAll(async () => {
  app = await createHttpApp(SampleModule, { logLevel: 'info' }, { write: (line) => lines.push(line) });
  await app.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
});

beforeEach(() => {
  lines = [];
});

function http(): ReturnType<typeof request> {
  return request(app.getHttpServer());
}

describe('Reads of open data', () => {
  it('carry an ETag and may be cached', async () => {
    const response = await http().get('/v1/trips?limit=3');
    expect(response.status).toBe(200);
    expect(response.headers['etag']).toMatch(/^"[A-Za-z0-9_-]{27}"$/);
    expect(response.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('answer 304 without a body to an If-None-Match that is current', async () => {
    const { etag = '' } = (await http().get('/v1/trips?limit=3')).headers as { etag?: string };
    for (const ifNoneMatch of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      for (const method of ['get', 'head'] as const) {
        const response = await http()[method]('/v1/trips?limit=3').set('if-none-match', ifNoneMatch);
        expect(response.status).toBe(304);
        expect(response.text ?? '').toBe('');
        expect(response.headers['etag']).toBe(etag);
        expect(response.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
        expect(response.headers['content-type']).toBeUndefined();
      }
    }
  });

  it('answer in full to an If-None-Match that is stale', async () => {
    const response = await http().get('/v1/trips?limit=3').set('if-none-match', '"stale"');
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ limit: 3 });
  });

  it('answer HEAD with the headers of GET', async () => {
    const get = await http().get('/v1/trips?limit=3');
    const head = await http().head('/v1/trips?limit=3');
    expect(head.status).toBe(200);
    for (const name of ['etag', 'cache-control', 'content-type', 'content-length']) {
      expect(head.headers[name]).toBe(get.headers[name]);
    }
  });

  it('link to the next page', async () => {
    const response = await http().get('/v1/trips?limit=3&color=red');
    expect(response.headers['link']).toBe('</v1/trips?limit=3&color=red&cursor=abc.def>; rel="next"');
  });
});

describe('Posted questions', () => {
  it('are not cached and carry no ETag', async () => {
    const response = await http().post('/v1/trips').send({ near: {} });
    expect(response.status).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['etag']).toBeUndefined();
  });
});

describe('Requests from other origins', () => {
  it('may read without credentials and see the headers they need', async () => {
    const { headers } = await http().get('/v1/trips').set('origin', 'https://partner.example');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['access-control-expose-headers']).toBe(
      'Deprecation, ETag, Idempotent-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Sunset, WWW-Authenticate, X-Request-Id',
    );
    expect(headers['vary']).toBe('Accept-Encoding');
  });

  it('may read errors, too', async () => {
    const { headers } = await http().get('/v1/nothing').set('origin', 'https://partner.example');
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('may ask first', async () => {
    const response = await http()
      .options('/v1/trips')
      .set('origin', 'https://partner.example')
      .set('access-control-request-method', 'POST')
      .set('access-control-request-headers', 'content-type');
    expect(response.status).toBe(204);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '7200',
    });
  });
});

describe('A deprecated operation', () => {
  it('says so in every answer: since when, until when, and where to read what to do', async () => {
    const { headers } = await http().get('/v1/trips/old');
    expect(headers['deprecation']).toBe(`@${Date.UTC(2026, 0, 1) / 1000}`);
    expect(headers['sunset']).toBe('Fri, 01 Jan 2027 00:00:00 GMT');
    expect(headers['link']).toBe(
      '</v1/trips/old?cursor=abc.def>; rel="next", <https://example.org/instead>; rel="deprecation"; type="text/html", <https://example.org/instead>; rel="sunset"; type="text/html"',
    );
    const failed = await http().get('/v1/trips/old/failure');
    expect([failed.status, failed.headers['deprecation'], failed.headers['sunset']]).toEqual([
      422,
      `@${Date.UTC(2026, 0, 1) / 1000}`,
      undefined,
    ]);
    expect(failed.headers['link']).toBe('<https://example.org/instead>; rel="deprecation"; type="text/html"');
  });

  it('is marked in the document', async () => {
    const { paths, components } = (await http().get('/openapi.json')).body;
    const old = paths['/v1/trips/old'].get;
    expect(old.deprecated).toBe(true);
    expect(Object.keys(old.responses['200'].headers)).toEqual(
      expect.arrayContaining(['Deprecation', 'Sunset', 'Link']),
    );
    expect(components.headers.Deprecation.schema.pattern).toBe(String.raw`^@\d+$`);
    expect(paths['/v1/trips'].get.deprecated).toBeUndefined();
  });
});

describe('Request ids', () => {
  it('are taken from the client when sane and echoed', async () => {
    const response = await http().get('/v1/trips').set('x-request-id', 'coach-7');
    expect(response.headers['x-request-id']).toBe('coach-7');
  });

  it('are made otherwise', async () => {
    const response = await http().get('/v1/trips').set('x-request-id', 'a b"c');
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('The log', () => {
  it('has one line a request, with the route and without the query or the address of the client', async () => {
    await http().get('/v1/trips?q=secret').set('x-request-id', 'line-1');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      requestId: 'line-1',
      method: 'GET',
      route: '/v1/trips',
      path: '/v1/trips',
      status: 200,
      ms: expect.any(Number),
      msg: 'answered',
    });
  });

  it('leaves out preflights that were answered, and keeps those of an unknown address', async () => {
    const preflight = { origin: 'https://example.org', 'access-control-request-method': 'GET' };
    expect((await http().options('/v1/trips').set(preflight)).status).toBe(204);
    expect((await http().options('/v1/nowhere').set(preflight)).status).toBe(404);
    expect(lines.map((line) => (JSON.parse(line) as { status: number }).status)).toEqual([404]);
  });

  it('never has a body, read or refused', async () => {
    await http()
      .post('/v1/trips')
      .send({ near: { postalCode: '06511' } });
    await http().post('/v1/trips').send({ near: 'secret place' });
    await http().post('/v1/trips').set('content-type', 'application/json').send('{"near": secret}');
    expect(lines).toHaveLength(3);
    expect(wordsOfLog(lines)).not.toMatch(/06511|secret/);
    expect(lines.map((line) => (JSON.parse(line) as { route: string }).route)).toEqual(
      Array.from({ length: 3 }, () => '/v1/trips'),
    );
  });
});

describe('The documents', () => {
  it('are served as OpenAPI 3.1, with an ETag', async () => {
    const response = await http().get('/openapi.json');
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers['etag']).toMatch(/^"/);
    expect(response.body).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Treatment Navigator', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      servers: [{ url: '/' }],
    });
  });

  it('are shown by Swagger UI, with all the files of its page', async () => {
    expect((await http().get('/docs')).headers['location']).toBe('/docs/');
    const page = await http().get('/docs/').set('accept', 'text/html');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const files = [...page.text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => match[1]);
    expect(files).toContain('swagger-ui-init.js');
    for (const file of files) {
      const answer = await http().get(`/docs/${file}`).set('accept', '*/*');
      expect([file, answer.status]).toEqual([file, 200]);
    }
    expect((await http().get('/docs/swagger-ui-init.js')).text).toContain("url: '/openapi.json'");
  });

  it('describe what the request classes check', async () => {
    const { paths, components } = (await http().get('/openapi.json')).body as {
      paths: Record<string, Record<string, { parameters: object[]; responses: Record<string, object> }>>;
      components: { schemas: Record<string, object> };
    };
    expect(components.schemas['TripRequest']).toEqual({
      type: 'object',
      properties: {
        near: { $ref: '#/components/schemas/Near' },
        stops: { type: 'array', items: { $ref: '#/components/schemas/Stop' }, maxItems: 3 },
        colors: {
          type: 'array',
          items: { type: 'string', enum: ['red', 'dark-green', 'blue'] },
          uniqueItems: true,
          maxItems: 2,
        },
        maxDistanceKm: { type: 'integer', format: 'int32', minimum: 1, maximum: 500 },
        fast: { type: 'boolean' },
        day: { type: 'string', format: 'date', maxLength: 10 },
        exclude: {
          type: 'array',
          items: { type: 'string', format: 'uuid', maxLength: 36 },
          uniqueItems: true,
          maxItems: 2,
        },
        tags: {
          type: 'array',
          items: { type: 'string', minLength: 1, maxLength: 5, pattern: String.raw`\S` },
          uniqueItems: true,
          maxItems: 2,
        },
        strictness: {
          type: 'object',
          additionalProperties: false,
          properties: {
            payment: { type: 'string', enum: ['confirmed', 'preferred'] },
            language: { type: 'string', enum: ['confirmed', 'preferred'] },
          },
        },
      },
      required: ['near'],
    });
    const search = paths['/v1/trips']?.['get'];
    expect(search?.parameters).toEqual(
      expect.arrayContaining([
        {
          name: 'color',
          in: 'query',
          required: false,
          schema: {
            type: 'array',
            items: { type: 'string', enum: ['red', 'dark-green', 'blue'] },
            uniqueItems: true,
            maxItems: 3,
            minItems: 1,
          },
        },
        {
          name: 'limit',
          in: 'query',
          required: false,
          schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 100 },
        },
      ]),
    );
    expect(Object.keys(search?.responses ?? {})).toEqual([
      '200',
      '304',
      '400',
      '401',
      '403',
      '406',
      '429',
      '500',
      '503',
    ]);
    expect(Object.keys(paths['/v1/trips']?.['post']?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '403',
      '406',
      '413',
      '415',
      '422',
      '429',
      '500',
      '503',
    ]);
    expect(paths['/v1/trips/{id}']?.['get']?.parameters).toEqual([
      {
        name: 'id',
        in: 'path',
        required: true,
        description: 'Id of the trip',
        schema: { type: 'string', format: 'uuid', maxLength: 36 },
      },
    ]);
    expect(paths['/v1/trips/{id}']?.['get']?.responses['404']).toEqual({
      $ref: '#/components/responses/NotFound',
    });
  });
});
