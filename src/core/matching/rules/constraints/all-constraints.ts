import { CONSTRAINT_CODES, type ConstraintCode } from '../../codes.js';
import type { Constraint } from '../constraint.js';
import { accessible } from './accessible.js';
import { age } from './age.js';
import { canKeepWorking } from './can-keep-working.js';
import { caresWhileParenting } from './cares-while-parenting.js';
import { coOccurringCare } from './co-occurring-care.js';
import { eligibility } from './eligibility.js';
import { gender } from './gender.js';
import { language } from './language.js';
import { levelFloor } from './level-floor.js';
import { levelOfCare } from './level-of-care.js';
import { medicationContinuity } from './medication-continuity.js';
import { modality } from './modality.js';
import { notARepeat } from './not-a-repeat.js';
import { notExcluded } from './not-excluded.js';
import { offersMedication } from './offers-medication.js';
import { payment } from './payment.js';
import { population } from './population.js';
import { pregnancyCare } from './pregnancy-care.js';
import { safeToInvite } from './safe-to-invite.js';
import { startsWithin } from './starts-within.js';
import { suitableApproach } from './suitable-approach.js';
import { teachesCraft } from './teaches-craft.js';
import { treatsCondition } from './treats-condition.js';
import { withdrawalCover } from './withdrawal-cover.js';
import { withinDistance } from './within-distance.js';

/** Every constraint by its code. */
export const CONSTRAINTS: Readonly<Record<ConstraintCode, Constraint>> = {
  suitable_approach: suitableApproach,
  withdrawal_cover: withdrawalCover,
  pregnancy_care: pregnancyCare,
  co_occurring_care: coOccurringCare,
  offers_medication: offersMedication,
  medication_continuity: medicationContinuity,
  treats_condition: treatsCondition,
  level_floor: levelFloor,
  level_of_care: levelOfCare,
  within_distance: withinDistance,
  modality,
  can_keep_working: canKeepWorking,
  cares_while_parenting: caresWhileParenting,
  payment,
  eligibility,
  age,
  gender,
  language,
  population,
  starts_within: startsWithin,
  accessible,
  not_excluded: notExcluded,
  not_a_repeat: notARepeat,
  safe_to_invite: safeToInvite,
  teaches_craft: teachesCraft,
};

/** Every constraint, in the order in which they are shown. */
export const ALL_CONSTRAINTS: readonly Constraint[] = CONSTRAINT_CODES.map((code) => CONSTRAINTS[code]);
