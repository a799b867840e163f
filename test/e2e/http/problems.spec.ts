import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  letrec,
  nat,
  oneof,
  tuple,
  uint8Array,
} from 'fast-check';
import { type AddressInfo, createConnection } from 'node:net';
import request, { type Response } from 'supertest';
import { createHttpApp } from '../../../src/create-app.js';
import { SampleModule } from './sample.module.js';
import { wordsOfLog } from '../../support/log-words.js';

let app: NestFastifyApplication;
const lines: string[] = [];

beforeAll(async () => {
  app = await createHttpApp(SampleModule, { logLevel: 'info' }, { write: (line) => lines.push(line) });
  await app.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
});

function http(): ReturnType<typeof request> {
  return request(app.getHttpServer());
}

function post(body: string | Buffer, type = 'application/json'): Promise<Response> {
  return new Promise((resolve, reject) => {
    http()
      .post('/v1/trips')
      .set('content-type', type)
      .serialize((raw: unknown) => raw as string)
      .send(body as string)
      .end((error: unknown, response) => (error instanceof Error ? reject(error) : resolve(response)));
  });
}

/** A whole problem response: headers that every problem has, and a body without its request id. */
function expectProblem(response: Response, status: number, body: object): void {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.headers['cache-control']).toBe('no-store');
  expect(response.headers['etag']).toBeUndefined();
  const { requestId, ...rest } = response.body as { requestId: string };
  expect(requestId).toBe(response.headers['x-request-id']);
  expect(rest).toEqual({ status, ...body });
  expect(response.status).toBe(status);
}

const VALIDATION = {
  type: 'urn:treatment-navigator:problem:validation',
  title: 'The request is not valid',
};
const MALFORMED = {
  type: 'urn:treatment-navigator:problem:malformed-request',
  title: 'The request cannot be read',
};

function invalid(pointer: string, message: string): object {
  return {
    ...VALIDATION,
    detail: `${pointer === '' ? 'The body' : pointer}: ${message}`,
    errors: [{ pointer, message, ...suggestionOf(message) }],
  };
}

/** A suggestion in a message is also in a separate field. */
function suggestionOf(message: string): { suggestion?: string } {
  const suggestion = /did you mean "([^"]+)"\?$/.exec(message)?.[1];
  return suggestion === undefined ? {} : { suggestion };
}

function malformed(pointer: string, message: string): object {
  return {
    ...MALFORMED,
    detail: `${pointer === '' ? 'The body' : pointer}: ${message}`,
    errors: [{ pointer, message }],
  };
}

