import type { Band, Instrument, Scale } from './instrument.js';
import { flawsOfInstrument } from './instrument-flaws.js';

const yesNo = [
  { value: 0, label: 'No', score: 0 },
  { value: 1, label: 'Yes', score: 1 },
];
const scale: Scale = {
  code: 'total',
  label: 'Total',
  items: ['a', 'b'],
  min: 0,
  max: 2,
  bands: [],
  cutOffs: [],
};
const instrument: Instrument = {
  id: 'sample',
  version: '1',
  name: 'Sample',
  title: { en: 'Sample', es: 'Muestra' },
  spanish: { status: 'english-only', why: { en: 'Made up.', es: 'Es ficticio.' } },
  measures: 'nothing',
  domain: 'substance-use',
  kind: 'screen',
  entry: 'answers',
  respondents: ['person'],
  population: 'adults',
  adultsOnly: true,
  perCondition: false,
  minutes: 1,
  items: [
    { id: 'a', text: 'A?', kind: 'choice', options: yesNo },
    { id: 'b', text: 'B?', kind: 'choice', options: yesNo },
  ],
  scales: [scale],
  scoring: 'sum',
  notes: [],
  licence: { status: 'ours' },
  citations: [],
  facts: [],
};
const withScale = (change: Partial<Scale>): Instrument => ({
  ...instrument,
  scales: [{ ...scale, ...change }],
});
/** Its first item has so many options, in these groups. */
const withOptions = (count: number, groups?: number[][]): Instrument => ({
  ...instrument,
  items: [
    {
      id: 'a',
      text: 'A?',
      kind: 'choice',
      options: Array.from({ length: count }, (_, value) => ({ value, label: `${value}`, score: value % 2 })),
      ...(groups
        ? { groups: groups.map((options) => ({ title: { en: 'Some', es: 'Unas' }, options })) }
        : {}),
    },
    instrument.items[1]!,
  ],
});
const band = (from: number, to: number): Band => ({ from, to, code: `b${from}`, label: 'band' });

describe('an instrument file', () => {
  it('without fault passes', () => {
    expect(flawsOfInstrument(instrument)).toEqual([]);
    expect(flawsOfInstrument(withScale({ bands: [band(0, 0), band(1, 2)] }))).toEqual([]);
  });

  it.each<[string, Instrument, string]>([
    [
      'with ten options and no groups',
      withOptions(10),
      'items/a/groups: are missing; more than 9 options need them',
    ],
    [
      'with an option in no group',
      withOptions(10, [[0, 1, 2, 3, 4, 5, 6, 7, 8]]),
      'items/a/groups: no group has 9',
    ],
    [
      'with an option in two groups',
      withOptions(2, [[0, 1], [1]]),
      'items/a/groups/1: is used twice; rename one',
    ],
    [
      'with a group of what is no option',
      withOptions(2, [[0, 1, 2]]),
      'items/a/groups: there is no option 2',
    ],
    [
      'that is half in Spanish',
      {
        ...instrument,
        items: [
          { id: 'a', text: 'A?', textEs: '¿A?', kind: 'choice', options: yesNo },
          { id: 'b', text: 'B?', kind: 'choice', options: yesNo },
        ],
      },
      'items/a/options/0/labelEs: is missing; other texts of it are in Spanish',
    ],
    [
      'whose bands leave a hole',
      withScale({ bands: [band(0, 0), band(2, 2)] }),
      'scales/total/bands: no band covers 1 to 1',
    ],
    [
      'whose bands end early',
      withScale({ bands: [band(0, 1)] }),
      'scales/total/bands: no band covers 2 to 2',
    ],
    [
      'whose bands overlap',
      withScale({ bands: [band(0, 1), band(1, 2)] }),
      'scales/total/bands/b1: overlaps the band before it at 1',
    ],
    ['whose bands reach too far', withScale({ bands: [band(0, 3)] }), 'scales/total/bands: reach beyond 2'],
    [
      'with a total that no answers make',
      withScale({ max: 3 }),
      'scales/total: no answers add up to 3; correct min, max or the scores',
    ],
    ['whose answers go beyond', withScale({ max: 1 }), 'scales/total: answers add up to 2, outside 0 to 1'],
    [
      'with a gate to nothing',
      {
        ...instrument,
        items: [instrument.items[0]!, { ...instrument.items[1]!, after: [{ item: 'c', is: [1] }] }],
      },
      'items/b/after: c is not an earlier item',
    ],
    [
      'with a gate to an option that is not there',
      {
        ...instrument,
        items: [instrument.items[0]!, { ...instrument.items[1]!, after: [{ item: 'a', is: [7] }] }],
      },
      'items/b/after: a has no option 7',
    ],
    [
      'with a gate of several answers at once',
      {
        ...instrument,
        items: [
          { id: 'a', text: 'A?', kind: 'choices', options: [{ value: 'x', label: 'X' }] },
          { ...instrument.items[1]!, after: [{ item: 'a', is: ['x'] }] },
        ],
      },
      'items/b/after: a does not have one option as its answer',
    ],
    [
      'with no gate at all',
      { ...instrument, items: [instrument.items[0]!, { ...instrument.items[1]!, after: [] }] },
      'items/b/after: names no answer; remove it',
    ],
    [
      'with an answer that counts anyway, though its question is always asked',
      { ...instrument, items: [instrument.items[0]!, { ...instrument.items[1]!, countsAnyway: true }] },
      'items/b/countsAnyway: only an item with after may have it; remove it',
    ],
    [
      'whose items depend on one another, with a total that no answers make',
      {
        ...withScale({ items: ['a', 'b', 'c'], max: 3 }),
        items: [
          { id: 'a', text: 'A?', kind: 'choice', options: yesNo },
          { id: 'b', text: 'B?', kind: 'choice', options: yesNo, after: [{ item: 'a', is: [0] }] },
          {
            id: 'c',
            text: 'C?',
            kind: 'choice',
            options: yesNo,
            after: [
              { item: 'a', is: [0] },
              { item: 'b', is: [1] },
            ],
          },
        ],
      },
      'scales/total: no answers add up to 3; correct min, max or the scores',
    ],
    [
      'with an item that is not there',
      withScale({ items: ['a', 'z'] }),
      'scales/total/items: there is no item z',
    ],
    [
      'with two cut-offs that decide',
      withScale({
        cutOffs: [1, 2].map((atLeast) => ({
          atLeast,
          for: 'any' as const,
          meaning: 'positive',
          source: 'none',
          status: 'convention' as const,
          decides: true,
        })),
      }),
      'scales/total/cutOffs: more than one decides for female; exactly one must decide',
    ],
    [
      'entered as a total and with items',
      { ...instrument, entry: 'total-only' },
      'items: only the total may be entered; remove the items',
    ],
  ])('%s is refused', (_what, faulty, flaw) => {
    expect(flawsOfInstrument(faulty)).toContain(flaw);
  });
});
