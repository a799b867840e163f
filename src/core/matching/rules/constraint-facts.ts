import type { FactKey } from '../../directory/source-record.js';
import type { ConstraintCode } from '../codes.js';

/** The facts of a program that each constraint reads: what its verdict rests on. */
export const CONSTRAINT_FACTS: Readonly<Record<ConstraintCode, readonly FactKey[]>> = {
  suitable_approach: ['approaches', 'medications', 'withdrawalSettings', 'levelsOfCare'],
  withdrawal_cover: ['withdrawalSettings', 'withdrawalSubstances'],
  pregnancy_care: ['pregnancyCare', 'populations'],
  co_occurring_care: ['coOccurringCare', 'overlays', 'populations'],
  offers_medication: ['medications', 'conditions'],
  medication_continuity: ['medications'],
  treats_condition: ['conditions'],
  level_floor: ['levelsOfCare'],
  level_of_care: ['levelsOfCare', 'overlays'],
  within_distance: ['modalities', 'telehealthStates'],
  modality: ['modalities'],
  can_keep_working: ['sessions', 'levelsOfCare', 'modalities'],
  cares_while_parenting: ['services'],
  payment: ['payers', 'slidingFee', 'paymentAssistance', 'prices'],
  age: ['ageGroups', 'populations'],
  gender: ['genders'],
  language: ['languages', 'interpreterOnCall'],
  population: ['populations', 'onlyPopulations'],
  starts_within: ['waitDays', 'sameDayStart'],
  accessible: ['accessibility'],
  not_excluded: ['approaches'],
  not_a_repeat: [],
  safe_to_invite: ['approaches', 'services'],
};

/** The facts that the answer to each question settles, the first of them most likely. No fact: nothing to post. */
export const ASKED_FACTS: Readonly<Record<string, readonly FactKey[]>> = {
  'ask.withdrawal_cover': ['withdrawalSettings', 'withdrawalSubstances'],
  'ask.withdrawal_setting': ['withdrawalSettings'],
  'ask.withdrawal_substance': ['withdrawalSubstances'],
  // That a family member is seen alone first is no fact the directory holds.
  'ask.seen_alone': [],
  'ask.pregnancy_care': ['pregnancyCare'],
  'ask.co_occurring_care': ['coOccurringCare'],
  'ask.co_occurring_enhanced': ['coOccurringCare'],
  'ask.starts_medication': ['medications'],
  'ask.continues_medication': ['medications'],
  'ask.treats_condition': ['conditions'],
  'ask.level_floor': ['levelsOfCare'],
  'ask.level_of_care': ['levelsOfCare'],
  'ask.level_while_working': ['levelsOfCare'],
  'ask.housing': ['overlays'],
  // Where a program stands is for its listing, not for a call to confirm.
  'ask.address': [],
  // That a first dose is given without a visit is no fact the directory holds.
  'ask.medication_by_telehealth': [],
  'ask.modality': ['modalities'],
  'ask.evening_hours': ['sessions'],
  'ask.medication_hours': ['sessions'],
  'ask.childcare': ['services'],
  'ask.sliding_fee': ['prices', 'slidingFee'],
  'ask.assistance': ['prices', 'paymentAssistance'],
  'ask.free': ['payers'],
  'ask.payers': ['payers'],
  'ask.price': ['prices'],
  'ask.age': ['ageGroups'],
  'ask.gender': ['genders'],
  'ask.language': ['languages', 'interpreterOnCall'],
  'ask.only_population': ['onlyPopulations', 'populations'],
  'ask.population': ['populations'],
  'ask.wait': ['waitDays', 'sameDayStart'],
  'ask.accessible': ['accessibility'],
};
