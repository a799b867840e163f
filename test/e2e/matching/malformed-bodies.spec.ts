import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

/** The type of a field of the request, from which invalid values follow. */
type Kind =
  | 'object'
  | 'objects'
  | 'code'
  | 'codes'
  | 'texts'
  | 'uuid'
  | 'uuids'
  | 'text'
  | 'number'
  | 'whole'
  | 'flag'
  | 'map of codes'
  | 'map of numbers';

/** Every field of a match request by its place; `0` is the first item of a list. */
const FIELDS: readonly (readonly [path: string, kind: Kind, beside?: object])[] = [
  ['client', 'object'],
  ['client/role', 'code'],
  ['client/age', 'whole'],
  ['client/gender', 'code'],
  ['client/sexAtBirth', 'code'],
  ['client/pregnant', 'flag'],
  ['client/languages', 'texts'],
  ['client/state', 'code'],
  ['assessment', 'object'],
  ['assessment/conditions', 'objects'],
  ['assessment/conditions/0/condition', 'code', { severity: 'mild' }],
  ['assessment/conditions/0/severity', 'code', { condition: 'opioid' }],
  ['assessment/readiness', 'object'],
  ['assessment/readiness/importance', 'number'],
  ['assessment/readiness/confidence', 'number'],
  ['assessment/readiness/readiness', 'number'],
  ['assessment/levelsOfCare', 'codes'],
  ['assessment/needs', 'codes'],
  ['constraints', 'object'],
  ['constraints/near', 'object'],
  ['constraints/near/postalCode', 'text'],
  ['constraints/near/latitude', 'number', { longitude: 1 }],
  ['constraints/near/longitude', 'number', { latitude: 1 }],
  ['constraints/maxDistanceKm', 'number', { near: { postalCode: '06511' } }],
  ['constraints/travelBy', 'code'],
  ['constraints/cannotLeaveWork', 'flag'],
  ['constraints/workHours', 'objects'],
  ['constraints/workHours/0/days', 'codes', { from: '09:00', to: '17:00' }],
  ['constraints/workHours/0/from', 'text', { days: ['mo'], to: '17:00' }],
  ['constraints/workHours/0/to', 'text', { days: ['mo'], from: '09:00' }],
  ['constraints/timeZone', 'text'],
  ['constraints/needsChildcare', 'flag'],
  ['constraints/payers', 'codes'],
  ['constraints/maxCost', 'object'],
  ['constraints/maxCost/amount', 'whole', { currency: 'USD', per: 'week' }],
  ['constraints/maxCost/currency', 'text', { amount: 1, per: 'week' }],
  ['constraints/maxCost/per', 'code', { amount: 1, currency: 'USD' }],
  ['constraints/modalities', 'codes'],
  ['constraints/levelsOfCare', 'codes'],
  ['constraints/startsWithinDays', 'whole'],
  ['constraints/mustServe', 'codes'],
  ['constraints/medications', 'codes'],
  ['constraints/currentMedications', 'codes'],
  ['constraints/accessibility', 'codes'],
  ['constraints/exclude', 'object'],
  ['constraints/exclude/organizations', 'uuids'],
  ['constraints/exclude/programs', 'uuids'],
  ['constraints/exclude/approaches', 'texts'],
  ['constraints/strictness', 'map of codes'],
  ['preferences', 'object'],
  ['preferences/approaches', 'texts'],
  ['preferences/avoidApproaches', 'texts'],
  ['preferences/wishes', 'codes'],
  ['preferences/avoid', 'codes'],
  ['preferences/modality', 'code'],
  ['preferences/goal', 'code'],
  ['priorities', 'map of numbers'],
  ['history', 'objects'],
  // What was tried may have been at a place that is not named.
  ['history/0/programId', 'uuid'],
  ['history/0/outcome', 'code', { programId: '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e' }],
  ['limit', 'whole'],
  ['cursor', 'text'],
];

const LONG = 'x'.repeat(10_000);

