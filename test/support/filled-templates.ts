import { QUALITY_SIGN_CODES } from '../../src/core/evidence/quality-signs.js';
import type { ComponentCode, PartCode } from '../../src/core/language/label-code.js';
import type { Catalogues } from '../../src/core/language/sentence-template.js';
import { STANDINGS } from '../../src/core/directory/source-record.js';
import { CONSTRAINT_CODES } from '../../src/core/matching/codes.js';
import type { ReasonValue } from '../../src/core/matching/verdict.js';
import { CONDITIONS } from '../../src/core/vocabulary/conditions.js';
import type { Language } from '../../src/core/vocabulary/languages.js';
import { LEVELS_OF_CARE } from '../../src/core/vocabulary/levels-of-care.js';
import { ACCESS_WAYS } from '../../src/core/vocabulary/medication-access.js';
import { PAYERS, PRICE_PERIODS } from '../../src/core/vocabulary/payment.js';
import {
  ACCEPTED_GENDERS,
  ACCESSIBILITY,
  AGE_GROUPS,
  CLIENT_GENDERS,
  POPULATIONS,
} from '../../src/core/vocabulary/people.js';
import { GOALS, MODALITIES, WISHES, WITHDRAWAL_SETTINGS } from '../../src/core/vocabulary/services.js';

/** Stands where a sentence names a medication, an approach, a payer, a state, a language or who accredits. */
export const NAME = 'NAME';

const COMPONENTS = Object.keys({
  medication: true,
  psychosocial: true,
  'contingency-management': true,
  'overdose-prevention': true,
  taper: true,
  'mutual-help': true,
  'continuing-care': true,
  peers: true,
  engagement: true,
  'family-support': true,
} satisfies Record<ComponentCode, true>);
const PARTS = Object.keys({
  craft: true,
  'motivational-interviewing': true,
  'low-threshold-start': true,
  structure: true,
  peers: true,
  'follow-up': true,
  'step-down': true,
  'different-element': true,
} satisfies Record<PartCode, true>);

/** One usual value of everything that a template may name. */
const USUAL: Readonly<Record<string, ReasonValue>> = {
  absent: [],
  accepted: ['children', 'young-adults'],
  accessibility: ['wheelchair'],
  accreditations: [],
  age: 34,
  assumed: false,
  beyondKmPerHour: 75,
  budget: 35_000,
  conditions: ['alcohol', 'opioid'],
  constraint: 'payment',
  currency: 'USD',
  days: 12,
  declined: [],
  detour: 1.4,
  earned: [`opioid|medication|${NAME}|self-reported|here`, `opioid|psychosocial|${NAME} two|verified|`],
  farthestKm: 800,
  floor: 'iop',
  freshness: 'fresh',
  gender: 'woman',
  groups: ['adults'],
  kmPerHour: 35,
  languages: ['es'],
  level: 'op',
  levels: ['op', 'iop'],
  licenses: [],
  localKm: 10,
  max: 40_000,
  medications: [NAME, NAME],
  meters: 46_200,
  missing: ['opioid|contingency-management'],
  modalities: ['telehealth'],
  name: NAME,
  names: [NAME],
  notReported: [],
  offered: ['res-high'],
  outcome: 'dropped_out',
  partly: [],
  payers: [NAME],
  per: 'week',
  percent: 45,
  populations: ['veterans'],
  present: [],
  price: 46_667,
  reviewed: false,
  sessions: ['mo 18:00-21:30', 'tu 07:00-08:00'],
  setOutMinutes: 5,
  settings: ['ambulatory', 'hospital'],
  standing: 'self-reported',
  state: NAME,
  unlisted: [],
  unwished: [],
  version: '1',
  zones: 'same',
};

const each = (codes: readonly string[]): readonly ReasonValue[] => codes.map((code) => [code]);
const kinds = (purpose: string) => COMPONENTS.map((kind) => [`${purpose}|${kind}`]);

