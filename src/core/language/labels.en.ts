import type { Weekday } from '../vocabulary/services.js';
import { APPROACH_NAMES } from './words/approach-names.js';
import { RULE_NAMES } from './rule-names.js';
import { languageName } from './words/spoken-languages.js';

/**
 * English words for the codes that sentences name, if they differ from the code. A code without one is shown unchanged,
 * with hyphens as spaces.
 */
export const LABELS_EN = {
  early: 'early intervention',
  monitoring: 'recovery check-ups',
  op: 'outpatient',
  'op-med': 'medically managed outpatient',
  iop: 'intensive outpatient',
  php: 'day program',
  'php-med': 'medically managed day program',
  'res-low': 'low-intensity residential',
  'res-high': 'high-intensity residential',
  'res-med': 'medically managed residential',
  hosp: 'hospital inpatient',
  here: 'here',
  prescribed: 'prescribed here',
  'in-network': 'from a prescriber in its network',
  'by-contract': 'from a prescriber under contract',
  accepted: 'only if somebody else prescribes it',
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  private: 'private insurance',
  military: 'military insurance',
  tricare: 'TRICARE',
  champva: 'CHAMPVA',
  va: 'payment by Veterans Affairs',
  state: 'state insurance other than Medicaid',
  tribal: 'tribal or Indian Health Service funds',
  'self-pay': 'self-payment',
  'sliding-fee': 'a sliding fee',
  free: 'no payment',
  woman: 'women',
  man: 'men',
  nonbinary: 'nonbinary people',
  children: 'children and adolescents',
  'transition-age-young-adults': 'young adults of transition age',
  'pregnant-postpartum': 'pregnant and postpartum women',
  lgbtq: 'LGBTQ people',
  'active-duty': 'active duty military',
  'criminal-justice': 'people involved with the justice system',
  dui: 'people referred for driving under the influence',
  'co-occurring-mental': 'people with a co-occurring mental disorder',
  'co-occurring-pain': 'people with co-occurring pain',
  hiv: 'people with HIV',
  'sexual-abuse-survivors': 'survivors of sexual abuse',
  'domestic-violence': 'people who have lived through domestic violence',
  trauma: 'people with trauma',
  wheelchair: 'wheelchair access',
  'sign-language': 'sign language',
  telehealth: 'telehealth',
  'in-person': 'in-person visits',
  opioid: 'opioids',
  stimulant: 'stimulants',
  sedative: 'sedatives',
  any: 'any substance',
  moud: 'medication for opioid use',
  housing: 'recovery housing',
  'co-occurring': 'mental health care as well',
  'non-nicotine-cessation': 'medication without nicotine to stop smoking',
  'hepatitis-c-testing': 'hepatitis C testing',
  'hiv-testing': 'HIV testing',
  'self-help-groups': 'self-help groups',
  'outcome-follow-up': 'follow-up of outcomes',
  'faith-based': 'faith-based',
  'one-to-one': 'one to one',
  psychosocial: 'counseling and therapy',
  craft: 'CRAFT',
  peers: 'peer support',
  'low-threshold-start': 'a start with few requirements',
  'follow-up': 'follow-up',
  'step-down': 'step-down care',
  'different-element': 'something different from what was tried',
  secular: 'not religious',
  'women-only': 'for women only',
  'men-only': 'for men only',
  group: 'in a group',
  'lgbtq-affirming': 'LGBTQ affirming',
  co_occurring_enhanced: 'care for severe mental illness as well',
  verified: 'verified',
  attested: 'attested by the provider',
  confirmed: 'confirmed by a call',
  'self-reported': 'self-reported',
  'goal-abstinence': 'the goal of abstinence',
  'goal-reduction': 'the goal of cutting down',
  'joint-commission': 'the Joint Commission',
  carf: 'CARF',
  coa: 'COA',
  ncqa: 'NCQA',
  hfap: 'HFAP',
  dea: 'DEA registration',
  'outside-inspection': 'inspection by an accrediting body',
  'choice-of-medication': 'a choice of medications',
  'infection-tests': 'tests for hepatitis C and HIV',
  'mental-health-together': 'mental health treated together',
  'family-included': 'family included',
  'full-assessment': 'a full assessment',
  'medical-examination': 'a medical examination',
} as const;

/** Before each group of three digits of a whole amount. */
const THOUSANDS = /\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g;

/** Cents with their currency: `$150`, `$12.50`, `$1,200`, `150 EUR`. */
export function money(cents: number, currency: string): string {
  const amount = (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2)).replace(THOUSANDS, ',');
  return currency === 'USD' ? `$${amount}` : `${amount} ${currency}`;
}

export const WEEKDAYS_EN: Readonly<Record<Weekday, string>> = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

/** `mo 18:00-21:00` as `Monday 18:00-21:00`. */
function session(span: string): string {
  const [day = '', hours = ''] = span.split(' ');
  return `${(WEEKDAYS_EN as Readonly<Record<string, string>>)[day] ?? day} ${hours}`;
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** `a, b or c`, of words. */
function or(words: readonly string[]): string {
  return joined(words, 'or');
}

/** `a, b and c`, of words. */
function and(words: readonly string[]): string {
  return joined(words, 'and');
}

/** `English`, `English or Spanish`, of tags. */
function anyLanguage(tags: readonly string[]): string {
  return joined(tags.map(nameOf), 'or');
}

/** `English`, `English and Spanish`, of tags. */
function allLanguages(tags: readonly string[]): string {
  return joined(tags.map(nameOf), 'and');
}

function nameOf(tag: string): string {
  return languageName(tag, 'en');
}

/**
 * How English words codes and lists of them.
 *
 * @param names words that stand before those of `LABELS_EN`, by code
 */
export function englishWith(names: Readonly<Record<string, string>>) {
  const words: Readonly<Record<string, string>> = {
    ...APPROACH_NAMES.en,
    ...RULE_NAMES.en,
    ...LABELS_EN,
    ...names,
  };
  /** The English word for a code. */
  const label = (code: string): string => words[code] ?? code.replaceAll('-', ' ').replaceAll('_', ' ');
  /** `a`, `a or b`, `a, b or c`. */
  const anyOf = (codes: readonly string[]): string => joined(codes.map(label), 'or');
  /** `a`, `a and b`, `a, b and c`. */
  const allOf = (codes: readonly string[]): string => joined(codes.map(label), 'and');
  return { label, anyOf, allOf, and, or, anyLanguage, allLanguages, session };
}

export const ENGLISH = englishWith({});
