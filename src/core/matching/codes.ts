/** Codes of the constraints, in the order in which they are shown. */
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
  'eligibility',
  'age',
  'gender',
  'language',
  'population',
  'starts_within',
  'accessible',
  'not_excluded',
  'not_a_repeat',
  'safe_to_invite',
  'teaches_craft',
] as const;
export type ConstraintCode = (typeof CONSTRAINT_CODES)[number];

/** Constraints that a relaxation turns into a preference. */
export type PreferableConstraint = Extract<
  ConstraintCode,
  'accessible' | 'can_keep_working' | 'cares_while_parenting' | 'language' | 'population' | 'teaches_craft'
>;

/** Codes of the criteria, in the order in which they are shown. */
export const CRITERION_CODES = [
  'evidence',
  'quality',
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

/** What care must cover by a professional's judgement, whatever its level. */
export const CARE_NEEDS = [
  'withdrawal_cover',
  'pregnancy_care',
  'co_occurring_care',
  'co_occurring_enhanced',
] as const;
export type CareNeed = (typeof CARE_NEEDS)[number];

/** What only the client can tell, and many programs may hang on: asked of the client once, not of each program. */
export const CLIENT_QUESTIONS = ['gender', 'service', 'tribal', 'state'] as const;
export type ClientQuestion = (typeof CLIENT_QUESTIONS)[number];

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

/**
 * Every reason, question and warning, by the rule that gives it. Each language has a sentence for each of them, and for
 * nothing else.
 */
export type ReasonCode =
  | `suitable_approach.${'never' | 'detox_alone'}`
  | `withdrawal_cover.${'offers' | 'no' | 'not_this_substance' | 'setting_unknown'}`
  | `withdrawal_cover.${'substance_unknown' | 'unknown' | 'opioid_medication'}`
  | `ask.${'withdrawal_cover' | 'withdrawal_setting' | 'withdrawal_substance' | 'withdrawal_elsewhere'}`
  | `pregnancy_care.${'offers' | 'no' | 'unknown'}`
  | 'ask.pregnancy_care'
  | `co_occurring_care.${'offers' | 'no' | 'unknown'}`
  | 'ask.co_occurring_care'
  | `co_occurring_care.${'enhanced' | 'not_enhanced'}`
  | 'ask.co_occurring_enhanced'
  | `offers_medication.${'starts' | 'continues' | 'refuses' | 'not_opioid' | 'unknown'}`
  | 'ask.starts_medication'
  | `medication_continuity.${'continues' | 'refuses' | 'unknown'}`
  | 'ask.continues_medication'
  | `treats_condition.${'yes' | 'not' | 'unknown'}`
  | 'ask.treats_condition'
  | `level_floor.${'reaches' | 'below' | 'maybe' | 'unknown' | 'opioid_medication'}`
  | 'ask.level_floor'
  | `level_of_care.${'offers' | 'other' | 'none_acceptable' | 'maybe' | 'unknown' | 'housing'}`
  | `level_of_care.${'no_housing' | 'housing_unknown'}`
  | `ask.${'level_of_care' | 'housing'}`
  | `within_distance.${'within' | 'telehealth' | 'medication_by_telehealth' | 'farther' | 'unknown'}`
  | `within_distance.${'by_telehealth' | 'telehealth_state'}`
  | `ask.${'medication_by_telehealth' | 'all_by_video' | 'telehealth_state' | 'address'}`
  | `reach.${'none_within' | 'none'}`
  | `modality.${'offers' | 'not' | 'not_in_state' | 'unknown' | 'state_unknown' | 'state_not_told'}`
  | 'ask.modality'
  | `can_keep_working.${'sessions' | 'telehealth' | 'no_such_level' | 'floor' | 'only_in_working_hours'}`
  | `can_keep_working.${'telehealth_state' | 'telehealth_state_not_told'}`
  | `can_keep_working.${'hours_unknown' | 'medication_hours_unknown' | 'level_maybe' | 'level_unknown'}`
  | `can_keep_working.${'visits' | 'sessions_unknown' | 'telehealth_hours_unknown'}`
  | `ask.${'evening_hours' | 'medication_hours' | 'level_while_working'}`
  | `cares_while_parenting.${'childcare' | 'beds' | 'no' | 'unknown'}`
  | 'ask.childcare'
  | `payment.${'free' | 'accepts' | 'within_budget' | 'reduced' | 'over_budget' | 'not_accepted'}`
  | `payment.${'contradiction' | 'unknown' | 'price_unknown' | 'payer_not_told' | 'over_budget_unless_covered'}`
  | `ask.${'free' | 'payers' | 'price' | 'who_pays' | 'sliding_fee' | 'assistance'}`
  | `eligibility.${'veterans' | 'military' | 'tribes' | 'open_to_others' | 'others_unknown'}`
  | `eligibility.${'not_veterans' | 'not_military' | 'not_tribes'}`
  | 'ask.open_to_others'
  | `age.${'accepts' | 'adolescents' | 'not' | 'unknown' | 'others_unknown' | 'maybe_only_adolescents'}`
  | 'ask.age'
  | `gender.${'accepts' | 'all' | 'not' | 'unknown' | 'one'}`
  | 'ask.gender'
  | `language.${'in_common' | 'interpreter' | 'perhaps' | 'not' | 'unknown'}`
  | 'ask.language'
  | `population.${'serves' | 'not' | 'unknown' | 'only'}`
  | `ask.${'population' | 'only_population'}`
  | `starts_within.${'same_day' | 'within' | 'longer' | 'unknown' | 'not_in_state' | 'state_unknown'}`
  | 'ask.wait'
  | `accessible.${'offers' | 'not' | 'unknown'}`
  | 'ask.accessible'
  | `not_excluded.${'not_named' | 'program' | 'organization' | 'approach'}`
  | `not_a_repeat.${'another' | 'same_program'}`
  | `evidence.${'earned' | 'unknown'}`
  | `ask.${'opioid_medication' | 'alcohol_medication' | 'naloxone' | 'contingency_management'}`
  | `ask.${'structured_therapy' | 'mutual_help_facilitation'}`
  | 'quality.signs'
  | `ask.${'outside_inspection' | 'choice_of_medication' | 'infection_tests' | 'mental_health_together'}`
  | `ask.${'family_included' | 'full_assessment' | 'medical_examination'}`
  | `level_of_care_fit.${'offers' | 'unknown'}`
  | `cost.${'free' | 'covered' | 'within_budget' | 'sliding_fee' | 'assistance' | 'over_budget'}`
  | `cost.${'not_covered' | 'unknown'}`
  | `distance.${'meters' | 'telehealth' | 'both' | 'unknown'}`
  | `access_speed.${'same_day' | 'wait' | 'unknown'}`
  | `schedule_fit.${'sessions' | 'visits' | 'telehealth' | 'unknown'}`
  | 'preferences.features'
  | `safe_to_invite.${'invites' | 'not_asked' | 'counseling' | 'own_help'}`
  | 'ask.seen_alone'
  | `teaches_craft.${'yes' | 'no' | 'unknown'}`
  | 'ask.teaches_craft'
  | `engagement.${'parts' | 'unknown' | 'ready'}`
  | `continuity.${'parts' | 'unknown' | 'helped_before' | 'same_again'}`
  | `travel.${'estimate' | 'route' | 'no_route' | 'too_far' | 'transit'}`
  | 'trust.record'
  | `relax.${'distance' | 'level' | 'stated_levels' | 'accepted_levels' | 'budget' | 'sliding_fee' | 'wait'}`
  | `relax.${'telehealth_too' | 'in_person_too' | 'any_modality' | 'unconfirmed'}`
  | `relax.${PreferableConstraint}`
  | `warning.listing.${'warn' | 'warn-no-evidence' | 'warn-offer-craft-first' | 'never-recommend'}`
  | 'warning.listing.not-a-treatment'
  | `warning.badge.${'harmful' | 'concern'}`
  | `ask_client.${ClientQuestion}`
  | `warning.${'violence_check_first' | 'joint_work_waits' | 'detox_alone' | 'medication_declined'}`;

/** What a constraint or a criterion finds about a program. */
export type ConstraintReason = Extract<ReasonCode, `${ConstraintCode}.${string}`>;
export type CriterionReason = Extract<ReasonCode, `${CriterionCode}.${string}`>;

/** A concern about a program that is not in its score. */
export type WarningReason = Extract<ReasonCode, `warning.${string}`>;

/** The way to a program, and how far the nearest is. */
export type TravelReason = Extract<ReasonCode, `${'travel' | 'reach'}.${string}`>;

/** What a change of the request would show in addition, without the number of programs. */
export type RelaxationReason = Extract<ReasonCode, `relax.${string}`>;

/** What an answer says of a program, in one voice for the person and one for a professional. */
export type LineCode = ConstraintReason | CriterionReason | WarningReason | TravelReason;

/** A question to put to a program. */
export type QuestionCode = Extract<ReasonCode, `ask.${string}`>;

/** A question to put to the client. */
export type ClientQuestionCode = Extract<ReasonCode, `ask_client.${string}`>;
