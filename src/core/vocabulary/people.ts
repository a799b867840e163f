/** Groups that a program says it serves specifically, or that a client asks to be served as. */
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
] as const;
export type Population = (typeof POPULATIONS)[number];

export const AGE_GROUPS = ['children', 'young-adults', 'adults', 'seniors'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** Years from which rules, cut-offs and programs for adults are meant. */
export const ADULT_FROM = 18;

/** Years from which a program for adolescents is meant; below, it has to be asked. */
export const ADOLESCENT_FROM = 12;

/** The age groups that a person of `age` years belongs to; two may hold (design/matching.md §7.3). */
export function ageGroupsOf(age: number): AgeGroup[] {
  if (age < ADULT_FROM) return ['children'];
  const groups: AgeGroup[] = ['adults'];
  if (age <= 25) groups.push('young-adults');
  if (age >= 65) groups.push('seniors');
  return groups;
}

/** Years from which other programs are meant than below. */
const AGE_BOUNDS = [0, ADOLESCENT_FROM, ADULT_FROM, 26, 65] as const;

/** The lowest age that belongs to the same groups, and to adolescents or not, as `age` does. */
export function youngestOfGroups(age: number): number {
  return Math.max(...AGE_BOUNDS.filter((bound) => bound <= age));
}

/** Genders a program accepts. */
export const ACCEPTED_GENDERS = ['woman', 'man'] as const;
export type AcceptedGender = (typeof ACCEPTED_GENDERS)[number];

/** How a client names their gender; used only for programs that serve one gender. */
export const CLIENT_GENDERS = ['woman', 'man', 'nonbinary'] as const;
export type ClientGender = (typeof CLIENT_GENDERS)[number];

/** What a client has to do with the armed forces; used only for programs that are run for them. */
export const MILITARY_SERVICES = ['veteran', 'active-duty', 'military-family', 'none'] as const;
export type MilitaryService = (typeof MILITARY_SERVICES)[number];

export const ACCESSIBILITY = ['wheelchair', 'sign-language'] as const;
export type Accessibility = (typeof ACCESSIBILITY)[number];
