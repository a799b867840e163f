import { InstrumentCatalog } from '../../../src/assessments/instrument-catalog.js';
import type { Answers } from '../../../src/core/assessment/instrument.js';
import { flawsOfR4 } from '../../support/fhir-r4.js';
import {
  type Coding,
  fillIn,
  type ReceivedItem,
  type ReceivedQuestionnaire,
} from '../../support/questionnaire-filler.js';
import { WholeService } from '../../support/whole-service.js';
import { PHQ9_CODES } from '../../support/loinc-panels.js';

const FHIR_JSON = 'application/fhir+json; charset=utf-8';
const shipped = InstrumentCatalog.read().all();
const ids = shipped.map(({ id }) => id);

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
});
afterAll(() => service?.close());

/** What an OperationOutcome says of its first issue. */
function diagnosticsIn(text: string): string {
  const { issue } = JSON.parse(text) as { issue: [{ diagnostics: string }] };
  return issue[0].diagnostics;
}

/** The raw body: supertest does not parse JSON of a type it does not know. */
async function fetched<T = ReceivedQuestionnaire>(path: string): Promise<T> {
  const response = await service.get(path).set('accept', 'application/json');
  expect(response.status).toBe(200);
  return response.body as T;
}

describe.each(ids)('GET /fhir/Questionnaire/%s', (id) => {
  let questionnaire: ReceivedQuestionnaire;
  let items: ReceivedItem[];
  beforeAll(async () => {
    questionnaire = await fetched(`/fhir/Questionnaire/${id}`);
    const inside = (all: readonly ReceivedItem[]): ReceivedItem[] =>
      all.flatMap((item) => [item, ...inside(item.item ?? [])]);
    items = inside(questionnaire.item);
  });

  it('is a Questionnaire by the schema of FHIR R4', () => {
    expect(flawsOfR4(questionnaire)).toEqual([]);
  });

  it('keeps the rules of R4 that its schema cannot say', () => {
    const displays = items.filter(({ type }) => type === 'display');
    const linkIds = items.map(({ linkId }) => linkId);
    expect({
      'que-0: the name can be an identifier': /^[A-Z][A-Za-z0-9_]{0,254}$/.test(questionnaire.name),
      'que-2: every linkId is there once': new Set(linkIds).size === linkIds.length,
      'que-3, que-6: what is only shown has no code, and nobody must or may answer it again': displays.every(
        (item) => !('code' in item) && !('required' in item) && !('repeats' in item),
      ),
      'que-5: only a choice has options': items.every(
        ({ type, answerOption }) => (type === 'choice') === (answerOption !== undefined),
      ),
      'que-12: several conditions say how they combine': items.every(
        ({ enableWhen = [], enableBehavior }) => enableWhen.length < 2 || enableBehavior !== undefined,
      ),
    }).toEqual({
      'que-0: the name can be an identifier': true,
      'que-2: every linkId is there once': true,
      'que-3, que-6: what is only shown has no code, and nobody must or may answer it again': true,
      'que-5: only a choice has options': true,
      'que-12: several conditions say how they combine': true,
    });
  });

  it('waits only for answers that an earlier question offers', () => {
    for (const { linkId, enableWhen = [] } of items)
      for (const { question, answerCoding } of enableWhen) {
        const earlier = items.slice(
          0,
          items.findIndex((item) => item.linkId === linkId),
        );
        expect(
          earlier
            .find((item) => item.linkId === question)
            ?.answerOption?.map(({ valueCoding: { system, code } }) => ({ system, code })),
        ).toContainEqual(answerCoding);
      }
  });

  it('offers no option twice, and none that looks like another', () => {
    for (const { linkId, answerOption = [] } of items) {
      const codings = answerOption.map(({ valueCoding: { system, code } }) => `${system} ${code}`);
      const labels = answerOption.map(({ valueCoding }) => valueCoding.display);
      expect([linkId, new Set(codings).size, new Set(labels).size]).toEqual([
        linkId,
        codings.length,
        labels.length,
      ]);
    }
  });
});

