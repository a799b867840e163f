import { CONSTRAINT_CODES, type ConstraintCode } from '../../codes.js';
import type { Constraint } from '../constraint.js';
import {
  coOccurringCare,
  levelFloor,
  levelOfCare,
  pregnancyCare,
  suitableApproach,
  treatsCondition,
  withdrawalCover,
} from './care.js';
import { medicationContinuity, offersMedication } from './medication.js';
import { payment } from './payment.js';
import { accessible, age, caresWhileParenting, gender, language, population } from './person.js';
import { safeToInvite } from './family.js';
import { modality, withinDistance } from './place.js';
import { notARepeat, notExcluded } from './refusal.js';
import { canKeepWorking, startsWithin } from './time.js';

const BY_CODE: Readonly<Record<ConstraintCode, Constraint>> = {
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
  age,
  gender,
  language,
  population,
  starts_within: startsWithin,
  accessible,
  not_excluded: notExcluded,
  not_a_repeat: notARepeat,
  safe_to_invite: safeToInvite,
};

/** Every constraint, in the order in which they are told. */
export const ALL_CONSTRAINTS: readonly Constraint[] = CONSTRAINT_CODES.map((code) => BY_CODE[code]);
