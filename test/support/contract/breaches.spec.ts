import { breachesOf, breachesOfMessage, type Exchange } from './breaches.js';
import { Contract } from './contract.js';

const TRIP = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', format: 'uuid' }, days: { type: ['integer', 'null'] } },
};
const contract = new Contract({
  openapi: '3.1.0',
  info: { version: '1.0.0' },
  paths: {
    '/trips/{id}': {
      get: {
        operationId: 'tripsGet',
        parameters: [{ name: 'style', in: 'query' }],
        responses: {
          200: {
            description: 'A trip',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Trip' } } },
          },
          304: { description: 'Still current' },
        },
      },
    },
    '/trips': {
      post: {
        operationId: 'tripsMake',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Trip' } } },
        },
        responses: { 201: { description: 'Made' } },
      },
    },
  },
  webhooks: {
    change: {
      post: {
        parameters: [{ name: 'trip-id', in: 'header', schema: { type: 'string', pattern: '^\\d+$' } }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Trip' } } } },
      },
    },
  },
  components: {
    schemas: { Trip: TRIP },
    headers: { ETag: { required: true, schema: { type: 'string', pattern: '^"' } } },
  },
});

const ID = '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e';
function get(answer: Partial<Exchange>): string[] {
  return breachesOf(contract, {
    method: 'GET',
    url: `/trips/${ID}?style=short`,
    requestHeaders: {},
    requestBody: '',
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', etag: '"a"' },
    body: JSON.stringify({ id: ID, days: null }),
    ...answer,
  });
}

describe('An answer', () => {
  it('keeps the contract when it is what the document says', () => {
    expect(get({})).toEqual([]);
    expect(get({ method: 'HEAD', body: '' })).toEqual([]);
    expect(get({ status: 304, headers: {}, body: '' })).toEqual([]);
  });

  it.each([
    ['has a status that is not documented', { status: 410 }, 'documents no answer 410'],
    ['lacks a header', { headers: { 'content-type': 'application/json' } }, 'header ETag is missing'],
    [
      'has a header of another form',
      { headers: { 'content-type': 'application/json', etag: 'a' } },
      'header ETag: ',
    ],
    [
      'has a header that is not documented',
      { headers: { 'content-type': 'application/json', etag: '"a"', location: '/x' } },
      'header location is not documented',
    ],
    [
      'is of another media type',
      { headers: { 'content-type': 'text/html', etag: '"a"' } },
      'media type text/html is not documented',
    ],
    ['lacks a field', { body: '{}' }, "must have required property 'id'"],
    ['has a value of another type', { body: JSON.stringify({ id: ID, days: 'two' }) }, '/days must be'],
    ['has a value of another format', { body: JSON.stringify({ id: '5' }) }, 'must match format "uuid"'],
    [
      'has a field that is not documented',
      { body: JSON.stringify({ id: ID, secret: 1 }) },
      'must NOT have additional properties (secret)',
    ],
    [
      'has a body where none is documented',
      { status: 304, headers: {}, body: '{}' },
      'no body is documented',
    ],
    ['took a parameter that is not documented', { url: `/trips/${ID}?page=2` }, 'took the parameter page'],
  ] as const)('breaks it when it %s', (_how, answer, breach) => {
    expect(get(answer)).toEqual([expect.stringContaining(breach)]);
  });

  it('breaks it when the request it was given for is not documented so', () => {
    const posted = { method: 'POST', url: '/trips', status: 201, headers: {}, body: '' };
    const json = { requestHeaders: { 'content-type': 'application/json' } };
    expect(get({ ...posted, ...json, requestBody: JSON.stringify({ id: ID }) })).toEqual([]);
    expect(get({ ...posted, ...json, requestBody: `\uFEFF${JSON.stringify({ id: ID })}` })).toEqual([]);
    expect(get({ ...posted, ...json, requestBody: JSON.stringify({ id: ID, more: 1 }) })).toEqual([
      expect.stringContaining('it took a body that is not documented'),
    ]);
    expect(get(posted)).toEqual([expect.stringContaining('it did without a body')]);
    expect(get({ ...posted, requestHeaders: { 'content-type': 'text/csv' }, requestBody: 'a' })).toEqual([
      expect.stringContaining('it took a body of text/csv'),
    ]);
  });

  it('is a problem document where no operation is asked for', () => {
    const unknown = { url: '/nothing', status: 404, body: '{}' };
    expect(get({ ...unknown, headers: { 'content-type': 'application/problem+json' } })).toEqual([]);
    expect(get({ ...unknown, headers: { 'content-type': 'text/plain' } })).toEqual([
      expect.stringContaining('no problem document: text/plain'),
    ]);
  });
});

describe('A message to a webhook', () => {
  const message = (body: object, id?: string) =>
    breachesOfMessage(contract, { headers: { 'trip-id': id }, body: JSON.stringify(body) });

  it('keeps the contract when it is what the document says', () => {
    expect(message({ id: ID, days: 3 }, '17')).toEqual([]);
  });

  it('breaks it by its body or a header', () => {
    expect(message({ id: ID, nights: 3 }, '17')).toEqual([expect.stringContaining('nights')]);
    expect(message({ id: ID }, 'x')).toEqual([
      expect.stringMatching(/^webhook change: the header trip-id: /),
    ]);
    expect(message({ id: ID })).toEqual([expect.stringMatching(/the header trip-id: /)]);
  });
});
