export const MODALITIES = ['in-person', 'telehealth'] as const;
export type Modality = (typeof MODALITIES)[number];

/** Where withdrawal is managed. */
export const WITHDRAWAL_SETTINGS = ['ambulatory', 'residential', 'hospital'] as const;
export type WithdrawalSetting = (typeof WITHDRAWAL_SETTINGS)[number];

/** What a program does in addition to its level of care, its medications and its approaches. */
export const SERVICES = [
  'aftercare',
  'assessment-mental-health',
  'assessment-substance-use',
  'case-management',
  'childcare',
  'residential-beds-for-children',
  'discharge-planning',
  'domestic-violence-services',
  'employment-support',
  'family-counseling',
  'group-counseling',
  'hepatitis-c-testing',
  'hiv-testing',
  'housing-services',
  'individual-counseling',
  'integrated-primary-care',
  'interim-services',
  'couples-counseling',
  'medical-examination',
  'mental-health-services',
  'naloxone-and-overdose-education',
  'outcome-follow-up',
  'outreach',
  'peer-support',
  'recovery-coach',
  'self-help-groups',
  'social-services-assistance',
  'social-skills',
  'suicide-prevention',
  'tobacco-cessation-counseling',
  'transportation',
  'trauma-counseling',
  'vocational-training',
] as const;
export type Service = (typeof SERVICES)[number];

/** Services that support a person in recovery; all can be given by video. */
export const SUPPORT_SERVICES = [
  'recovery-coach',
  'peer-support',
  'self-help-groups',
  'aftercare',
] as const satisfies readonly Service[];

/** What a client may want or not want; a preference affects the score, never whether a program is listed. */
export const WISHES = [
  'faith-based',
  'secular',
  'women-only',
  'men-only',
  'one-to-one',
  'group',
  'lgbtq-affirming',
] as const;
export type Wish = (typeof WISHES)[number];

export const GOALS = ['abstinence', 'reduction'] as const;
export type Goal = (typeof GOALS)[number];

export const ACCREDITATIONS = ['joint-commission', 'carf', 'coa', 'ncqa', 'hfap'] as const;
export type Accreditation = (typeof ACCREDITATIONS)[number];

export const LICENSES = [
  'state-substance-use-agency',
  'state-mental-health-department',
  'state-health-department',
  'hospital-licensing-authority',
  'opioid-treatment-program',
  'dea',
  'federally-qualified-health-center',
] as const;
export type License = (typeof LICENSES)[number];

export const OWNERSHIPS = [
  'private-for-profit',
  'private-non-profit',
  'local-government',
  'state-government',
  'tribal-government',
  'federal-government',
  'department-of-defense',
  'indian-health-service',
  'veterans-affairs',
  'urban-indian-organization',
] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** Owners whose programs are for certain people: enrolled veterans, the military, American Indians and Alaska Natives. */
export const RESTRICTED_OPERATORS = [
  'veterans-affairs',
  'department-of-defense',
  'indian-health-service',
  'tribal-government',
  'urban-indian-organization',
] as const satisfies readonly Ownership[];
export type RestrictedOperator = (typeof RESTRICTED_OPERATORS)[number];

/** Public money that pays for care at a program; not a payer that a client has. */
export const FUNDINGS = ['government-funding', 'block-grant'] as const;
export type Funding = (typeof FUNDINGS)[number];

export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** One open session: a weekday, with local times from–to as HH:MM; `to` before `from` runs past midnight, 24:00 ends the day. */
export interface Session {
  readonly day: Weekday;
  readonly from: string;
  readonly to: string;
}
