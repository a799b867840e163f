/** Codes of the constraints, in the order in which they are told. */
export const CONSTRAINT_CODES = [
  'suitable_approach',
  'withdrawal_cover',
  'pregnancy_care',
  'co_occurring_care',
  'offers_medication',
  'medication_continuity',
  'treats_condition',
  'level_floor',
  'level_of_care',
  'within_distance',
  'modality',
  'can_keep_working',
  'cares_while_parenting',
  'payment',
  'age',
  'gender',
  'language',
  'population',
  'starts_within',
  'accessible',
  'not_excluded',
  'not_a_repeat',
  'safe_to_invite',
] as const;
export type ConstraintCode = (typeof CONSTRAINT_CODES)[number];

/** Codes of the criteria, in the order in which they are told. */
export const CRITERION_CODES = [
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
] as const;
export type CriterionCode = (typeof CRITERION_CODES)[number];

/** What a track is for: the person's treatment, the family's own help, support in recovery. */
export const PURPOSES = ['treatment', 'family_engagement', 'recovery_support'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a professional says care must cover, whatever its level. */
export const CARE_NEEDS = [
  'withdrawal_cover',
  'pregnancy_care',
  'co_occurring_care',
  'co_occurring_enhanced',
] as const;
export type CareNeed = (typeof CARE_NEEDS)[number];

export const STRICTNESSES = ['confirmed', 'preferred'] as const;
export type Strictness = (typeof STRICTNESSES)[number];

export const HISTORY_OUTCOMES = ['completed_then_relapsed', 'dropped_out', 'helped'] as const;
export type HistoryOutcome = (typeof HISTORY_OUTCOMES)[number];

/**
 * What may be different the next time: after a relapse or a drop-out another element is offered first
 * (clinical/matching-factors.md row 15; loc-rules R1, R1b).
 */
export const CARE_ELEMENTS = [
  'medication',
  'contingency-management',
  'recovery-check-ups',
  'family',
] as const;
export type CareElement = (typeof CARE_ELEMENTS)[number];
