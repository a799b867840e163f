import type { EvidencePurpose } from '../../evidence/evidence-policy.js';
import { type Candidate, isReported, stance } from '../candidate.js';
import type { ConstraintCode, CriterionCode, Purpose } from '../codes.js';
import { CONSTRAINT_CODES, CRITERION_CODES } from '../codes.js';
import { CRAFT, FOR_FAMILIES } from '../../vocabulary/approach-roles.js';
import { FIRST_DAY_AGONISTS } from '../../vocabulary/medications.js';
import { SUPPORT_SERVICES } from '../../vocabulary/services.js';
import type { Need } from '../need.js';
import type { FactsRead, Reads } from './reads.js';

/** One list of an answer: who is in it, what it asks of them, what orders them. */
export interface Track {
  readonly purpose: Purpose;
  isOpenedBy(need: Need): boolean;
  /** The need that the list is about: its own of a family member who asks, that of the loved one in the others. */
  needOf(need: Need): Need;
  includes(candidate: Candidate): boolean;
  /** Whether this need puts any program first. */
  mayLead(need: Need): boolean;
  /** Goes before all others, whatever its tier, where no question of safety is open. */
  leads(need: Need, candidate: Candidate): boolean;
  /** What `includes` and `leads` read. */
  readonly reads: { readonly includes: FactsRead; readonly leads: Reads };
  readonly constraints: readonly ConstraintCode[];
  readonly criteria: readonly CriterionCode[];
  /** What evidence is measured for; absent: the client's conditions. */
  readonly evidencePurpose?: EvidencePurpose;
}

/** All codes but those that a track leaves out, so that a new rule counts in every track that does not name it. */
function allBut<Code extends string>(codes: readonly Code[], ...leftOut: readonly Code[]): readonly Code[] {
  return codes.filter((code) => !leftOut.includes(code));
}

/** Constraints on the treatment of a person: a program that supports them or their family is not asked for these. */
const OF_TREATMENT: readonly ConstraintCode[] = [
  'withdrawal_cover',
  'pregnancy_care',
  'co_occurring_care',
  'offers_medication',
  'medication_continuity',
  'level_floor',
  'level_of_care',
  'can_keep_working',
  'cares_while_parenting',
  'starts_within',
];

/** Constraints on help for a family. */
const OF_FAMILIES: readonly ConstraintCode[] = ['safe_to_invite', 'teaches_craft'];

const OFFERS_SUPPORT: FactsRead = {
  overlays: ['housing'],
  services: SUPPORT_SERVICES,
};
const HELPS_FAMILIES: FactsRead = { claims: FOR_FAMILIES };
const SAYS_TREATMENT: FactsRead = {
  levelsOfCare: true,
  conditions: true,
  withdrawalSettings: true,
  medications: true,
};

const treatment: Track = {
  purpose: 'treatment',
  isOpenedBy: () => true,
  needOf: (need) => need,
  includes: offersTreatment,
  mayLead: (need) => need.sameDayMedicationFirst,
  leads: (need, candidate) => need.sameDayMedicationFirst && startsMedicationSameDay(candidate),
  reads: {
    includes: { ...SAYS_TREATMENT, ...OFFERS_SUPPORT, ...HELPS_FAMILIES },
    leads: {
      facts: { sameDayStart: true, medications: FIRST_DAY_AGONISTS },
      need: ['sameDayMedicationFirst'],
    },
  },
  constraints: allBut(CONSTRAINT_CODES, ...OF_FAMILIES),
  criteria: CRITERION_CODES,
};

const familyEngagement: Track = {
  purpose: 'family_engagement',
  isOpenedBy: ({ role }) => role === 'family',
  needOf: ({ asker, ...need }) =>
    asker
      ? // What the family member has not stated stays unknown: the loved one's answer does not stand in for it.
        { ...need, asker, service: asker.service, tribal: asker.tribal, languages: asker.languages }
      : need,
  includes: (candidate) =>
    helpsFamilies(candidate) || stance(candidate, 'services', 'family-counseling') === 'yes',
  mayLead: (need) => need.familySafety === 'safe',
  // CRAFT-trained first, once everybody is known to be safe (clinical/matching-factors.md row 14).
  leads: (need, candidate) =>
    need.familySafety === 'safe' && candidate.claims.some(({ approach }) => CRAFT.includes(approach)),
  reads: {
    includes: { ...HELPS_FAMILIES, services: ['family-counseling'] },
    leads: { facts: { claims: CRAFT }, need: ['familySafety'] },
  },
  // The condition, payers, age, gender and groups are the loved one's; the family's help is for the family.
  constraints: allBut(
    CONSTRAINT_CODES,
    ...OF_TREATMENT,
    'not_a_repeat',
    'treats_condition',
    'payment',
    'age',
    'gender',
    'population',
  ),
  criteria: allBut(
    CRITERION_CODES,
    'quality',
    'level_of_care_fit',
    'cost',
    'access_speed',
    'schedule_fit',
    'continuity',
  ),
  evidencePurpose: 'family-engagement',
};

const recoverySupport: Track = {
  purpose: 'recovery_support',
  isOpenedBy: () => true,
  needOf: (need) => need,
  // Something else than the list of treatment; a house is, also where the program treats as well.
  includes: (candidate) =>
    offersRecoverySupport(candidate) &&
    (!saysTreatment(candidate) || stance(candidate, 'overlays', 'housing') === 'yes'),
  mayLead: (need) => need.housingFirst,
  leads: (need, candidate) => need.housingFirst && stance(candidate, 'overlays', 'housing') === 'yes',
  reads: {
    includes: { ...SAYS_TREATMENT, ...OFFERS_SUPPORT },
    leads: { facts: { overlays: ['housing'] }, need: ['housingFirst'] },
  },
  constraints: allBut(CONSTRAINT_CODES, ...OF_TREATMENT, ...OF_FAMILIES),
  criteria: allBut(
    CRITERION_CODES,
    'quality',
    'level_of_care_fit',
    'access_speed',
    'schedule_fit',
    'engagement',
  ),
  evidencePurpose: 'recovery-support',
};

/** The tracks in the order of an answer; the family's own help comes first for a family member. */
export const ALL_TRACKS: readonly Track[] = [familyEngagement, treatment, recoverySupport];

/** Every program but those that report housing, peers or family help and no treatment: unknown stays in. */
function offersTreatment(candidate: Candidate): boolean {
  return saysTreatment(candidate) || !(offersRecoverySupport(candidate) || helpsFamilies(candidate));
}

function saysTreatment(candidate: Candidate): boolean {
  return (
    isReported(candidate, 'levelsOfCare') ||
    isReported(candidate, 'conditions') ||
    isReported(candidate, 'withdrawalSettings') ||
    Object.keys(candidate.medications).length > 0
  );
}

/** Names an approach made for families; family counseling alone is part of many treatments. */
function helpsFamilies({ claims }: Candidate): boolean {
  return claims.some(({ approach }) => FOR_FAMILIES.includes(approach));
}

function startsMedicationSameDay({ sameDayStart, medications }: Candidate): boolean {
  return sameDayStart === true && FIRST_DAY_AGONISTS.some((code) => medications[code] === 'starts');
}

function offersRecoverySupport(candidate: Candidate): boolean {
  return (
    stance(candidate, 'overlays', 'housing') === 'yes' ||
    SUPPORT_SERVICES.some((service) => stance(candidate, 'services', service) === 'yes')
  );
}
