import { FACTS } from '../../../core/directory/facts.js';
import { STATED_FACTS_SCHEMA } from '../../../core/directory/facts-schema.js';
import { VOCABULARIES } from '../../../core/language/words/vocabularies.js';
import type { Match } from '../../service/api.js';
import { callFieldOf, type Entered, valueOf } from './call-field.js';
import { callQuestions } from './call-questions.js';
import { vocabularyOf } from './fact-codes.js';

const list = { type: 'array', items: { type: 'string', enum: ['medicaid', 'private'] } };

describe('The field for what a place says', () => {
  it.each([
    [{ type: 'boolean' }, { kind: 'yes-no' }],
    [
      { type: 'integer', minimum: 0, maximum: 365 },
      { kind: 'number', least: 0, most: 365 },
    ],
    [
      { type: 'string', enum: ['a', 'b'] },
      { kind: 'choice', codes: ['a', 'b'] },
    ],
    [
      { type: 'object', properties: { yes: list, no: list } },
      { kind: 'list', codes: ['medicaid', 'private'] },
    ],
    [
      { type: 'array', items: { type: 'string', enum: ['veterans'] } },
      { kind: 'codes', codes: ['veterans'] },
    ],
    [{ type: 'array', items: { type: 'object' } }, { kind: 'none' }],
    [{ type: 'object', properties: { yes: { items: { type: 'string' } }, no: {} } }, { kind: 'none' }],
  ])('is that of its schema: %j', (schema, field) => {
    expect(callFieldOf({ schema })).toEqual(field);
  });

  it('has no value until something was said: nothing is no answer, and no is one', () => {
    const yesNo = callFieldOf({ schema: { type: 'boolean' } });
    expect([valueOf(yesNo, {}), valueOf(yesNo, { text: 'no' }), valueOf(yesNo, { text: 'yes' })]).toEqual([
      undefined,
      false,
      true,
    ]);
    const days = callFieldOf({ schema: { type: 'integer', minimum: 0, maximum: 365 } });
    expect(['', '0', '14', '400', '-1', '2.5', 'soon'].map((text) => valueOf(days, { text }))).toEqual([
      undefined,
      0,
      14,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const payers = callFieldOf({ schema: { type: 'object', properties: { yes: list, no: list } } });
    expect(valueOf(payers, {})).toBeUndefined();
    expect(valueOf(payers, { yes: ['medicaid'] })).toEqual({ yes: ['medicaid'] });
    expect(valueOf(payers, { yes: ['medicaid'], no: ['private'] })).toEqual({
      yes: ['medicaid'],
      no: ['private'],
    });
    expect(valueOf(payers, { yes: ['medicaid'], no: ['medicaid'] })).toBeUndefined();
  });

  /** Nobody asks for these on the phone: lists have them, and an editor may enter them. */
  const NOT_ASKED: ReadonlySet<string> = new Set([
    'licences',
    'capacity',
    'npi',
    'phone',
    'website',
    'coordinates',
  ]);

  it('is there for every fact that one asks for, with words for each of its codes', () => {
    for (const fact of Object.keys(FACTS)) {
      const schema = STATED_FACTS_SCHEMA.properties[fact] as Record<string, unknown>;
      const field = callFieldOf({ schema }, ['open']);
      expect([fact, field.kind === 'none']).toEqual([fact, NOT_ASKED.has(fact)]);
      const codes = 'codes' in field ? field.codes.filter((code) => code !== 'open') : [];
      const words = Object.keys(
        (VOCABULARIES as Record<string, { en: object }>)[vocabularyOf(fact)]?.en ?? {},
      );
      expect([fact, codes.filter((code) => !words.includes(code))]).toEqual([fact, []]);
    }
  });

  const fieldOf = (fact: keyof typeof FACTS) =>
    callFieldOf({ schema: STATED_FACTS_SCHEMA.properties[fact] as Record<string, unknown> }, ['cbt']);
  const evening = { days: ['tu', 'th'], from: '18:00', to: '20:00' } as const;
  it.each<[keyof typeof FACTS, Entered, unknown]>([
    ['visitHours', {}, undefined],
    ['visitHours', { hours: [{ ...evening, days: [] }] }, undefined],
    ['visitHours', { hours: [evening, { days: ['mo'], from: '05:30', to: '' }] }, undefined],
    [
      'sessions',
      { hours: [evening, { days: ['mo'], from: '09:00', to: '10:00' }] },
      [
        { day: 'tu', from: '18:00', to: '20:00' },
        { day: 'th', from: '18:00', to: '20:00' },
        { day: 'mo', from: '09:00', to: '10:00' },
      ],
    ],
    ['prices', {}, undefined],
    ['prices', { prices: [{ amount: '120', per: '' }] }, undefined],
    ['prices', { prices: [{ amount: 'free', per: 'week' }] }, undefined],
    ['prices', { prices: [{ amount: '1.5', per: 'week' }] }, undefined],
    [
      'prices',
      {
        prices: [
          { amount: '$120', per: 'week' },
          { amount: ' 12.50 ', per: 'session' },
          { amount: '0', per: 'stay' },
        ],
      },
      [
        { amount: 12_000, currency: 'USD', per: 'week' },
        { amount: 1250, currency: 'USD', per: 'session' },
        { amount: 0, currency: 'USD', per: 'stay' },
      ],
    ],
    ['medications', { each: { methadone: '' } }, undefined],
    ['medications', { each: { methadone: 'refuses', naloxone: '' } }, { methadone: 'refuses' }],
    ['onlyPopulations', {}, undefined],
    ['onlyPopulations', { yes: ['veterans'] }, ['veterans']],
    ['approaches', { yes: ['cbt'] }, { yes: ['cbt'] }],
  ])('gives the value of %s from %j', (fact, entered, value) => {
    expect(valueOf(fieldOf(fact), entered)).toEqual(value);
  });
});

describe('The questions of a call', () => {
  const asked = (ask: string, safety: boolean, observe: string[]) => ({
    verdict: 'unknown',
    safety,
    ask,
    observe,
  });
  const match = {
    constraints: [
      asked('Do you take Medicaid?', false, ['payers']),
      asked('Do you start methadone?', true, ['medications']),
      { verdict: 'unknown', safety: false, askClient: 'state' },
      { verdict: 'meets', safety: false },
    ],
    criteria: [
      {
        components: [
          { ask: 'Which therapies?', observe: ['approaches'] },
          { ask: 'Which therapies?', observe: ['services'] },
          { ask: 'Do you start methadone?', observe: ['medications'] },
        ],
        signs: [{ ask: 'Who inspects you?', observe: ['accreditations'] }, {}],
      },
    ],
  } as unknown as Match;

  it('are those of safety first, each once, and what would make the score surer last', () => {
    expect(callQuestions(match)).toEqual({
      first: [
        { ask: 'Do you start methadone?', observe: ['medications'] },
        { ask: 'Do you take Medicaid?', observe: ['payers'] },
      ],
      more: [
        { ask: 'Which therapies?', observe: ['approaches', 'services'] },
        { ask: 'Who inspects you?', observe: ['accreditations'] },
      ],
    });
  });
});