/** Values that a field of each kind may not have, and where in the value the flaw is, if deeper. */
const WRONG: Readonly<Record<Kind, readonly (readonly [value: unknown, inner?: string])[]>> = {
  object: [[null], [1], ['text'], [[]], [true], [{ nonsense: 1 }, '/nonsense']],
  objects: [[null], [{}], ['text'], [[1], '/0'], [[null], '/0'], [Array.from({ length: 1000 }, () => ({}))]],
  code: [[null], [1], [['opioid']], ['no-such-code'], [''], [LONG], [{ constructor: 1 }, '/constructor']],
  codes: [
    [null],
    ['mo'],
    [{ 0: 'mo' }],
    [[1], '/0'],
    [['no-such-code'], '/0'],
    [[LONG], '/0'],
    [Array.from({ length: 1000 }, () => 'mo')],
  ],
  texts: [
    [null],
    ['en'],
    [[1], '/0'],
    [['not a code!'], '/0'],
    [['en', 'en'], '/1'],
    [[LONG], '/0'],
    [Array.from({ length: 1000 }, (_, i) => `c${i}`)],
  ],
  uuid: [[null], [1], ['not-a-uuid'], [LONG], ['6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0']],
  uuids: [
    [null],
    ['6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e'],
    [[1], '/0'],
    [['not-a-uuid'], '/0'],
    [['6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e', '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e'], '/1'],
  ],
  text: [[null], [1], [''], ['   '], [LONG], [['a']], ['2026-02-30'], ['e\u0301🙂']],
  number: [[null], ['5'], ['NaN'], ['Infinity'], [-100_000], [1e300], [[5]], [true]],
  whole: [[null], ['5'], [-1], [0.5], [1e300], [[5]]],
  flag: [[null], ['true'], [1], [[true]]],
  'map of codes': [
    [null],
    [[]],
    ['payment'],
    [{ paymemt: 'confirmed' }, '/paymemt'],
    [{ payment: 'sometimes' }, '/payment'],
    [{ payment: null }, '/payment'],
  ],
  'map of numbers': [
    [null],
    [[]],
    [3],
    [{ evidense: 1 }, '/evidense'],
    [{ evidence: 4 }, '/evidence'],
    [{ evidence: '3' }, '/evidence'],
    [{ evidence: -1 }, '/evidence'],
  ],
};

/** A request with this value at this place, and with what is required next to it. */
function bodyWith(path: string, value: unknown, beside: object = {}): unknown {
  const steps = path.split('/');
  return steps.reduceRight<unknown>((inner, step, i) => {
    const own = i === steps.length - 1 ? beside : {};
    return step === '0' ? [inner] : { ...own, [step]: inner };
  }, value);
}

interface Malformed {
  readonly what: string;
  readonly body: string | Buffer;
  readonly pointer: string;
}

const WRONG_VALUES: readonly Malformed[] = FIELDS.flatMap(([path, kind, beside]) =>
  WRONG[kind].map(([value, inner = '']) => ({
    what: `${path} is ${JSON.stringify(value).slice(0, 60)}`,
    body: JSON.stringify(bodyWith(path, value, beside)),
    pointer: `/${path}${inner}`,
  })),
);

/** A required field that is omitted while its siblings are present. */
const MISSING: readonly Malformed[] = FIELDS.filter(
  ([path, , beside]) =>
    beside && /^(assessment\/conditions\/0\/condition|constraints\/(workHours|maxCost)|history)/.test(path),
).map(([path, , beside]) => ({
  what: `${path} is missing`,
  body: JSON.stringify(bodyWith(path, undefined, beside)),
  pointer: `/${path}`,
}));

/** The same for every field with text: characters that cannot be stored or shown. */
const BAD_CHARACTERS: readonly Malformed[] = [
  'client/state',
  'constraints/near/postalCode',
  'cursor',
  'limit',
].flatMap((path) =>
  ['\\u0000', '06\\u0000511', '\\ud800', '\\udfff\\ud800'].map((text) => ({
    what: `${path} holds ${text}`,
    body: JSON.stringify(bodyWith(path, 'PLACE')).replace('PLACE', text),
    pointer: `/${path}`,
  })),
);

const BAD_NAMES: readonly Malformed[] = [
  '',
  'client',
  'constraints',
  'constraints/near',
  'preferences',
].flatMap((path) =>
  ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'nonsense', '\u0001', 'x'.repeat(5000)].map(
    (name) => {
      const inner = `{${JSON.stringify(name)}:{"polluted":true}}`;
      const body = path === '' ? inner : JSON.stringify(bodyWith(path, 'PLACE')).replace('"PLACE"', inner);
      const shown = name.length > 100 ? `${name.slice(0, 100)}…` : name.replace('\u0001', '\uFFFD');
      return {
        what: `a field ${JSON.stringify(name).slice(0, 30)} in "${path}"`,
        body,
        pointer: `${path === '' ? '' : `/${path}`}/${shown}`,
      };
    },
  ),
);

const deep = (depth: number, open: string, close: string) => open.repeat(depth) + '1' + close.repeat(depth);

/** Not a JSON object at all: the error is about the body itself. */
const NO_OBJECT: readonly Malformed[] = [
  '',
  '   ',
  'null',
  'true',
  '5',
  '"text"',
  '[]',
  '[{}]',
  '{',
  '{"client":',
  '{"client":{}}}',
  "{'client':{}}",
  '{client:{}}',
  '{"limit":NaN}',
  '{"limit":Infinity}',
  '{"limit":-Infinity}',
  '{"limit":0x10}',
  '{"limit":01}',
  '{"limit":1,}',
  '{"limit":1}{"limit":1}',
  '// comment\n{}',
  '\u0000',
  'undefined',
  'limit=20',
  '<client/>',
].map((body) => ({ what: `the body ${JSON.stringify(body).slice(0, 40)}`, body, pointer: '' }));

