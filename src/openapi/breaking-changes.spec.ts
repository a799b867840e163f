import { changesBetween, type ComparedDocument, mayBreak, newestOf } from './breaking-changes.js';

/** A trip: a field of every kind that is compared, in a request and in a response. */
function document() {
  return {
    info: { version: '1.0.0' },
    paths: {
      '/trips': {
        post: {
          operationId: 'tripsPlan',
          security: [{}, { key: [] as string[] }],
          'x-roles': ['coach', 'editor'],
          parameters: [
            {
              name: 'style',
              in: 'query',
              required: false,
              schema: { type: 'string', enum: ['short', 'long'] },
            },
          ],
          requestBody: {
            required: false,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Plan' } } },
          } as { required: boolean; content: Record<string, { schema: object }> } | undefined,
          responses: {
            200: {
              headers: { ETag: { required: true } },
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Trip' } } },
            },
            404: { content: { 'application/problem+json': { schema: { type: 'object' } } } },
          } as Record<string, { headers?: Record<string, { required: boolean }>; content: object }>,
        },
      },
      '/health': { get: { operationId: 'health', responses: {} } },
    } as Record<string, Record<string, ReturnType<typeof Object>>>,
    webhooks: {
      arrived: {
        post: {
          operationId: 'arrived',
          parameters: [{ name: 'trip-id', in: 'header', required: true }],
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Arrival' } } },
          },
          responses: {},
        },
      },
    } as Record<string, Record<string, { parameters: object[] }>>,
    components: {
      schemas: {
        Arrival: { type: 'object', required: ['at'], properties: { at: { type: 'string' } } },
        Plan: {
          type: 'object',
          required: ['to'],
          properties: {
            to: { type: 'string', maxLength: 20, minLength: 1 },
            days: { type: ['number', 'null'], minimum: 1 },
            color: { type: 'string', enum: ['red', 'blue'] },
            tags: { type: 'array', maxItems: 5, items: { type: 'string' } },
            when: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
            more: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
        Trip: {
          type: 'object',
          required: ['id', 'color'],
          properties: {
            id: { type: 'string', format: 'uuid' },
            color: { type: 'string', enum: ['red', 'blue'] },
            days: { type: 'integer' },
            next: { anyOf: [{ $ref: '#/components/schemas/Trip' }, { type: 'null' }] },
            price: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
          },
        },
      } as Record<
        string,
        { required: string[]; properties: Record<string, Record<string, unknown> | undefined> }
      >,
    },
  };
}
type Doc = ReturnType<typeof document>;

/** The report for a document that was changed in this way. */
function after(change: (doc: Doc) => void): { breaks: string[]; notes: string[] } {
  const changed = document();
  change(changed);
  const changes = changesBetween(document(), JSON.parse(JSON.stringify(changed)) as ComparedDocument);
  const lines = (isBreaking: boolean) =>
    changes.filter((one) => one.isBreaking === isBreaking).map(({ at, what }) => `${at}: ${what}`);
  return { breaks: lines(true), notes: lines(false) };
}

const post = (doc: Doc) => doc.paths['/trips']!['post'];
const plan = (doc: Doc) => doc.components.schemas['Plan']!;
const trip = (doc: Doc) => doc.components.schemas['Trip']!;
const arrival = (doc: Doc) => doc.components.schemas['Arrival']!;
const field = (schema: ReturnType<typeof plan>, name: string) => schema.properties[name]!;

describe('A change of the document', () => {
  it('is none where nothing changed', () => {
    expect(after(() => {})).toEqual({ breaks: [], notes: [] });
  });

  const BREAKING: [string, (doc: Doc) => void, string][] = [
    ['an address is gone', (doc) => delete doc.paths['/health'], 'GET /health: is gone'],
    ['an operation has another name', (doc) => (post(doc).operationId = 'plan'), 'is now called plan'],
    ['a key is needed', (doc) => (post(doc).security = [{ key: [] }]), 'now needs a key'],
    ['a role is shut out', (doc) => (post(doc)['x-roles'] = ['editor']), 'no longer for the role coach'],
    ['a parameter is gone', (doc) => (post(doc).parameters = []), 'POST /trips style: is gone'],
    [
      'a parameter is required',
      (doc) => (post(doc).parameters[0].required = true),
      'POST /trips style: is now required',
    ],
    [
      'another parameter is required',
      (doc) => post(doc).parameters.push({ name: 'If-Match', in: 'header', required: true }),
      'POST /trips If-Match: is now required',
    ],
    [
      'a parameter takes fewer codes',
      (doc) => (post(doc).parameters[0].schema.enum = ['short']),
      'the code "long" is no longer accepted',
    ],
    ['a body is needed', (doc) => (post(doc).requestBody.required = true), 'now needs a body'],
    ['no body is taken', (doc) => delete post(doc).requestBody, 'no longer accepts a body'],
    [
      'a body has another media type',
      (doc) => (post(doc).requestBody.content = { 'text/csv': { schema: {} } }),
      'POST /trips body as application/json: is gone',
    ],
    ['a field is required', (doc) => plan(doc).required.push('days'), 'body.days: is now required'],
    ['a field is not taken', (doc) => delete plan(doc).properties['days'], 'body.days: is gone'],
    [
      'a field does not take null',
      (doc) => (field(plan(doc), 'days')['type'] = 'number'),
      'body.days: null is no longer accepted',
    ],
    [
      'a field takes whole numbers alone',
      (doc) => (field(plan(doc), 'days')['type'] = ['integer', 'null']),
      'number is no longer accepted',
    ],
    [
      'a field takes fewer codes',
      (doc) => (field(plan(doc), 'color')['enum'] = ['red']),
      'the code "blue" is no longer accepted',
    ],
    [
      'a field takes codes alone',
      (doc) => (field(plan(doc), 'to')['enum'] = ['home']),
      'body.to: now accepts only certain codes',
    ],
    ['a text has to be shorter', (doc) => (field(plan(doc), 'to')['maxLength'] = 10), 'maxLength is now 10'],
    ['a text has to be longer', (doc) => (field(plan(doc), 'to')['minLength'] = 2), 'minLength is now 2'],
    ['a number gets a bound', (doc) => (field(plan(doc), 'days')['maximum'] = 9), 'maximum is now 9'],
    ['a text has to look so', (doc) => (field(plan(doc), 'to')['pattern'] = '^a'), 'a different pattern'],
    [
      'a text has to be of a format',
      (doc) => (field(plan(doc), 'to')['format'] = 'uuid'),
      'the format undefined is now uuid',
    ],
    [
      'a list takes nothing twice',
      (doc) => (field(plan(doc), 'tags')['uniqueItems'] = true),
      'no longer accepts duplicate items',
    ],
    [
      'items are of another type',
      (doc) => (field(plan(doc), 'tags')['items'] = { type: 'integer' }),
      'body.tags[]: string is no longer accepted',
    ],
    [
      'one of two forms is not taken',
      (doc) => (field(plan(doc), 'when')['oneOf'] = [{ type: 'string' }]),
      'body.when: integer is no longer accepted',
    ],
    [
      'further fields are not taken',
      (doc) => (field(plan(doc), 'more')['additionalProperties'] = false),
      'no longer accepts additional fields',
    ],
    [
      'a success has another status',
      (doc) => {
        post(doc).responses[201] = post(doc).responses[200];
        delete post(doc).responses[200];
      },
      'POST /trips → 200: is gone',
    ],
    [
      'an answer lacks a header',
      (doc) => (post(doc).responses[200].headers = {}),
      '200 ETag: may now be missing',
    ],
    ['an answer lacks a field', (doc) => delete trip(doc).properties['days'], '200.days: is gone'],
    ['a field may be missing', (doc) => (trip(doc).required = ['id']), '200.color: may now be missing'],
    [
      'a field may be null',
      (doc) => (field(trip(doc), 'days')['type'] = ['integer', 'null']),
      '200.days: null is now possible',
    ],
    [
      'a number may be broken',
      (doc) => (field(trip(doc), 'days')['type'] = 'number'),
      'number is now possible',
    ],
    [
      'another form may come',
      (doc) => (field(trip(doc), 'price')['anyOf'] = [{ type: 'integer' }, { type: 'string' }]),
      '200.price: string is now possible',
    ],
    [
      'any value may come',
      (doc) => delete field(trip(doc), 'color')['enum'],
      'may now have any value, not only certain codes',
    ],
    [
      'a text has another format',
      (doc) => (field(trip(doc), 'id')['format'] = 'uri'),
      'the format uuid is now uri',
    ],
    ['a message is gone', (doc) => delete doc.webhooks['arrived'], 'webhook arrived: is gone'],
    [
      'a message has a header less',
      (doc) => (doc.webhooks['arrived']!['post']!.parameters = []),
      'webhook arrived trip-id: is gone',
    ],
    [
      'a field of a message is gone',
      (doc) => delete arrival(doc).properties['at'],
      'webhook arrived body.at: is gone',
    ],
  ];
  it.each(BREAKING)('breaks clients where %s', (_what, change, line) => {
    const { breaks } = after(change);
    expect(breaks.join('\n')).toContain(line);
  });

  const HARMLESS: [string, (doc: Doc) => void][] = [
    ['an address is new', (doc) => (doc.paths['/more'] = document().paths['/health']!)],
    ['no key is needed any more', (doc) => (post(doc).security = [{}])],
    ['a further role may', (doc) => post(doc)['x-roles'].push('author')],
    ['a parameter may be given', (doc) => post(doc).parameters.push({ name: 'q', in: 'query' })],
    ['a field may be given', (doc) => (plan(doc).properties['note'] = { type: 'string' })],
    ['a field need not be given', (doc) => (plan(doc).required = [])],
    ['a field takes more codes', (doc) => (field(plan(doc), 'color')['enum'] = ['red', 'blue', 'green'])],
    ['a field takes null', (doc) => (field(plan(doc), 'to')['type'] = ['string', 'null'])],
    ['a text may be longer', (doc) => (field(plan(doc), 'to')['maxLength'] = 30)],
    ['a further form is taken', (doc) => (field(plan(doc), 'when')['oneOf'] = [{}, { type: 'string' }])],
    ['an answer has a further field', (doc) => (trip(doc).properties['note'] = { type: 'string' })],
    ['a message has a further field', (doc) => (arrival(doc).properties['by'] = { type: 'string' })],
    ['a message is new', (doc) => (doc.webhooks['left'] = document().webhooks['arrived']!)],
    ['a field always comes', (doc) => trip(doc).required.push('days')],
    ['a field is never null', (doc) => (field(trip(doc), 'price')['anyOf'] = [{ type: 'integer' }])],
    ['it may fail in another way', (doc) => (post(doc).responses[410] = { content: {} })],
    ['it fails no more in one way', (doc) => delete post(doc).responses[404]],
  ];
  it.each(HARMLESS)('breaks no client where %s', (_what, change) => {
    expect(after(change)).toEqual({ breaks: [], notes: [] });
  });

  it('is reported but breaks no client where a vocabulary of responses grows', () => {
    const grown = after((doc) => (field(trip(doc), 'color')['enum'] = ['red', 'blue', 'green']));
    expect(grown).toEqual({
      breaks: [],
      notes: ['POST /trips → 200.color: the code "green" is now possible'],
    });
  });

  it('is found through what schemas have in common, and in schemas that hold themselves', () => {
    const split = (doc: Doc) => {
      const { required, properties } = plan(doc);
      const parts = [{ properties: { to: properties['to'] }, required }, { properties }];
      doc.components.schemas['Plan'] = { allOf: parts } as never;
    };
    expect(after(split).breaks).toEqual([]);
    expect(after((doc) => (field(trip(doc), 'next')['anyOf'] = [{ type: 'null' }])).breaks).toEqual([]);
  });
});

describe('A version', () => {
  it.each([
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.9', false],
    ['0.1.0', '0.2.0', true],
    ['0.9.0', '1.0.0', true],
    ['1.2.0', '1.3.0', false],
    ['1.2.0', '2.0.0', true],
    ['1.2.0', '1.2.0-rc.1', false],
  ])('after %s may, as %s, break clients: %s', (released, version, may) => {
    expect(mayBreak(released, version)).toBe(may);
  });

  it('is compared by its numbers', () => {
    expect(newestOf(['0.9.0', '0.10.0', '0.2.5'])).toBe('0.10.0');
    expect(newestOf([])).toBeUndefined();
  });
});
