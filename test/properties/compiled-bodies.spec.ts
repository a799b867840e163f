import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import '../../src/assessments/need-request.dto.js';
import { projectFolder } from '../../src/config/project-folder.js';
import { parseBody } from '../../src/http/pipeline/body-guard.js';
import { type BodyClass, compiledBodies } from '../../src/http/validation/compiled-body.decorator.js';
import { checkOf, readCompiledBody } from '../../src/http/validation/read-compiled-body.js';
import { readByRules } from '../../src/http/validation/validation.js';
import { AssessmentsRequest } from '../../src/assessments/need-request.dto.js';
import { CompareRequest, MatchRequest, WhyNotRequest } from '../../src/matching/match-request.dto.js';
import type { OpenApiDocument } from '../support/openapi-operations.js';
import { SchemaArbitraries } from '../support/schema-arbitraries.js';

const document = JSON.parse(
  readFileSync(join(projectFolder, 'openapi/openapi.json'), 'utf8'),
) as OpenApiDocument;
const PROGRAM = '5b0c3d5e-1f0a-4c7e-9a51-6d1f2f4f8a01';
const OTHER = '0d6c1a39-7f43-4c53-8a0e-0a4a5b3d2c1e';
const values = new SchemaArbitraries(document, ['es', 'zh-Hant', '06511', 'cbt', 'audit-c', PROGRAM]);

/** As the service receives it; undefined if it is refused before any class is known. */
function received(body: unknown): object | undefined {
  try {
    return parseBody(Buffer.from(JSON.stringify(body))) as object;
  } catch {
    return undefined;
  }
}

async function byRules(bodyClass: BodyClass, body: object): Promise<object | undefined> {
  return readByRules(bodyClass, body, 'body').catch(() => undefined);
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

describe.each(compiledBodies().map((one) => [one.name, one] as const))(
  'The compiled check of %s',
  (name, bodyClass) => {
    const valid = values.valid(document.components.schemas[name]!);
    const inCapitals = valid.map(
      (body) =>
        JSON.parse(JSON.stringify(body).replace(/"[a-z0-9-]{36}"/g, (id) => id.toUpperCase())) as unknown,
    );

    it('is in the build', () => {
      expect(checkOf(bodyClass)).toBeInstanceOf(Function);
    });

    it('accepts only what the rules of the class accept, and reads it as the same', async () => {
      const seen = { accepted: 0, left: 0 };
      await fc.assert(
        fc.asyncProperty(fc.oneof(valid, inCapitals, values.nearly(valid)), async (drawn) => {
          const body = received(drawn);
          if (!isObject(body)) return;
          const compiled = readCompiledBody(bodyClass, body!);
          seen[compiled ? 'accepted' : 'left'] += 1;
          if (compiled) expect(compiled).toStrictEqual(await byRules(bodyClass, body!));
        }),
        { numRuns: 400 },
      );
      expect(seen.accepted).toBeGreaterThan(50);
      expect(seen.left).toBeGreaterThan(20);
    });
  },
);

it('is declared by the bodies that are read with every match', () => {
  expect(compiledBodies()).toEqual([AssessmentsRequest, MatchRequest, WhyNotRequest, CompareRequest]);
});

const answers = (count: number) => ({
  instrument: 'audit-c',
  answers: Object.fromEntries(Array.from({ length: count }, (_one, at) => [`a${at}`, 1])),
});

it.each<[string, BodyClass, object]>([
  ['nothing', MatchRequest, {}],
  ['a language of its own spelling', MatchRequest, { client: { languages: ['ES', 'iw'] } }],
  [
    'a postal code with its four digits',
    MatchRequest,
    { constraints: { near: { postalCode: ' 06511-1234' } } },
  ],
  ['a UUID in capitals', WhyNotRequest, { programId: PROGRAM.toUpperCase() }],
  [
    'a FHIR resource',
    MatchRequest,
    {
      assessment: {
        responses: [
          {
            resourceType: 'QuestionnaireResponse',
            questionnaire: 'x',
            status: 'completed',
            item: [{ linkId: 'a' }],
          },
        ],
      },
    },
  ],
])('A compiled check accepts %s', async (_what, bodyClass, body) => {
  const compiled = readCompiledBody(bodyClass, body);
  expect(compiled).toBeInstanceOf(bodyClass);
  expect(compiled).toStrictEqual(await byRules(bodyClass, body));
});

it.each<[string, BodyClass, object]>([
  ['an undeclared field', MatchRequest, { limits: 3 }],
  ['a language that does not exist', MatchRequest, { client: { languages: ['xx'] } }],
  ['a language twice, in other letters', MatchRequest, { client: { languages: ['ES', 'es'] } }],
  ['a program twice, in other letters', CompareRequest, { programIds: [PROGRAM, PROGRAM.toUpperCase()] }],
  ['one program to compare', CompareRequest, { programIds: [PROGRAM] }],
  ['more answers than a set may have', MatchRequest, { assessment: { responses: [answers(201)] } }],
  ['a blank cursor', MatchRequest, { cursor: '  ' }],
  ['null for an omitted field', MatchRequest, { client: null }],
  ['a list in the place of an object', MatchRequest, { client: [] }],
  ['a number as text', MatchRequest, { limit: '5' }],
  ['a part of a whole number', MatchRequest, { limit: 1.5 }],
  ['a missing field', WhyNotRequest, {}],
])('A compiled check leaves %s to the rules, which refuse it', async (_what, bodyClass, body) => {
  expect(readCompiledBody(bodyClass, body)).toBeUndefined();
  await expect(readByRules(bodyClass, body, 'body')).rejects.toThrow();
});

it('A compiled check leaves two programs in any letters as they are listed', () => {
  expect(readCompiledBody(CompareRequest, { programIds: [PROGRAM.toUpperCase(), OTHER] })).toMatchObject({
    programIds: [PROGRAM, OTHER],
  });
});
