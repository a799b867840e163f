import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { InstrumentCatalog } from '../../../src/assessments/instrument-catalog.js';
import { codingOf, questionnaireUrl } from '../../../src/assessments/questionnaire.js';
import { readQuestionnaireResponse } from '../../../src/assessments/questionnaire-response.js';
import type { Instrument, Item } from '../../../src/core/assessment/instrument.js';
import { WholeService } from '../../support/whole-service.js';

/** The published JSON schema of FHIR R4. */
const Validator = createRequire(import.meta.url)('@asymmetrik/fhir-json-schema-validator') as new () => {
  validate(resource: unknown): unknown[];
};
const r4 = new Validator();
const catalog = InstrumentCatalog.read();

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
});
afterAll(async () => service.close());

describe('GET /fhir/Questionnaire', () => {
  it.each(catalog.all().map(({ id }) => [id]))('/%s is a valid R4 Questionnaire', async (id) => {
    const response = await service.get(`/fhir/Questionnaire/${id}`).set('accept', 'application/fhir+json');
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/fhir+json; charset=utf-8');
    expect(response.headers['etag']).toMatch(/^"/);
    const resource = JSON.parse(response.text) as Record<string, unknown>;
    expect(resource).toMatchObject({ resourceType: 'Questionnaire', id, url: questionnaireUrl(id) });
    expect(r4.validate(resource)).toEqual([]);
  });

  it('is a Bundle of them all, and the schema does refuse what is wrong', async () => {
    const response = await service.get('/fhir/Questionnaire');
    const bundle = JSON.parse(response.text) as Record<string, unknown>;
    expect(bundle).toMatchObject({ resourceType: 'Bundle', total: catalog.all().length });
    expect(r4.validate(bundle)).toEqual([]);
    expect(r4.validate({ ...bundle, type: 'nonsense' })).not.toEqual([]);
  });

  it('answers an unknown one with a problem', async () => {
    const response = await service.get('/fhir/Questionnaire/adit-c');
    expect(response.status).toBe(404);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('a QuestionnaireResponse', () => {
  it.each(
    catalog
      .all()
      .filter(({ entry }) => entry === 'answers')
      .map((one) => [one.id, one] as const),
  )('to %s reads as the answers that it was made of', (_id, instrument) => {
    fc.assert(
      fc.property(arbitraryAnswers(instrument), (answers) => {
        const resource = toResponse(instrument, answers);
        expect(r4.validate(resource)).toEqual([]);
        expect(readQuestionnaireResponse(resource, catalog.byId)).toEqual({
          instrument,
          answers,
          totals: {},
        });
      }),
      { numRuns: 10 },
    );
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['to nothing', { questionnaire: undefined }, '/questionnaire', /is required/],
    [
      'to another version',
      { questionnaire: `${questionnaireUrl('gad-2')}|9` },
      '/questionnaire',
      /version 1/,
    ],
    ['to an unknown one', { questionnaire: questionnaireUrl('gad-3') }, '/questionnaire', /did you mean/],
    ['without a status', { status: undefined }, '/status', /must be one of/],
    [
      'with an unknown item',
      { item: [{ linkId: 'gda1', answer: [{ valueInteger: 1 }] }] },
      '/item/0/linkId',
      /did you mean "gad1"/,
    ],
    ['with two answers', { item: [{ linkId: 'gad1', answer: [{}, {}] }] }, '/item/0/answer', /one answer/],
    [
      'with the wrong kind',
      { item: [{ linkId: 'gad1', answer: [{ valueString: 'x' }] }] },
      '/item/0/answer/0',
      /valueCoding/,
    ],
    [
      'with no option',
      { item: [{ linkId: 'gad1', answer: [{ valueCoding: { code: '9' } }] }] },
      '/item/0/answer/0',
      /one of the options/,
    ],
  ])('%s is refused at its place', (_what, change, pointer, message) => {
    const read = readQuestionnaireResponse(
      {
        resourceType: 'QuestionnaireResponse',
        questionnaire: `https://example.org/fhir/Questionnaire/gad-2`,
        status: 'completed',
        ...change,
      },
      catalog.byId,
    );
    expect(read).toEqual([
      expect.objectContaining({
        at: pointer
          .slice(1)
          .split('/')
          .map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
      }),
    ]);
    expect((read as { message: string }[])[0]!.message).toMatch(message);
  });
});

function arbitraryAnswers({ items }: Instrument): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(
      items.map(({ id, kind, options = [], min = 0, max = 0 }) => {
        const values = options.map(({ value }) => value);
        return [
          id,
          kind === 'choice'
            ? fc.constantFrom(...values)
            : kind === 'choices'
              ? fc.subarray(values, { minLength: 1 })
              : kind === 'integer'
                ? fc.integer({ min, max })
                : fc.constantFrom('in my own words'),
        ];
      }),
    ),
    { requiredKeys: [] },
  );
}

function toResponse(instrument: Instrument, answers: Record<string, unknown>): Record<string, unknown> {
  const answerOf = ({ kind, options = [] }: Item, value: unknown) =>
    kind === 'integer'
      ? { valueInteger: value }
      : kind === 'text'
        ? { valueString: value }
        : {
            valueCoding: codingOf(
              options.find((option) => option.value === value)!,
              instrument,
            ),
          };
  const item = instrument.items
    .filter(({ id }) => answers[id] !== undefined)
    .map((one) => ({
      linkId: one.id,
      answer: [answers[one.id]].flat().map((value) => answerOf(one, value)),
    }));
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: questionnaireUrl(instrument.id),
    status: 'completed',
    ...(item.length > 0 ? { item } : {}),
  };
}
