import type { EvidencePurpose } from '../evidence/evidence-policy.js';
import { type Candidate, isReported, stance } from './candidate.js';
import type { ConstraintCode, CriterionCode, Purpose } from './codes.js';
import { CONSTRAINT_CODES, CRITERION_CODES } from './codes.js';
import type { Need } from './need.js';

/** One list of an answer: who is in it, what it asks of them, what orders them. */
export interface Track {
  readonly purpose: Purpose;
  isOpenedBy(need: Need): boolean;
  includes(candidate: Candidate): boolean;
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

const FAMILY_APPROACHES = new Set(['craft', 'craft-group-self', 'arise', 'five-step', 'al-anon']);

const treatment: Track = {
  purpose: 'treatment',
  isOpenedBy: () => true,
  includes: offersTreatment,
  constraints: CONSTRAINT_CODES,
  criteria: CRITERION_CODES,
};

const familyEngagement: Track = {
  purpose: 'family_engagement',
  isOpenedBy: ({ role }) => role === 'family',
  includes: (candidate) => candidate.claims.some(({ approach }) => FAMILY_APPROACHES.has(approach)),
  // The client's age, gender and groups are the loved one's; the family's help is for the family.
  constraints: [
    'suitable_approach',
    'within_distance',
    'modality',
    'payment',
    'language',
    'accessible',
    'not_excluded',
  ],
  criteria: ['evidence', 'cost', 'distance', 'preferences', 'trust'],
  evidencePurpose: 'family-engagement',
};

const recoverySupport: Track = {
  purpose: 'recovery_support',
  isOpenedBy: () => true,
  includes: offersRecoverySupport,
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
  return saysTreatment || !(offersRecoverySupport(candidate) || familyEngagement.includes(candidate));
}

function offersRecoverySupport(candidate: Candidate): boolean {
  return (
    stance(candidate, 'overlays', 'housing') === 'yes' ||
    (['recovery-coach', 'peer-support', 'self-help-groups', 'aftercare'] as const).some(
      (service) => stance(candidate, 'services', service) === 'yes',
    )
  );
}