describe('GET /fhir/Questionnaire', () => {
  it('is checked by a schema that does refuse what is wrong', async () => {
    const questionnaire = await fetched('/fhir/Questionnaire/phq-9');
    expect(flawsOfR4({ ...questionnaire, status: 'finished' })).toHaveLength(1);
    expect(flawsOfR4({ ...questionnaire, items: [] })).toHaveLength(1);
    expect(flawsOfR4({ ...questionnaire, item: [{ linkId: 'x', type: 'ticks' }] })).toHaveLength(1);
  });

  it('is a searchset Bundle of all instruments by the schema of FHIR R4', async () => {
    const bundle = await fetched<{
      type: string;
      total: number;
      link: object[];
      entry: { fullUrl: string; resource: ReceivedQuestionnaire; search: object }[];
    }>('/fhir/Questionnaire');
    expect(flawsOfR4(bundle)).toEqual([]);
    expect([bundle.type, bundle.total, bundle.link]).toEqual([
      'searchset',
      ids.length,
      [{ relation: 'self', url: `${service.address}/fhir/Questionnaire` }],
    ]);
    expect(bundle.entry.map(({ fullUrl, resource }) => [fullUrl, resource.url, resource.id])).toEqual(
      ids.map((id) => [
        `${service.address}/fhir/Questionnaire/${id}`,
        `urn:treatment-navigator:questionnaire:${id}`,
        id,
      ]),
    );
  });

  it.each([
    [undefined, FHIR_JSON],
    ['*/*', FHIR_JSON],
    ['application/fhir+json', FHIR_JSON],
    ['application/fhir+json; fhirVersion=4.0', FHIR_JSON],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/fhir+json;q=0, application/json', 'application/json; charset=utf-8'],
  ])('answers Accept: %s as %s, and caches keep the two apart', async (accept, type) => {
    for (const path of ['/fhir/Questionnaire', '/fhir/Questionnaire/phq-9']) {
      const request = service.get(path);
      if (accept !== undefined) void request.set('accept', accept);
      const { status, headers } = await request;
      expect([status, headers['content-type'], headers['vary']?.toLowerCase()]).toEqual([
        200,
        type,
        'accept, accept-encoding',
      ]);
    }
  });

  it('refuses XML, and FHIR that is excluded, naming what there is', async () => {
    for (const accept of ['application/fhir+xml', 'application/fhir+json;q=0']) {
      const { status, headers, text } = await service
        .get('/fhir/Questionnaire')
        .set('accept', accept)
        .buffer(true);
      expect([status, headers['content-type'], diagnosticsIn(text)]).toEqual([
        406,
        FHIR_JSON,
        'This address responds with application/fhir+json or application/json only; include it in Accept.',
      ]);
    }
  });

  it('accepts FHIR nowhere else', async () => {
    const { status } = await service.get('/v1/instruments').set('accept', 'application/fhir+json');
    expect(status).toBe(406);
  });

  it('may be cached and validated, like all open data', async () => {
    const { headers } = await service.get('/fhir/Questionnaire/phq-9');
    expect(headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
    const again = await service
      .get('/fhir/Questionnaire/phq-9')
      .set('if-none-match', headers['etag'] ?? 'none');
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('says that there is no such Questionnaire, and which was meant', async () => {
    const { status, headers, text } = await service.get('/fhir/Questionnaire/phq9').buffer(true);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([404, FHIR_JSON, 'no-store']);
    expect(diagnosticsIn(text)).toContain('phq-9');
  });
});

/** The items that a renderer of forms shows beside these answers. */
function shownBy({ item: items }: ReceivedQuestionnaire, response: object): string[] {
  const answered = new Map(
    (response as { item: { linkId: string; answer?: { valueCoding: Coding }[] }[] }).item.map((item) => [
      item.linkId,
      item.answer?.[0]?.valueCoding,
    ]),
  );
  return items
    .filter(
      ({ enableWhen = [] }) =>
        enableWhen.length === 0 ||
        enableWhen.some(({ question, answerCoding }) => answered.get(question)?.code === answerCoding.code),
    )
    .map(({ linkId }) => linkId);
}

describe('A QuestionnaireResponse instead of answers', () => {
  const answers = { audit1: 4, audit2: 3, audit3: 4 };

  it('comes to the same score as the answers themselves', async () => {
    const auditC = shipped.find(({ id }) => id === 'audit-c')!;
    const response = fillIn(await fetched('/fhir/Questionnaire/audit-c'), auditC, answers);
    expect(flawsOfR4(response)).toEqual([]);
    const own = await service.post('/v1/instruments/audit-c/score', { answers });
    const fhir = await service.post('/v1/instruments/audit-c/score', { response });
    expect([own.status, fhir.status, fhir.body]).toEqual([200, 200, own.body]);
    expect(fhir.headers['cache-control']).toBe('no-store');
  });

  it('comes to the same assessment as the answers themselves', async () => {
    const auditC = shipped.find(({ id }) => id === 'audit-c')!;
    const response = fillIn(await fetched('/fhir/Questionnaire/audit-c'), auditC, answers);
    const own = await service.post('/v1/assessments', {
      assessment: { responses: [{ instrument: 'audit-c', answers }] },
    });
    const fhir = await service.post('/v1/assessments', { assessment: { responses: [response] } });
    expect([own.status, fhir.status, fhir.body]).toEqual([200, 200, own.body]);
  });

  it.each<[string, Answers, string[], number]>([
    ['never drinks', { audit1: 0, audit9: 2, audit10: 0 }, ['audit1', 'audit9', 'audit10'], 2],
    [
      'drinks one or two, often',
      { audit1: 4, audit2: 0, audit3: 0, audit9: 0, audit10: 4 },
      ['audit1', 'audit2', 'audit3', 'audit9', 'audit10'],
      8,
    ],
    [
      'drinks more on occasion',
      Object.fromEntries(
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => [`audit${n}`, n === 2 ? 0 : n < 4 ? 1 : 0]),
      ),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `audit${n}`),
      2,
    ],
  ])(
    'shows who %s the items that the AUDIT asks, and the total is complete',
    async (_who, given, shown, total) => {
      const audit = shipped.find(({ id }) => id === 'audit')!;
      const questionnaire = await fetched('/fhir/Questionnaire/audit');
      const response = fillIn(questionnaire, audit, given);
      expect(shownBy(questionnaire, response)).toEqual(shown);
      const own = await service.post('/v1/instruments/audit/score', { answers: given });
      const fhir = await service.post('/v1/instruments/audit/score', { response });
      expect([own.status, fhir.body]).toEqual([200, own.body]);
      expect(fhir.body).toMatchObject({
        status: 'complete',
        missing: [],
        scales: expect.arrayContaining([expect.objectContaining({ code: 'total', value: total })]),
      });
    },
  );

  it('may bring totals of instruments whose items are not shipped', async () => {
    const response = {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:treatment-navigator:questionnaire:dast-10',
      status: 'completed',
      item: [{ linkId: 'total', answer: [{ valueInteger: 6 }] }],
    };
    const own = await service.post('/v1/instruments/dast-10/score', { total: 6 });
    const fhir = await service.post('/v1/instruments/dast-10/score', { response });
    expect([own.status, fhir.status, fhir.body]).toEqual([200, 200, own.body]);
  });

  it('to the LOINC panel of the PHQ-9 comes to the same as the answers, and its total is checked', async () => {
    const given = Object.fromEntries(PHQ9_CODES.map((_code, at) => [`phq${at + 1}`, 1]));
    const withTotal = (total: number) => ({
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'http://loinc.org/q/44249-1',
      status: 'completed',
      item: [
        ...PHQ9_CODES.map((code) => ({
          linkId: `/${code}`,
          answer: [
            { valueCoding: { system: 'http://loinc.org', code: 'LA6569-3', display: 'Several days' } },
          ],
        })),
        { linkId: '/44261-6', answer: [{ valueDecimal: total }] },
      ],
    });
    const own = await service.post('/v1/instruments/phq-9/score', { answers: given });
    const fhir = await service.post('/v1/instruments/phq-9/score', { response: withTotal(9) });
    expect([own.status, fhir.status, fhir.body]).toEqual([200, 200, own.body]);
    const wrong = await service.post('/v1/assessments', { assessment: { responses: [withTotal(8)] } });
    expect([wrong.status, (wrong.body as { errors: object[] }).errors]).toEqual([
      422,
      [
        {
          pointer: '/assessment/responses/0/item/9/answer/0',
          message: 'is not the total of the answers; correct it or leave it out',
        },
      ],
    ]);
    const alone = { ...withTotal(12), item: withTotal(12).item.slice(-1) };
    const total = await service.post('/v1/instruments/phq-9/score', { total: 12 });
    const stated = await service.post('/v1/instruments/phq-9/score', { response: alone });
    expect([total.status, stated.status, stated.body]).toEqual([200, 200, total.body]);
  });

  it('is scored for one total at a time', async () => {
    const response = {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:treatment-navigator:questionnaire:sds',
      status: 'completed',
      item: [
        { linkId: 'heroin', answer: [{ valueInteger: 6 }] },
        { linkId: 'cocaine', answer: [{ valueInteger: 2 }] },
      ],
    };
    const { status, body } = await service.post('/v1/instruments/sds/score', { response });
    expect([status, (body as { errors: object[] }).errors]).toEqual([
      422,
      [{ pointer: '/response/item', message: 'has more than one total; this address reads one' }],
    ]);
  });

  it('is refused with pointers into it: 400 for what cannot be read, 422 for what cannot be', async () => {
    const response = {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:treatment-navigator:questionnaire:audit-c',
      status: 'completed',
      item: [{ linkId: 'audit1', answer: [{ valueCoding: { code: 'told in confidence' } }] }],
    };
    const impossible = await service.post('/v1/assessments', { assessment: { responses: [response] } });
    expect([impossible.status, (impossible.body as { errors: object[] }).errors]).toEqual([
      422,
      [
        {
          pointer: '/assessment/responses/0/item/0/answer/0/valueCoding/code',
          message: 'must be one of 0, 1, 2, 3, 4',
        },
      ],
    ]);
    expect(impossible.text).not.toContain('told in confidence');
    const unknown = { ...response, item: [{ ...response.item[0], linkId: 'audit_1' }] };
    const unreadable = await service.post('/v1/instruments/audit-c/score', { response: unknown });
    expect([unreadable.status, (unreadable.body as { errors: object[] }).errors]).toEqual([
      400,
      [
        {
          pointer: '/response/item/0/linkId',
          message: 'is not an item of this Questionnaire; did you mean "audit1"?',
          suggestion: 'audit1',
        },
      ],
    ]);
  });
});
