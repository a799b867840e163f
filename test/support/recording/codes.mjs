/**
 * Codes that the recorded requests use. They are repeated here because the requests must not change with the code that
 * is recorded: a renamed code must appear as a difference, not as another request.
 */
export const CONDITIONS = ['alcohol', 'opioid', 'stimulant', 'cannabis', 'sedative', 'nicotine'];
export const SEVERITIES = ['mild', 'moderate', 'severe'];
export const LEVELS_OF_CARE = [
  'early',
  'monitoring',
  'op',
  'op-med',
  'iop',
  'php',
  'php-med',
  'res-low',
  'res-high',
  'res-med',
  'hosp',
];
export const OVERLAYS = ['moud', 'housing', 'co-occurring'];
export const CARE_NEEDS = [
  'withdrawal_cover',
  'pregnancy_care',
  'co_occurring_care',
  'co_occurring_enhanced',
];
export const MEDICATIONS = [
  'methadone',
  'buprenorphine',
  'buprenorphine-injection',
  'naltrexone',
  'naltrexone-injection',
  'acamprosate',
  'disulfiram',
  'nicotine-replacement',
  'non-nicotine-cessation',
  'naloxone',
  'lofexidine',
  'clonidine',
];
export const PAYERS = [
  'medicaid',
  'medicare',
  'private',
  'military',
  'state',
  'tribal',
  'self-pay',
  'sliding-fee',
  'free',
];
export const PRICE_PERIODS = ['session', 'day', 'week', 'month', 'stay'];
export const POPULATIONS = [
  'adolescents',
  'transition-age-young-adults',
  'women',
  'pregnant-postpartum',
  'men',
  'seniors',
  'lgbtq',
  'veterans',
  'active-duty',
  'military-families',
  'criminal-justice',
  'dui',
  'co-occurring-mental',
  'co-occurring-pain',
  'hiv',
  'sexual-abuse-survivors',
  'domestic-violence',
  'trauma',
];
export const ACCESSIBILITY = ['wheelchair', 'sign-language'];
export const MODALITIES = ['in-person', 'telehealth'];
export const WISHES = [
  'faith-based',
  'secular',
  'women-only',
  'men-only',
  'one-to-one',
  'group',
  'lgbtq-affirming',
];
export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
export const CRITERIA = [
  'evidence',
  'level_of_care_fit',
  'cost',
  'distance',
  'access_speed',
  'schedule_fit',
  'preferences',
  'engagement',
  'continuity',
  'trust',
];
/** Constraints that a client may turn into a preference: none is relevant to safety. */
export const SOFT_CONSTRAINTS = [
  'within_distance',
  'modality',
  'can_keep_working',
  'payment',
  'age',
  'gender',
  'language',
  'population',
  'starts_within',
  'accessible',
];
/** Approaches of the evidence registry that programs of the national directory name. */
export const APPROACHES = [
  'acupuncture',
  'brief-intervention',
  'cbt',
  'contingency-management',
  'cra',
  'matrix',
  'mi-met',
  'tsf-aa',
];
/** Approaches of the registry that few programs name, or none. */
export const RARE_APPROACHES = ['craft', 'equine', 'mbrp', 'smart-recovery', 'recovery-housing', 'bct'];
