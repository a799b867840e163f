import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../config/project-folder.js';
import { readPolicies } from '../../evidence/policy-files.js';
import { type FactDefinition, isListed } from '../directory/fact-definition.js';
import { FACTS } from '../directory/facts.js';
import { STANDINGS } from '../directory/source-record.js';
import * as codes from '../matching/codes.js';
import { STATES } from '../vocabulary/places.js';
import { LABELS_EN } from './labels.en.js';
import { LABELS_ES } from './labels.es.js';
import { SPANISH } from './spanish.js';

const { allLanguages, allOf, anyOf, label, noLanguage, noneOf, session } = SPANISH;

/** The modules of the vocabularies, by the names of their sources. */
const vocabularies = readdirSync(join(projectFolder, 'src/core/vocabulary')).filter(
  // The registry names approaches.
  (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('approach-roles.'),
);

/**
 * Shown without labels: states by their postal codes, weekdays with the hours of a session, languages by their names
 * (words/spoken-languages.ts).
 */
const WITHOUT_LABELS = ['STATES', 'WEEKDAYS', 'LANGUAGES', 'SPOKEN_LANGUAGES'];

/** Every list of codes that a module exports, by name. */
function listsOf(module: Readonly<Record<string, unknown>>): [string, readonly string[]][] {
  return Object.entries(module).flatMap(([name, value]): [string, readonly string[]][] =>
    Array.isArray(value) && !WITHOUT_LABELS.includes(name) ? [[name, value as string[]]] : [],
  );
}

describe('the Spanish word', () => {
  it('is there for every code of every vocabulary', async () => {
    const modules = await Promise.all(
      vocabularies.map(
        (name) => import(`../vocabulary/${name.replace(/\.ts$/, '.js')}`) as Promise<Record<string, unknown>>,
      ),
    );
    const lists = [...modules, codes].flatMap(listsOf);
    expect(lists.map(([name]) => name)).toEqual(
      expect.arrayContaining(['CONDITIONS', 'LEVELS_OF_CARE', 'MEDICATIONS', 'PAYERS', 'SERVICES', 'WISHES']),
    );
    const without = lists.flatMap(([name, list]) =>
      list.filter((code) => !Object.hasOwn(LABELS_ES, code)).map((code) => `${name}: ${code}`),
    );
    // No sentence names a track, an element of care, a question or a meeting; the compiler checks the names of rules.
    expect(
      without.filter(
        (one) =>
          !/^(PURPOSES|CARE_ELEMENTS|CLIENT_QUESTIONS|CONSTRAINT_CODES|CRITERION_CODES|ATTENDANCES|MEETING_AUDIENCES): /.test(
            one,
          ),
      ),
    ).toEqual([]);
    expect(STANDINGS.filter((code) => !Object.hasOwn(LABELS_ES, code))).toEqual([]);
  });

  it('is there for every code of every list of facts that the matching engine reads', () => {
    const stated = Object.entries<FactDefinition>(FACTS).flatMap(([name, fact]) =>
      fact.kind === 'list' && fact.matched === true && isListed(fact.codes) && fact.codes !== STATES
        ? fact.codes.map((code) => `${name}: ${code}`)
        : [],
    );
    expect(stated).toEqual(expect.arrayContaining(['withdrawalSettings: hospital', 'services: childcare']));
    expect(stated.filter((code) => !Object.hasOwn(LABELS_ES, code.split(': ')[1]!))).toEqual([]);
  });

  it('is there for every component and purpose of every published policy', () => {
    const named = [...readPolicies().values()].flatMap(({ evidence }) =>
      Object.entries(evidence.components).flatMap(([purpose, components]) => [
        purpose,
        ...components.map(({ code }) => code),
      ]),
    );
    expect(named.filter((code) => !Object.hasOwn(LABELS_ES, code))).toEqual([]);
  });

  it('is there for every part that a criterion names', () => {
    const folder = join(projectFolder, 'src/core/matching/rules/criteria');
    const criteria = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const parts = [...criteria.matchAll(/code: '([a-z-]+)',\s*(?:weight|present)/g)].map(([, code]) => code!);
    expect(parts).toEqual(expect.arrayContaining(['structure', 'step-down']));
    expect(parts.filter((code) => !Object.hasOwn(LABELS_ES, code))).toEqual([]);
  });

  it('is there for every code that English has a word for', () => {
    expect(Object.keys(LABELS_EN).filter((code) => !Object.hasOwn(LABELS_ES, code))).toEqual([]);
  });

  it.each([
    ['op-med', 'tratamiento ambulatorio con manejo médico'],
    ['medicaid', 'Medicaid'],
    ['within_distance', 'dentro de la distancia'],
    ['mi-met', 'entrevista motivacional'],
    ['moon-baths', 'moon baths'],
  ])('of %s is "%s"', (code, word) => {
    expect(label(code)).toBe(word);
  });
});

describe('several Spanish words', () => {
  it('are joined by y or e, o or u', () => {
    expect([[], ['op']].map(allOf)).toEqual(['', 'tratamiento ambulatorio']);
    expect(
      [
        ['es', 'en'],
        ['en', 'es-MX', 'fr'],
        ['es', 'fr', 'en'],
      ].map(allLanguages),
    ).toEqual(['español e inglés', 'inglés, español y francés', 'español, francés e inglés']);
    expect(
      [
        ['alcohol', 'opioid'],
        ['opioid', 'alcohol'],
        ['iop', 'hosp'],
      ].map(anyOf),
    ).toEqual([
      'alcohol u opioides',
      'opioides o alcohol',
      'tratamiento ambulatorio intensivo u hospitalización',
    ]);
  });

  it('are joined by ni after a no', () => {
    expect([['alcohol'], ['alcohol', 'opioid', 'sedative']].map(noneOf)).toEqual([
      'alcohol',
      'alcohol, opioides ni sedantes',
    ]);
    expect(noLanguage(['es', 'ht'])).toBe('español ni criollo haitiano');
  });
});

describe('a Spanish session', () => {
  it('has its day and hours', () => {
    expect(session('we 09:00-12:00')).toBe('miércoles de 09:00 a 12:00');
  });
});