describe('Addresses and methods', () => {
  it('answers 404 for an address that does not exist', async () => {
    expectProblem(await http().get('/v1/nothing?secret=4711'), 404, {
      type: 'urn:treatment-navigator:problem:not-found',
      title: 'Not found',
      detail: 'There is nothing at this address. GET /openapi.json lists every route.',
    });
  });

  it('answers 404 for an address that does not exist, whatever body comes with it', async () => {
    for (const type of ['application/json', 'text/plain', 'nonsense']) {
      const response = await http().post('/v1/nothing').set('content-type', type).send('{');
      expect(response.status).toBe(404);
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  });

  it('says what is missing when a room finds nothing', async () => {
    const id = '2f1f0f7f-3b0e-4f8e-9b59-2a4f1f0f7f0e';
    expectProblem(await http().get(`/v1/trips/${id}`), 404, {
      type: 'urn:treatment-navigator:problem:not-found',
      title: 'Not found',
      detail: `There is no trip ${id}.`,
    });
  });

  it.each([
    ['delete', '/v1/trips', 'GET, HEAD, OPTIONS, POST'],
    ['put', '/v1/trips/', 'GET, HEAD, OPTIONS, POST'],
    ['patch', '/v1/trips?limit=1', 'GET, HEAD, OPTIONS, POST'],
    ['post', '/v1/trips/2f1f0f7f-3b0e-4f8e-9b59-2a4f1f0f7f0e', 'GET, HEAD, OPTIONS'],
    ['post', '/openapi.json', 'GET, HEAD, OPTIONS'],
  ] as const)('answers 405 with Allow for %s %s', async (method, path, allow) => {
    const response = await http()[method](path);
    expect(response.headers['allow']).toBe(allow);
    expectProblem(response, 405, {
      type: 'urn:treatment-navigator:problem:method-not-allowed',
      title: 'Method not allowed',
      detail: `This address allows ${allow}.`,
    });
  });

  it('answers OPTIONS with Allow, and a 404 for an address that does not exist', async () => {
    const known = await http().options('/v1/trips');
    expect(known.status).toBe(204);
    expect(known.headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
    expect((await http().options('/v1/nothing')).status).toBe(404);
  });

  it('answers 400 for a bad percent-escape in a path', async () => {
    expectProblem(await http().get('/v1/trips/%E0%A4%A'), 400, {
      ...MALFORMED,
      detail: 'The address has a percent sign that is not followed by a valid escape.',
    });
  });

  it('answers 414 for a part of a path that is far too long', async () => {
    expectProblem(await http().get(`/v1/trips/${'a'.repeat(300)}`), 414, {
      type: 'urn:treatment-navigator:problem:uri-too-long',
      title: 'The address is too long',
      detail: 'A part of the address is too long.',
    });
  });

  it('names a path parameter that has the wrong form', async () => {
    for (const [path, parameter, message] of [
      ['/v1/trips/not-a-uuid', 'id', 'must be a UUID'],
      ['/v1/trips/by-code/a%20b', 'code', 'must be a code: letters and digits, joined by hyphens'],
    ] as const) {
      expectProblem(await http().get(path), 400, {
        ...VALIDATION,
        detail: `${parameter}: ${message}`,
        errors: [{ parameter, message }],
      });
    }
  });

  it('names a path parameter that contains a NUL character', async () => {
    const message = 'contains a NUL character; remove it';
    expectProblem(await http().get('/v1/trips/by-code/a%00b'), 400, {
      ...MALFORMED,
      detail: `code: ${message}`,
      errors: [{ parameter: 'code', message }],
    });
  });
});

describe('Bodies that cannot be read', () => {
  it.each([
    ['nothing', '', 'is empty; send a JSON object'],
    ['white space', '  \n', 'is empty; send a JSON object'],
    ['half an object', '{"near":', 'is not valid JSON: it ends too early'],
    ['a stray comma', '{\n  "near": {},\n}', 'is not valid JSON at line 3, column 1'],
    ['single quotes', "{'near':1}", 'is not valid JSON at line 1, column 2'],
    ['NaN', '{"near":NaN}', 'is not valid JSON'],
  ])('refuses %s', async (_name, body, message) => {
    expectProblem(await post(body), 400, malformed('', message));
  });

  it('refuses bytes that are not UTF-8', async () => {
    const body = Buffer.concat([
      Buffer.from('{"near":{"postalCode":"'),
      Buffer.from([0xff]),
      Buffer.from('"}}'),
    ]);
    expectProblem(await post(body), 400, malformed('', 'is not valid UTF-8'));
  });

  it('asks for a body when none comes', async () => {
    expectProblem(
      await http().post('/v1/trips'),
      400,
      invalid('', 'is missing; send a JSON object as application/json'),
    );
  });

  it.each([
    ['an array', '[]', 'must be a JSON object, not an array'],
    ['an array of objects', '[{"near":{}}]', 'must be a JSON object, not an array'],
    ['null', 'null', 'must be a JSON object, not null'],
    ['a string', '"trip"', 'must be a JSON object, not a string'],
    ['a number', '5', 'must be a JSON object, not a number'],
    ['a boolean', 'true', 'must be a JSON object, not a boolean'],
  ])('refuses %s in place of an object', async (_name, body, message) => {
    expectProblem(await post(body), 400, invalid('', message));
  });

  it('accepts nesting up to a depth of 20 and names the pointer where it is deeper', async () => {
    const nested = (depth: number): string => `{"near":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expectProblem(await post(nested(20)), 400, invalid('/near', 'must be an object'));
    expectProblem(
      await post(nested(21)),
      400,
      malformed(`/near${'/0'.repeat(19)}`, 'is nested deeper than 20'),
    );
  });

  it('refuses a hundred thousand nested arrays or objects without a stack overflow', async () => {
    const arrays = await post(`{"near":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expectProblem(arrays, 400, malformed(`/near${'/0'.repeat(19)}`, 'is nested deeper than 20'));
    const objects = await post(`${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`);
    expectProblem(objects, 400, malformed('/a'.repeat(20), 'is nested deeper than 20'));
  });

  it.each([
    ['a NUL character in a value', '{"near":{"postalCode":"06\\u0000511"}}', '/near/postalCode'],
    ['a NUL character deep in a list', '{"stops":[{},{"name":"a\\u0000"}]}', '/stops/1/name'],
  ])('refuses %s', async (_name, body, pointer) => {
    expectProblem(await post(body), 400, malformed(pointer, 'contains a NUL character; remove it'));
  });

  it.each([
    ['\\u001b[2J', 'contains a control character; remove it'],
    ['\\u0007', 'contains a control character; remove it'],
    ['\\u009b', 'contains a control character; remove it'],
    ['\\u202eevil', 'contains a character that turns the direction of writing; remove it'],
    ['\\u2066evil', 'contains a character that turns the direction of writing; remove it'],
  ])('refuses what steers terminals and the order of letters: %s', async (text, message) => {
    expectProblem(
      await post(`{"near":{"postalCode":"${text}"}}`),
      400,
      malformed('/near/postalCode', message),
    );
  });

  it('refuses a NUL character in a name', async () => {
    const message = 'has a name that contains a NUL character; remove it';
    expectProblem(await post('{"a\\u0000b":1}'), 400, malformed('/a\uFFFDb', message));
  });

  it.each(['\\ud800', 'a\\udc00', '\\udc00\\ud800', '\\ud83dx'])(
    'refuses the lone surrogate of %s',
    async (text) => {
      const message = 'contains half of a surrogate pair; send whole characters';
      expectProblem(await post(`{"tags":["ok","${text}"]}`), 400, malformed('/tags/1', message));
    },
  );

  it('takes whole characters beyond the basic plane', async () => {
    const response = await post('{"near":{},"tags":["\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00"]}');
    expect(response.status).toBe(200);
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', '__defineGetter__'])(
    'refuses the name %s anywhere',
    async (name) => {
      const message = `"${name}" is a reserved name; remove it`;
      expectProblem(await post(`{"${name}":{"near":{}}}`), 400, malformed(`/${name}`, message));
      expectProblem(await post(`{"near":{"${name}":{"a":1}}}`), 400, malformed(`/near/${name}`, message));
      expect(({} as Record<string, unknown>)['near']).toBeUndefined();
    },
  );

  it.each(['1e999', '-1e400'])('refuses %s, which no double holds', async (number) => {
    expectProblem(
      await post(`{"maxDistanceKm":${number}}`),
      400,
      malformed('/maxDistanceKm', 'is a number that is too large'),
    );
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json; charset=utf-16',
    'application/jsonp',
    'nonsense',
    '',
  ])('answers 415 for the content type "%s"', async (type) => {
    const response = await post('{"near":{}}', type);
    expect(response.headers['accept']).toBe('application/json');
    expectProblem(response, 415, {
      type: 'urn:treatment-navigator:problem:unsupported-media-type',
      title: 'Content type not supported',
      detail: 'Send the body as Content-Type: application/json, in UTF-8, without Content-Encoding.',
    });
  });

  it('answers 415 for a compressed body', async () => {
    const response = await http()
      .post('/v1/trips')
      .set('content-type', 'application/json')
      .set('content-encoding', 'gzip')
      .send('{"near":{}}');
    expect(response.status).toBe(415);
  });

  it('takes application/json with a UTF-8 charset, in any letter case', async () => {
    expect((await post('{"near":{}}', 'Application/JSON; charset="UTF-8"')).status).toBe(200);
  });

  it('answers 413 for a body of 1 MB', async () => {
    expectProblem(await post(`{"tags":["${'a'.repeat(1024 * 1024)}"]}`), 413, {
      type: 'urn:treatment-navigator:problem:payload-too-large',
      title: 'The body is too large',
      detail: 'The body may have at most 256 kB.',
    });
  });

  it('takes a body of 256 kB and no byte more', async () => {
    const start = '{"near":{}}';
    expect((await post(start.padEnd(256 * 1024, ' '))).status).toBe(200);
    expect((await post(start.padEnd(256 * 1024 + 1, ' '))).status).toBe(413);
  });
});

describe('Bodies of the wrong shape', () => {
  it.each<[string, object, string, string]>([
    ['a missing field', {}, '/near', 'is required'],
    ['null for an object', { near: null }, '/near', 'must be an object'],
    ['an array for an object', { near: [] }, '/near', 'must be an object'],
    ['an array of objects for an object', { near: [{ latitude: 1 }] }, '/near', 'must be an object'],
    ['a text for an object', { near: 'here' }, '/near', 'must be an object'],
    ['an object for an array', { near: {}, stops: { 0: {} } }, '/stops', 'must be an array of objects'],
    ['null in a list of objects', { near: {}, stops: [null] }, '/stops/0', 'must be an object'],
    ['an array in a list of objects', { near: {}, stops: [[]] }, '/stops/0', 'must be an object'],
    ['too many objects', { near: {}, stops: [{}, {}, {}, {}] }, '/stops', 'must have at most 3 items'],
    ['null for an optional field', { near: {}, fast: null }, '/fast', 'must be true or false'],
    ['a text for a boolean', { near: {}, fast: 'true' }, '/fast', 'must be true or false'],
    ['a text for a number', { near: { latitude: '5' } }, '/near/latitude', 'must be a number from -90 to 90'],
    [
      'a fraction',
      { near: {}, maxDistanceKm: 1.5 },
      '/maxDistanceKm',
      'must be a whole number from 1 to 500',
    ],
    [
      'a huge number',
      { near: {}, maxDistanceKm: 1e300 },
      '/maxDistanceKm',
      'must be a whole number from 1 to 500',
    ],
    [
      'a long text',
      { near: { postalCode: 'a'.repeat(10_000) } },
      '/near/postalCode',
      'must have at most 10 characters',
    ],
    ['a blank text', { near: { postalCode: ' ' } }, '/near/postalCode', 'must not be blank'],
    ['a text of another form', { near: { postalCode: '0651' } }, '/near/postalCode', 'must be five digits'],
    ['a date that is none', { near: {}, day: '2026-02-30' }, '/day', 'must be a date such as 2026-01-31'],
    ['a wrong UUID', { near: {}, exclude: ['x'] }, '/exclude/0', 'must be a UUID'],
    ['a text twice', { near: {}, tags: ['a', 'b', 'a'] }, '/tags', 'must have at most 2 items'],
    ['a repeated text', { near: {}, tags: ['a', 'a'] }, '/tags/1', 'is listed twice; remove one'],
    ['a text for codes', { near: {}, colors: 'red' }, '/colors', 'must be an array of codes'],
    ['too many codes', { near: {}, colors: ['red', 'red', 'red'] }, '/colors', 'must have at most 2 codes'],
    ['a repeated code', { near: {}, colors: ['red', 'red'] }, '/colors/1', 'is listed twice; remove one'],
    ['a number for a code', { near: {}, colors: [1] }, '/colors/0', 'must be one of red, dark-green, blue'],
    [
      'an unknown code',
      { near: {}, colors: ['red', 'darkgren'] },
      '/colors/1',
      'must be one of red, dark-green, blue; did you mean "dark-green"?',
    ],
    [
      'an unknown code in a list of objects',
      {
        near: {},
        stops: [
          { color: 'red', name: 'a' },
          { color: 'Blue', name: 'b' },
        ],
      },
      '/stops/1/color',
      'must be one of red, dark-green, blue; did you mean "blue"?',
    ],
    [
      'an unknown field',
      { near: {}, max_distance_km: 5 },
      '/max_distance_km',
      'unknown field; did you mean "maxDistanceKm"?',
    ],
    [
      'an unknown field inside',
      { near: { postalcode: '06511' } },
      '/near/postalcode',
      'unknown field; did you mean "postalCode"?',
    ],
    ['an unknown field like no other', { near: {}, zebra: 1 }, '/zebra', 'unknown field; remove it'],
    ['a name that a pointer escapes', { near: {}, 'a/b~c': 1 }, '/a~1b~0c', 'unknown field; remove it'],
    [
      'an unknown key of a map',
      { near: {}, strictness: { paymet: 'confirmed' } },
      '/strictness/paymet',
      'unknown field; did you mean "payment"?',
    ],
    [
      'an unknown code in a map',
      { near: {}, strictness: { payment: 'sure' } },
      '/strictness/payment',
      'must be one of confirmed, preferred',
    ],
    ['an array for a map', { near: {}, strictness: [] }, '/strictness', 'must be an object'],
  ])('names the place of %s', async (_name, body, pointer, message) => {
    expectProblem(await post(JSON.stringify(body)), 400, invalid(pointer, message));
  });

  it('lists every bad field at once, in the order of the fields', async () => {
    const response = await post(JSON.stringify({ near: { latitude: 91 }, fast: 1, colour: [] }));
    expectProblem(response, 400, {
      ...VALIDATION,
      detail: '/colour: unknown field; did you mean "colors"? (and 2 more, see errors)',
      errors: [
        { pointer: '/colour', message: 'unknown field; did you mean "colors"?', suggestion: 'colors' },
        { pointer: '/near/latitude', message: 'must be a number from -90 to 90' },
        { pointer: '/fast', message: 'must be true or false' },
      ],
    });
  });

  it('lists fifty of four hundred bad fields, and cuts long names', async () => {
    const body = Object.fromEntries(
      Array.from({ length: 400 }, (_one, at) => [`${at}${'x'.repeat(200)}`, at]),
    );
    const response = await post(JSON.stringify({ near: {}, ...body }));
    const { detail, errors } = response.body as { detail: string; errors: { pointer: string }[] };
    expect(response.status).toBe(400);
    expect(errors).toHaveLength(50);
    expect(errors[7]).toEqual({ pointer: `/7${'x'.repeat(99)}…`, message: 'unknown field; remove it' });
    expect(detail).toMatch(/\(and 399 more, of which errors lists the first 49\)$/);
  });

  it('are refused before they are processed if they are larger than any of ours', async () => {
    const fields = (many: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: many }, (_one, at) => [`f${at}`, 0])));
    const many = await post(`{"near":${fields(501)}}`);
    expect([many.status, many.body.errors]).toEqual([
      400,
      [{ pointer: '/near', message: 'has more than 500 fields' }],
    ]);
    const values = await post(`{"near":[${Array(10_001).fill('{}').join()}]}`);
    expect([values.status, values.body.errors]).toEqual([
      400,
      [{ pointer: '', message: 'holds more than 10000 values' }],
    ]);
    const query = await http().get(
      `/v1/trips?${Array.from({ length: 101 }, (_one, at) => `p${at}=1`).join('&')}`,
    );
    expect([query.status, query.body.errors]).toEqual([
      400,
      [{ parameter: 'p100', message: 'is one parameter too many; send at most 100 parameters' }],
    ]);
  });

  it('makes instances of the request classes', async () => {
    const response = await post('{"near":{"postalCode":"06511"},"strictness":{"payment":"confirmed"}}');
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      kind: 'Near',
      trip: { near: { postalCode: '06511' }, strictness: { payment: 'confirmed' } },
    });
  });
});

