import { readWords, wordsOf } from './read-words.js';

const read = (q: string) =>
  readWords(q).map(({ written, texts, tags, states }) => [
    written,
    texts.slice(1).flat(),
    [...tags, ...states.map((state) => `state:${state}`)],
  ]);

describe('the words of a text', () => {
  it.each([
    ['Clínica de Salud Mental para Niños', ['clinica', 'de', 'salud', 'mental', 'para', 'ninos']],
    ["St. Mary's & Co", ['st', 'marys', 'co']],
    ['Bayamón, BAYAMÓN', ['bayamon']],
    ['O\u2019Brien', ['obrien']],
  ])('are folded: %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('the words of a search', () => {
  it.each([
    [
      'Washington, IN',
      [
        ['washington', [], ['state:WA']],
        ['in', [], ['state:IN']],
      ],
    ],
    [
      'Portland, OR 97201',
      [
        ['portland', [], []],
        ['97201', [], []],
        ['or', [], ['state:OR']],
      ],
    ],
    ['IN', [['in', [], ['state:IN']]]],
    ['VA', [['va', ['veterans', 'affairs'], ['state:VA']]]],
    [
      'Salem, VA',
      [
        ['salem', [], []],
        ['va', [], ['state:VA']],
      ],
    ],
    ['Connecticut', [['connecticut', [], ['state:CT']]]],
    [
      'clinic in Ohio',
      [
        ['clinic', [], []],
        ['in', [], []],
        ['ohio', [], ['state:OH']],
      ],
    ],
    ['New York', [['new york', [], ['state:NY']]]],
    ['suboxone', [['suboxone', [], ['medication:buprenorphine']]]],
    ['Sublocade', [['sublocade', [], ['medication:buprenorphine-injection']]]],
    ['antabuse', [['antabuse', [], ['medication:disulfiram']]]],
    ['PHP', [['php', [], ['level:php']]]],
    ['partial hospitalization', [['partial hospitalization', [], ['level:php']]]],
    ['MassHealth', [['masshealth', [], ['payer:medicaid']]]],
    ['heroin', [['heroin', [], ['condition:opioid']]]],
    [
      'Ft Wayne',
      [
        ['ft', ['fort'], []],
        ['wayne', [], []],
      ],
    ],
    [
      'St Marys',
      [
        ['st', ['saint', 'street'], []],
        ['marys', [], []],
      ],
    ],
    [
      'The Hospital of the Valley',
      [
        ['hospital', ['hosp'], []],
        ['valley', [], []],
      ],
    ],
    ['the', [['the', [], []]]],
    ['!', []],
  ])('are read for what they mean: %s', (q, terms) => {
    expect(read(q)).toEqual(terms);
  });
});
