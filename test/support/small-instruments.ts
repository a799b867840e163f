import type { Instrument, Item } from '../../src/core/assessment/instrument.js';

const NO_YES = [
  { value: 0, label: 'No', score: 0 },
  { value: 1, label: 'Yes', score: 1 },
];

/** A fictional instrument with one of every kind of item; a test overrides what it needs. */
export function smallInstrument(changes: Partial<Instrument> = {}): Instrument {
  return {
    id: 'small-one',
    version: '2',
    name: 'A small one (made up)',
    title: { en: 'A small one', es: 'Uno pequeño' },
    spanish: { status: 'english-only', why: { en: 'Made up.', es: 'Es ficticio.' } },
    measures: 'nothing real',
    domain: 'substance-use',
    kind: 'screen',
    entry: 'answers',
    respondents: ['person'],
    population: 'nobody',
    adultsOnly: false,
    perCondition: false,
    minutes: 1,
    items: ITEMS,
    scales: [],
    scoring: 'none',
    notes: [],
    licence: { status: 'ours' },
    citations: [],
    facts: [],
    ...changes,
  };
}

const ITEMS: readonly Item[] = [
  {
    id: 'often',
    text: 'How often?',
    kind: 'choice',
    options: [
      { value: 0, label: 'Never', score: 0, loinc: 'LA6270-8' },
      { value: 1, label: 'Weekly', score: 3, loinc: 'LA18891-4' },
      { value: 'not-sure', label: 'Not sure' },
    ],
    loinc: { code: '68520-6', status: 'verified' },
  },
  {
    id: 'harm',
    text: 'Did it do harm?',
    kind: 'choice',
    options: NO_YES,
    after: [{ item: 'often', is: [1, 'not-sure'] }],
  },
  {
    id: 'which',
    text: 'Which of these?',
    kind: 'choices',
    options: [
      { value: 'pills', label: 'Pills' },
      { value: 'powder', label: 'Powder' },
    ],
  },
  { id: 'men', text: 'Five or more?', kind: 'choice', options: NO_YES, askOf: 'male' },
  { id: 'women', text: 'Four or more?', kind: 'choice', options: NO_YES, askOf: 'others' },
  { id: 'days', text: 'How many days?', kind: 'integer', min: 0, max: 30 },
  { id: 'words', text: 'In your own words?', kind: 'text', optional: true },
];

/** One whose items may not be shipped: two totals, one of which is about opioids. */
export function totalsInstrument(changes: Partial<Instrument> = {}): Instrument {
  return smallInstrument({
    id: 'totals-alone',
    entry: 'total-only',
    items: [],
    scales: [
      {
        code: 'total',
        label: 'Total',
        items: [],
        min: 0,
        max: 10,
        bands: [],
        cutOffs: [],
        loinc: { code: '82667-7', status: 'verified-secondary' },
      },
      {
        code: 'heroin',
        label: 'Heroin',
        items: [],
        min: 0,
        max: 15,
        bands: [],
        cutOffs: [],
        condition: 'opioid',
      },
    ],
    ...changes,
  });
}
