import { type ResolvedFacts, stanceOf } from '../directory/resolved-facts.js';
import type { FactKey, Standing } from '../directory/source-record.js';
import { STANDINGS } from '../directory/source-record.js';
import type { AnsweredList } from '../vocabulary/answered-lists.js';
import type { Condition } from '../vocabulary/conditions.js';
import type { Medication } from '../vocabulary/medications.js';
import { ACCREDITATIONS, type Service } from '../vocabulary/services.js';

/** Signs of good care beside what is delivered, as clinical/quality-signs.md §4b names them. */
export const QUALITY_SIGN_CODES = [
  'outside-inspection',
  'choice-of-medication',
  'infection-tests',
  'mental-health-together',
  'family-included',
  'full-assessment',
  'medical-examination',
] as const;
export type QualitySign = (typeof QUALITY_SIGN_CODES)[number];

/** Conditions for which signs are known. */
export const SIGN_CONDITIONS = [
  'opioid',
  'alcohol',
  'stimulant',
  'cannabis',
  'sedative',
] as const satisfies readonly Condition[];
export type SignCondition = (typeof SIGN_CONDITIONS)[number];

/** What a program reports of the things that make up a sign. */
export interface SignReport {
  /** What each thing that it reports rests on, the surest first. */
  readonly yes: readonly Standing[];
  /** Things of which it says no. */
  readonly no: number;
  /** Things that an answered list leaves blank. */
  readonly unlisted: number;
  /** Things that are not reported. */
  readonly open: number;
}

export type SignReports = Readonly<Record<QualitySign, SignReport>>;

/** One thing of a sign: what is said of it, and what that rests on. */
type Said = { readonly standing: Standing } | 'no' | 'not-said';

interface SignDefinition {
  /** The list of a survey on which a program could name it. */
  readonly list: AnsweredList;
  /** What is said of each thing that makes it up. */
  readonly read: (facts: ResolvedFacts) => readonly Said[];
  /** The facts that a call can settle, the most likely first. */
  readonly facts: readonly FactKey[];
}

/** Every sign, defined once: what makes it up, on which list it stands, what a call can settle. */
export const QUALITY_SIGNS: Readonly<Record<QualitySign, SignDefinition>> = {
  'outside-inspection': {
    list: 'accreditation',
    read: (facts) => ACCREDITATIONS.map((code) => inList(facts, 'accreditations', code)),
    facts: ['accreditations'],
  },
  'choice-of-medication': {
    list: 'opioid-treatment',
    read: (facts) => [
      started(facts, 'methadone'),
      started(facts, 'buprenorphine', 'buprenorphine-injection'),
      started(facts, 'naltrexone-injection'),
    ],
    facts: ['medications', 'medicationAccess'],
  },
  'infection-tests': {
    list: 'testing',
    read: (facts) => services(facts, 'hiv-testing', 'hepatitis-c-testing'),
    facts: ['services'],
  },
  'mental-health-together': {
    list: 'care-types',
    read: (facts) => [mentalHealthTogether(facts)],
    facts: ['coOccurringCare', 'overlays'],
  },
  'family-included': {
    list: 'counseling',
    read: (facts) => services(facts, 'family-counseling', 'couples-counseling'),
    facts: ['services'],
  },
  'full-assessment': {
    list: 'assessment',
    read: (facts) => services(facts, 'assessment-substance-use', 'assessment-mental-health'),
    facts: ['services'],
  },
  'medical-examination': {
    list: 'assessment',
    read: (facts) => services(facts, 'medical-examination'),
    facts: ['services'],
  },
};

/** No sign is reported. */
export const NO_SIGNS: SignReports = signReports({
  origins: [],
  lists: {},
  values: {},
  medications: {},
  expired: [],
});

/** What a program reports of every sign. */
export function signReports(facts: ResolvedFacts): SignReports {
  return Object.fromEntries(
    QUALITY_SIGN_CODES.map((code) => {
      const { list, read } = QUALITY_SIGNS[code];
      const said = read(facts);
      const isAnswered = stanceOf(facts, 'answeredLists', list) === 'yes';
      const notSaid = said.filter((each) => each === 'not-said').length;
      const report: SignReport = {
        yes: said
          .flatMap((each) => (typeof each === 'object' ? [each.standing] : []))
          .sort((a, b) => STANDINGS.indexOf(a) - STANDINGS.indexOf(b)),
        no: said.filter((each) => each === 'no').length,
        unlisted: isAnswered ? notSaid : 0,
        open: isAnswered ? 0 : notSaid,
      };
      return [code, report];
    }),
  ) as Record<QualitySign, SignReport>;
}

function services(facts: ResolvedFacts, ...codes: readonly Service[]): Said[] {
  return codes.map((code) => inList(facts, 'services', code));
}

function inList(facts: ResolvedFacts, key: 'services' | 'accreditations' | 'overlays', code: string): Said {
  const stance = stanceOf(facts, key, code as never);
  if (stance === 'yes') return standingAt(facts, facts.lists[key]!.codes[code]!.origin);
  return stance === 'no' ? 'no' : 'not-said';
}

/** A kind of opioid medication that the program starts, in any of these forms. */
function started(facts: ResolvedFacts, ...forms: readonly Medication[]): Said {
  const known = forms.map((form) => facts.medications[form]);
  const start = known
    .flatMap((each) => (each?.stance === 'starts' ? [each.origin] : []))
    .sort((a, b) => a - b)[0];
  if (start !== undefined) return standingAt(facts, start);
  // A program that refuses a medication refuses its other forms, too.
  const isRefused =
    known[0]?.stance === 'refuses' &&
    known.slice(1).every((each) => (each?.stance ?? 'refuses') === 'refuses');
  return isRefused || stanceOf(facts, 'medicationAccess', 'opioid-none') === 'yes' ? 'no' : 'not-said';
}

function mentalHealthTogether(facts: ResolvedFacts): Said {
  const overlay = inList(facts, 'overlays', 'co-occurring');
  if (typeof overlay === 'object') return overlay;
  const care = facts.values.coOccurringCare;
  if (care === undefined) return overlay;
  return care.value === 'none' ? 'no' : standingAt(facts, care.origin);
}

function standingAt({ origins }: ResolvedFacts, origin: number): { standing: Standing } {
  return { standing: origins[origin]!.standing };
}