/** What else a value may be. Each is tried alone, with the usual values of all others. */
const OTHERWISE: Readonly<Record<string, readonly ReasonValue[]>> = {
  accepted: each(AGE_GROUPS),
  accessibility: each(ACCESSIBILITY),
  accreditations: [[NAME]],
  assumed: [true],
  conditions: each(CONDITIONS),
  constraint: CONSTRAINT_CODES,
  days: [0, 1],
  declined: kinds('opioid'),
  earned: ACCESS_WAYS.map((way) => [`alcohol|medication|${NAME}|self-reported|${way}`]),
  floor: LEVELS_OF_CARE,
  freshness: ['ageing', 'stale'],
  gender: CLIENT_GENDERS,
  groups: each(AGE_GROUPS),
  level: LEVELS_OF_CARE,
  levels: [...each(LEVELS_OF_CARE), LEVELS_OF_CARE],
  licenses: [['dea']],
  max: [46_000],
  meters: [0, 700, 1_609],
  missing: [...kinds('alcohol'), ...kinds('opioid')],
  modalities: each(MODALITIES),
  offered: [...each(LEVELS_OF_CARE), LEVELS_OF_CARE],
  outcome: ['completed_then_relapsed'],
  payers: each(PAYERS),
  per: PRICE_PERIODS,
  percent: [0, 100],
  populations: each(POPULATIONS),
  price: [90_000, 1_673_450],
  reviewed: [true],
  sessions: [['sa 12:00-24:00']],
  settings: each(WITHDRAWAL_SETTINGS),
  standing: STANDINGS,
  units: ['km'],
  unlisted: kinds('opioid'),
  zones: ['unknown', 'converted'],
};

/** Lists that may be empty where the sentence is said. */
const MAY_BE_EMPTY: Readonly<Record<string, string>> = {
  'level_floor.below': 'offered',
  'level_of_care.other': 'offered',
  'can_keep_working.no_such_level': 'offered',
  'language.not': 'offered',
  'payment.not_accepted': 'payers',
  'age.not': 'accepted',
  'gender.not': 'accepted',
  'evidence.earned': 'missing',
};

/** Lists whose codes depend on the sentence. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'quality.signs': QUALITY_SIGN_CODES,
  'engagement.parts': [...PARTS, 'family-counseling'],
  'continuity.parts': [...PARTS, 'aftercare'],
  'preferences.features': [...WISHES, ...GOALS.map((goal) => `goal-${goal}`), ...CONSTRAINT_CODES],
};
const LISTED = ['present', 'partly', 'absent', 'unwished', 'notReported', 'unlisted', 'declined'];

/** Values that mean something else in the sentences of one rule. */
const BY_RULE: Readonly<Record<string, Readonly<Record<string, readonly ReasonValue[]>>>> = {
  language: { offered: [['en'], ['en', 'fr']] },
  gender: { accepted: each(ACCEPTED_GENDERS) },
  // A change of the request adds few levels.
  relax: { levels: [['iop', 'php'], ...each(LEVELS_OF_CARE)] },
  'evidence.unknown': { earned: [[]] },
};

/** Every text that a template makes of realistic values, each once. */
export function filled(catalogues: Catalogues<string>, code: string, language: Language): string[] {
  const template = catalogues[language][code]!;
  if (typeof template === 'string') return [template];
  const own = BY_RULE[code] ?? BY_RULE[code.split('.')[0]!] ?? {};
  const usual = {
    ...USUAL,
    ...Object.fromEntries(Object.entries(own).map(([name, values]) => [name, values[0]!])),
  };
  const codes = LISTS[code];
  const otherwise: Readonly<Record<string, readonly ReasonValue[]>> = codes
    ? Object.fromEntries(LISTED.map((name) => [name, each(codes)]))
    : { ...OTHERWISE, ...own };
  const variations = Object.entries(otherwise).flatMap(([name, values]) =>
    [...values, ...(MAY_BE_EMPTY[code] === name ? [[]] : [])].map((value) => ({ ...usual, [name]: value })),
  );
  const texts = [usual, ...variations].map((values) => template(values));
  return [...new Set(texts)].filter((text) => text !== '');
}