const BAD_BYTES: readonly Malformed[] = [
  Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0x1f, 0x8b, 0x08, 0x00]),
].map((body) => ({ what: `the bytes ${body.toString('hex')}`, body, pointer: '' }));

const TOO_DEEP: readonly Malformed[] = [
  { what: 'objects in objects', body: deep(30, '{"client":', '}'), pointer: '/client'.repeat(20) },
  {
    what: 'lists in lists',
    body: `{"history":${deep(100, '[', ']')}}`,
    pointer: `/history${'/0'.repeat(19)}`,
  },
  { what: 'a body that is all brackets', body: deep(100_000, '[', ']'), pointer: '/0'.repeat(20) },
  { what: 'a number beyond all', body: '{"limit":1e999}', pointer: '/limit' },
];

const ALL = [
  ...WRONG_VALUES,
  ...MISSING,
  ...BAD_CHARACTERS,
  ...BAD_NAMES,
  ...NO_OBJECT,
  ...BAD_BYTES,
  ...TOO_DEEP,
];

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [program('Clinic', { levelsOfCare: { yes: ['op'] } })]);
});
afterAll(() => service.close());

describe('A malformed body of POST /v1/matches', () => {
  it('can be malformed in more than 200 ways', () => {
    expect(new Set(ALL.map(({ what }) => what)).size).toBe(ALL.length);
    expect(ALL.length).toBeGreaterThanOrEqual(200);
  });

  it.each([
    ['from', '24:00', '00:00'],
    ['from', '9:00', '09:00'],
    ['to', '9 pm', '21:00'],
  ])('says how to write %s of working hours that is "%s"', async (side, written, suggestion) => {
    const hours = { days: ['mo'], from: '09:00', to: '24:00' };
    const ask = (workHours: object) =>
      service.matchRaw(JSON.stringify({ constraints: { cannotLeaveWork: true, workHours: [workHours] } }));
    const response = await ask({ ...hours, [side]: written });
    expect([response.status, response.body.errors]).toEqual([
      400,
      [
        {
          pointer: `/constraints/workHours/0/${side}`,
          message: expect.stringContaining(`write ${suggestion}`),
          suggestion,
        },
      ],
    ]);
    expect((await ask(hours)).status).toBe(200);
  });

  it('is always answered with a problem that names the field', async () => {
    for (const { what, body, pointer } of ALL) {
      const response = await service.matchRaw(body);
      const problem = response.body as {
        status: number;
        detail: string;
        requestId: string;
        errors?: { pointer: string; message: string }[];
      };
      const named = problem.errors?.map((error) => error.pointer) ?? [];
      expect({ what, status: response.status, named }).toEqual({
        what,
        status: 400,
        named: expect.arrayContaining([pointer]),
      });
      expect(problem.errors?.filter(({ message }) => !(message.length > 5))).toEqual([]);
      expect(problem.detail.length).toBeGreaterThan(10);
      expect([problem.status, problem.requestId]).toEqual([400, response.headers['x-request-id']]);
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      // A long value is not repeated in full.
      expect(response.text.length).toBeLessThan(20_000);
    }
  }, 120_000);

  it('pollutes nothing', () => {
    expect('polluted' in {}).toBe(false);
  });

  it('is not read at all if its type is not JSON', async () => {
    for (const type of [
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'nonsense',
      'application/json; charset=utf-16',
      'application/json5',
    ]) {
      const response = await service.matchRaw('{}', type);
      expect([type, response.status, response.headers['content-type'], response.headers['accept']]).toEqual([
        type,
        415,
        'application/problem+json; charset=utf-8',
        'application/json',
      ]);
      expect((response.body as { detail: string }).detail).toBe(
        'Send the body as Content-Type: application/json, in UTF-8, without Content-Encoding.',
      );
    }
  });

  it('is refused by its size alone beyond 256 kB', async () => {
    for (const kilobytes of [257, 1024, 3000]) {
      const response = await service.matchRaw(`{"cursor":"${'x'.repeat(kilobytes * 1024)}"}`);
      expect([response.status, response.headers['content-type']]).toEqual([
        413,
        'application/problem+json; charset=utf-8',
      ]);
      expect((response.body as { detail: string }).detail).toBe('The body may have at most 256 kB.');
    }
  });

  it('leaves the service as well as before', async () => {
    const response = await service.match({});
    expect([response.status, (response.body as { tracks: unknown[] }).tracks.length]).toEqual([200, 2]);
  });
});
