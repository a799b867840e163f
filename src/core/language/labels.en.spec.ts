import { LEVELS_OF_CARE } from '../vocabulary/levels-of-care.js';
import { ACCESSIBILITY, AGE_GROUPS, CLIENT_GENDERS, POPULATIONS } from '../vocabulary/people.js';
import { PAYERS } from '../vocabulary/payment.js';
import { ACCREDITATIONS } from '../vocabulary/services.js';
import { ENGLISH, money } from './labels.en.js';

const { allLanguages, allOf, anyLanguage, anyOf, label } = ENGLISH;

describe('the word for a code', () => {
  it.each([
    ['op-med', 'medically managed outpatient'],
    ['medicaid', 'Medicaid'],
    ['buprenorphine-injection', 'buprenorphine injection'],
    ['can_keep_working', 'keeping a job'],
  ])('of %s is "%s"', (code, word) => {
    expect(label(code)).toBe(word);
  });

  it('is never a bare abbreviation, for levels of care, payers and accreditations', () => {
    const labelled = [...LEVELS_OF_CARE, ...PAYERS, ...ACCREDITATIONS].map(
      (code) => [code, label(code)] as const,
    );
    expect(labelled.filter(([code, word]) => word === code && code.length < 5)).toEqual([]);
  });

  it('is different for each code of a vocabulary', () => {
    for (const codes of [LEVELS_OF_CARE, PAYERS, POPULATIONS, AGE_GROUPS, CLIENT_GENDERS, ACCESSIBILITY])
      expect(new Set(codes.map(label)).size).toBe(codes.length);
  });
});

describe('several codes', () => {
  it('are joined by commas and a last word', () => {
    expect([[], ['op'], ['op', 'iop'], ['op', 'iop', 'php']].map(allOf)).toEqual([
      '',
      'outpatient',
      'outpatient and intensive outpatient',
      'outpatient, intensive outpatient and day program',
    ]);
    expect(anyOf(['op', 'iop', 'php'])).toBe('outpatient, intensive outpatient or day program');
    expect(anyLanguage(['en', 'es-MX', 'ht'])).toBe('English, Spanish or Haitian Creole');
    expect(allLanguages(['en', 'es'])).toBe('English and Spanish');
  });
});

describe('money in words', () => {
  it.each([
    [15_000, 'USD', '$150'],
    [1_250, 'USD', '$12.50'],
    [5, 'USD', '$0.05'],
    [1_673_500, 'USD', '$16,735'],
    [123_456_789, 'USD', '$1,234,567.89'],
    [15_000, 'EUR', '150 EUR'],
  ])('of %i cents of %s is %s', (cents, currency, words) => {
    expect(money(cents, currency)).toBe(words);
  });
});