describe('Whatever is posted', () => {
  it('is answered with 200 or a client error, never with a server error', async () => {
    const keys = [
      'near',
      'stops',
      'colors',
      'strictness',
      'latitude',
      'postalCode',
      'name',
      '__proto__',
      'a',
    ];
    const texts = ['red', '06511', '\0', '\uD800', '\u{1F600}', 'then', 'x'.repeat(10_000)];
    const { body } = letrec<{ body: unknown }>((tie) => ({
      body: oneof(
        { depthSize: 'small', withCrossShrink: true },
        constantFrom<unknown>(null, true, -1, 1e300, 0.5, ...texts),
        array(tie('body'), { maxLength: 5 }),
        dictionary(constantFrom(...keys), tie('body'), { maxKeys: 5 }),
      ),
    }));
    const payload = oneof(
      body.map((value) => JSON.stringify(value)),
      tuple(body, nat(40)).map(([value, cut]) => JSON.stringify(value).slice(cut)),
      uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    await assert(
      asyncProperty(payload, async (sent) => {
        const response = await post(sent);
        expect([200, 400]).toContain(response.status);
        if (response.status === 400) {
          expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
          const { errors } = response.body as { errors: { pointer: string; message: string }[] };
          expect(errors[0]).toMatchObject({ pointer: expect.any(String), message: expect.any(String) });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('Query parameters', () => {
  it('takes codes repeated and separated by commas, numbers and booleans', async () => {
    const response = await http().get('/v1/trips?color=red,%20blue&color=dark-green&limit=5&fast=true&q=a+b');
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ color: ['red', 'blue', 'dark-green'], limit: 5, fast: true, q: 'a b' });
  });

  it.each<[string, string, string]>([
    ['limit=0', 'limit', 'must be a whole number from 1 to 100'],
    ['limit=', 'limit', 'must be a whole number from 1 to 100'],
    ['limit=1e1', 'limit', 'must be a whole number from 1 to 100'],
    ['limit=99999999999999999999999', 'limit', 'must be a whole number from 1 to 100'],
    ['limit=5&limit=6', 'limit', 'is given more than once; give it once'],
    ['fast=yes', 'fast', 'must be true or false'],
    ['q=a&q=b', 'q', 'is given more than once; give it once'],
    ['q=', 'q', 'must not be blank'],
    ['sort=red&sort=blue', 'sort', 'is given more than once; give it once'],
    ['color=', 'color', 'must be one of red, dark-green, blue'],
    ['color=red,rde', 'color', 'must be one of red, dark-green, blue'],
    ['color=red,bleu', 'color', 'must be one of red, dark-green, blue; did you mean "blue"?'],
    ['color=red,blues', 'color', 'must be one of red, dark-green, blue; did you mean "blue"?'],
    ['color=red&color=red', 'color', 'is listed twice; remove one'],
    ['colour=red', 'colour', 'unknown parameter; did you mean "color"?'],
    ['zebra=1', 'zebra', 'unknown parameter; remove it'],
    ['limit[]=5', 'limit[]', 'unknown parameter; did you mean "limit"?'],
  ])('refuses %s', async (query, parameter, message) => {
    expectProblem(await http().get(`/v1/trips?${query}`), 400, {
      ...VALIDATION,
      detail: `${parameter}: ${message}`,
      errors: [{ parameter, message, ...suggestionOf(message) }],
    });
  });

  it.each([
    ['q=a%00b', 'q', 'contains a NUL character; remove it'],
    ['q=%E0%A4%A', 'q', 'has an invalid percent-escape; encode it as UTF-8'],
    ['q=%ED%A0%80', 'q', 'has an invalid percent-escape; encode it as UTF-8'],
    ['q=100%', 'q', 'has an invalid percent-escape; encode it as UTF-8'],
    ['%zz=1', '%zz', 'has an invalid percent-escape in its name'],
    ['__proto__=1', '__proto__', '"__proto__" is a reserved name; remove it'],
    ['constructor=1', 'constructor', '"constructor" is a reserved name; remove it'],
  ])('cannot read %s', async (query, parameter, message) => {
    expectProblem(await http().get(`/v1/trips?${query}`), 400, {
      ...MALFORMED,
      detail: `${parameter}: ${message}`,
      errors: [{ parameter, message }],
    });
  });

  it('refuses any parameter where none is taken', async () => {
    const message = 'unknown parameter; this address takes none';
    expectProblem(await http().get('/v1/trips/by-code/a?verbose=1'), 400, {
      ...VALIDATION,
      detail: `verbose: ${message}`,
      errors: [{ parameter: 'verbose', message }],
    });
  });
});

describe('Failures', () => {
  it('reveals nothing internal in a 500, and logs it under the request id', async () => {
    lines.length = 0;
    const response = await http().get('/v1/trips/failures/mistake').set('x-request-id', 'trace-1');
    expectProblem(response, 500, {
      type: 'urn:treatment-navigator:problem:internal',
      title: 'Internal error',
      detail: 'An internal error occurred. The server log has the details under this request id.',
    });
    const logged = lines.map(
      (line) => JSON.parse(line) as { requestId: string; error?: { message: string } },
    );
    expect(logged[0]).toMatchObject({
      requestId: 'trace-1',
      error: { name: 'TypeError', message: 'cannot read the secret 4711' },
    });
  });

  it('never logs the values of a query', async () => {
    lines.length = 0;
    expect((await http().get('/v1/trips/failures/constraint')).status).toBe(500);
    expect(lines.join('\n')).toContain('INSERT INTO trip');
    expect(wordsOfLog(lines)).not.toContain('4711');
  });

  it('answers 400 for a value that the database cannot hold', async () => {
    expectProblem(await http().get('/v1/trips/failures/query'), 400, {
      ...MALFORMED,
      detail: 'A value in the request has a format or size that the directory cannot store.',
    });
  });

  it('answers 503 with Retry-After while the database is unavailable', async () => {
    const response = await http().get('/v1/trips/failures/away');
    expect(response.headers['retry-after']).toBe('5');
    expectProblem(response, 503, {
      type: 'urn:treatment-navigator:problem:unavailable',
      title: 'Not available at the moment',
      detail: 'The database is not responding. Try again shortly.',
    });
  });

  it('answers 422 for what is well-formed but impossible', async () => {
    expectProblem(await http().get('/v1/trips/failures/impossible'), 422, {
      type: 'urn:treatment-navigator:problem:unprocessable',
      title: 'Well-formed but cannot be processed',
      detail: 'postalCode: is not a postal code we know',
      errors: [{ parameter: 'postalCode', message: 'is not a postal code we know' }],
    });
  });

  it('answers 406 when Accept excludes JSON', async () => {
    expectProblem(await http().get('/v1/trips').set('accept', 'text/html, application/json;q=0'), 406, {
      type: 'urn:treatment-navigator:problem:not-acceptable',
      title: 'No acceptable representation',
      detail: 'This address responds with application/json only; include it in Accept.',
    });
  });

  it.each([
    ['what is no HTTP', 'nonsense\r\n\r\n', 400, 'malformed-request'],
    [
      'headers of 100 kB',
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ])('answers %s with a problem, too', async (_name, bytes, status, kind) => {
    const answer = await sendRaw(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    expect(JSON.parse(body)).toMatchObject({ type: `urn:treatment-navigator:problem:${kind}`, status });
  });
});

function sendRaw(bytes: string): Promise<string> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
  });
}
