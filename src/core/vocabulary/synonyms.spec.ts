import { CONDITIONS } from './conditions.js';
import { LEVELS_OF_CARE } from './levels-of-care.js';
import { MEDICATIONS } from './medications.js';
import { PAYERS } from './payment.js';
import { CLIENT_GENDERS, POPULATIONS } from './people.js';
import { MODALITIES } from './services.js';
import { codesMeantBy, plainWord, SYNONYMS } from './synonyms.js';

const VOCABULARIES = [
  PAYERS,
  LEVELS_OF_CARE,
  CONDITIONS,
  MEDICATIONS,
  CLIENT_GENDERS,
  POPULATIONS,
  MODALITIES,
];

describe('the words that people use for codes', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['military insurance', PAYERS, ['military']],
    ['CHAMPUS', PAYERS, ['tricare']],
    ['Veterans Affairs', PAYERS, ['va']],
    ['IHS', PAYERS, ['tribal']],
    ['cash', PAYERS, ['self-pay']],
    ['Medi-Cal', PAYERS, ['medicaid']],
    ['MassHealth', PAYERS, ['medicaid']],
    ['uninsured', PAYERS, ['self-pay', 'sliding-fee']],
    ['Blue Cross Blue Shield', PAYERS, ['private']],
    ['residential', LEVELS_OF_CARE, ['res-low', 'res-high', 'res-med']],
    ['outpatient', LEVELS_OF_CARE, ['op']],
    ['detox', LEVELS_OF_CARE, ['res-med', 'hosp']],
    ['heroin', CONDITIONS, ['opioid']],
    ['meth', CONDITIONS, ['stimulant']],
    ['female', CLIENT_GENDERS, ['woman']],
    ['Suboxone', MEDICATIONS, ['buprenorphine']],
    ['Vivitrol', MEDICATIONS, ['naltrexone-injection']],
    ['heroin', PAYERS, []],
    ['unheard-of', CONDITIONS, []],
  ])('%s, where one of %p is asked for, means %p', (word, codes, meant) => {
    expect(codesMeantBy(word, codes)).toEqual(meant);
  });

  it('are no codes themselves, and are for codes that exist, each once', () => {
    for (const [code, words] of Object.entries(SYNONYMS)) {
      const vocabulary = VOCABULARIES.find((codes) => (codes as readonly string[]).includes(code));
      expect([code, vocabulary !== undefined]).toEqual([code, true]);
      expect(words.filter((word) => vocabulary!.some((one) => plainWord(one) === plainWord(word)))).toEqual(
        [],
      );
      expect(words.length).toBe(new Set(words.map(plainWord)).size);
    }
  });
});
