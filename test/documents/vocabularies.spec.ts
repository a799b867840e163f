import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import { LANGUAGES } from '../../src/core/vocabulary/languages.js';
import { type FactDefinition, isListed } from '../../src/core/directory/fact-definition.js';
import { FACTS } from '../../src/core/directory/facts.js';
import { VOCABULARY_NAMES, vocabularyOf } from '../../src/core/language/words/vocabularies.js';

/** Codes of the contract that need no words for a reader, by the place of their list, with the reason. */
const WITHOUT_WORDS: Readonly<Record<string, string>> = {
  '/components/schemas/AssessmentRequest/properties/responses/items/oneOf/1/properties/resourceType':
    'the name of a FHIR resource',
  '/components/schemas/AssessmentRequest/properties/responses/items/oneOf/1/properties/status':
    'codes of FHIR, which has words for them',
  '/components/schemas/RankingResponse/properties/paidPlacement': 'always false',
  '/components/schemas/LiveResponse/properties/status': 'read by machines: the service is alive',
  '/components/schemas/DatabaseHealth/properties/status': 'read by machines: the database answers',
  '/components/schemas/ReadyResponse/properties/status': 'read by machines: the service is ready',
  '/components/schemas/WritableResponse/properties/status': 'read by machines: edits are taken',
  '/components/schemas/IdentityResponse/properties/by': 'read by machines: which credential was sent',
  '/components/schemas/MatchRequest/properties/detail': 'which form of an answer a program asks for',
  '/components/schemas/MatchAnswer/properties/detail': 'which form of an answer this is',
  '/components/schemas/BriefMatchAnswer/properties/detail': 'which form of an answer this is',
  '/components/schemas/BriefMatchAnswer/properties/explainedAt': 'an address',
  '/components/schemas/ImportState':
    'read by machines: how far an import is; `problem` and `report` have words',
  '/components/schemas/ImportKind': 'as on the command line, which describes each',
  '/components/schemas/ImportBrakeKind': 'the sentence beside it says it',
  '/components/headers/Idempotent-Replayed/schema': 'a header, read by machines',
};

/** Places of codes of HSDS and FHIR, which have words for them. */
const OF_OTHER_STANDARDS =
  /^\/paths\/~1(hsds|fhir)(\/|~1)|^\/components\/schemas\/(Hsds\w+|HealthcareService|Location|Organization)Search\//;

/** Lists that consist of two vocabularies. */
const TOGETHER: readonly (readonly string[])[] = [['levelOfCare', 'overlay']];

/** Vocabularies whose codes the contract does not list, with the reason. */
const NOT_IN_THE_CONTRACT: Readonly<Record<string, string>> = {
  language: 'any BCP 47 tag is accepted',
  component: 'codes of the published policies',
  capacityUnit: 'a part of a fact: `GET /v1/facts` has the schema of its value',
};

const codesOf = (name: (typeof VOCABULARY_NAMES)[number]) => vocabularyOf(name, 'en').map(({ code }) => code);
const vocabularies = new Map<string, readonly string[]>(
  VOCABULARY_NAMES.map((name) => [name, codesOf(name)]),
);

/** Every list of codes in the document, by its place. */
function enumsIn(node: unknown, place = ''): [string, readonly unknown[]][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): [string, readonly unknown[]][] => {
    if (key === 'example' || key === 'examples') return [];
    if (key === 'enum' && Array.isArray(value)) return [[place, value]];
    return enumsIn(value, `${place}/${key.replaceAll('/', '~1')}`);
  });
}

const contract = enumsIn(
  JSON.parse(readFileSync(join(projectFolder, 'openapi/openapi.json'), 'utf8')),
).filter(([place]) => !OF_OTHER_STANDARDS.test(place));
const ofFacts = Object.entries<FactDefinition>(FACTS).flatMap(([key, fact]): [string, readonly string[]][] =>
  (fact.kind === 'list' || fact.kind === 'code') && isListed(fact.codes) ? [[`fact ${key}`, fact.codes]] : [],
);
const lists = [...contract, ...ofFacts];

function coveredBy(codes: readonly unknown[]): string[] {
  const named = codes.filter((code) => code !== null);
  const holds = (names: readonly string[]) =>
    named.every(
      (code) => typeof code === 'string' && names.some((name) => vocabularies.get(name)!.includes(code)),
    );
  return [
    ...[...vocabularies.keys()].filter((name) => holds([name])),
    ...TOGETHER.filter(holds).map((names) => names.join(' and ')),
  ];
}

describe('the vocabularies', () => {
  it('have a word for every code that the contract and the facts of a program list', () => {
    expect(lists.length).toBeGreaterThan(150);
    const without = lists.filter(
      ([place, codes]) => !(place in WITHOUT_WORDS) && coveredBy(codes).length === 0,
    );
    expect(without).toEqual([]);
  });

  it('are excused only where the contract has a list, and only where they have no words', () => {
    for (const place of Object.keys(WITHOUT_WORDS)) {
      const found = contract.find(([one]) => one === place);
      expect([place, found && coveredBy(found[1])]).toEqual([place, []]);
    }
  });

  it('have no vocabulary that nothing uses', () => {
    const used = new Set(lists.flatMap(([, codes]) => coveredBy(codes)));
    expect(VOCABULARY_NAMES.filter((name) => !used.has(name) && !(name in NOT_IN_THE_CONTRACT))).toEqual([]);
  });

  it('are in every language of the service', () => {
    for (const language of LANGUAGES)
      for (const name of VOCABULARY_NAMES)
        expect([name, vocabularyOf(name, language).length > 0]).toEqual([name, true]);
  });
});
