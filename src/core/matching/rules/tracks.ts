import type { EvidencePurpose } from '../../evidence/evidence-policy.js';
import { type Candidate, isReported, stance } from '../candidate.js';
import type { ConstraintCode, CriterionCode, Purpose } from '../codes.js';
import { CONSTRAINT_CODES, CRITERION_CODES } from '../codes.js';
import { CRAFT, FOR_FAMILIES } from '../../vocabulary/approach-roles.js';
import { FIRST_DAY_AGONISTS } from '../../vocabulary/medications.js';
import type { Need } from '../need.js';

/** One list of an answer: who is in it, what it asks of them, what orders them. */
export interface Track {
  readonly purpose: Purpose;
  isOpenedBy(need: Need): boolean;
  includes(candidate: Candidate): boolean;
  /** Goes before all others, whatever its tier, where no question of safety is open. */
  leads(need: Need, candidate: Candidate): boolean;
  readonly constraints: readonly ConstraintCode[];
  readonly criteria: readonly CriterionCode[];
  /** What evidence is measured for; absent: the client's conditions. */
  readonly evidencePurpose?: EvidencePurpose;
}

/** What any program has to meet, whatever it is for. */
const EVERYWHERE: readonly ConstraintCode[] = [
  'suitable_approach',
  'treats_condition',
  'within_distance',
  'modality',
  'payment',
  'age',
  'gender',
  'language',
  'population',
  'accessible',
  'not_excluded',
];

const treatment: Track = {
  purpose: 'treatment',
  isOpenedBy: () => true,
  includes: offersTreatment,
  leads: (need, candidate) => need.sameDayMedicationFirst && startsMedicationSameDay(candidate),
  constraints: CONSTRAINT_CODES.filter((code) => code !== 'safe_to_invite'),
  criteria: CRITERION_CODES,
};

const familyEngagement: Track = {
  purpose: 'family_engagement',
  isOpenedBy: ({ role }) => role === 'family',
  includes: (candidate) =>
    helpsFamilies(candidate) || stance(candidate, 'services', 'family-counseling') === 'yes',
  // CRAFT-trained first, once everybody is known to be safe (clinical/matching-factors.md row 14).
  leads: (need, candidate) =>
    need.familySafety === 'safe' && candidate.claims.some(({ approach }) => CRAFT.includes(approach)),
  // The client's age, gender and groups are the loved one's; the family's help is for the family.
  constraints: [
    'suitable_approach',
    'within_distance',
    'modality',
    'payment',
    'language',
    'accessible',
    'not_excluded',
    'safe_to_invite',
  ],
  criteria: ['evidence', 'cost', 'distance', 'preferences', 'engagement', 'trust'],
  evidencePurpose: 'family-engagement',
};

const recoverySupport: Track = {
  purpose: 'recovery_support',
  isOpenedBy: () => true,
  includes: offersRecoverySupport,
  leads: (need, candidate) => need.housingFirst && stance(candidate, 'overlays', 'housing') === 'yes',
  constraints: EVERYWHERE,
  criteria: ['evidence', 'cost', 'distance', 'preferences', 'continuity', 'trust'],
  evidencePurpose: 'recovery-support',
};

/** The tracks in the order of an answer; the family's own help comes first for a family member. */
export const ALL_TRACKS: readonly Track[] = [familyEngagement, treatment, recoverySupport];

/** Everything but what reports housing, peers or family help and no treatment: unknown stays in. */
function offersTreatment(candidate: Candidate): boolean {
  const saysTreatment =
    isReported(candidate, 'levelsOfCare') ||
    isReported(candidate, 'conditions') ||
    isReported(candidate, 'withdrawalSettings') ||
    Object.keys(candidate.medications).length > 0;
  return saysTreatment || !(offersRecoverySupport(candidate) || helpsFamilies(candidate));
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
    (['recovery-coach', 'peer-support', 'self-help-groups', 'aftercare'] as const).some(
      (service) => stance(candidate, 'services', service) === 'yes',
    )
  );
}
