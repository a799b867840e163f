import { fewLevels } from '../for-person/few-levels.js';
import { whole, wholePrice } from '../for-person/phrases.en.js';
import { PLAIN_ENGLISH } from '../for-person/words.en.js';
import { days } from '../phrases.en.js';
import { list, type SentenceTemplate, text } from '../sentence-template.js';
import type { ConstraintCode, RelaxationReason } from '../../matching/codes.js';

const { allOf, anyLanguage, anyOf, label } = PLAIN_ENGLISH;

/** What a place has to be asked about where one constraint is open. */
const TOPICS: Readonly<Record<ConstraintCode, string>> = {
  suitable_approach: 'the kind of care they give',
  withdrawal_cover: 'care during withdrawal',
  pregnancy_care: 'care during pregnancy',
  co_occurring_care: 'care for mental health',
  offers_medication: 'medicine',
  medication_continuity: 'staying on a medicine',
  treats_condition: 'what they treat',
  level_floor: 'how much care they give',
  level_of_care: 'how much care they give',
  within_distance: 'the way there, or visits by video',
  modality: 'how visits take place',
  can_keep_working: 'care outside working hours',
  cares_while_parenting: 'childcare',
  payment: 'payment',
  eligibility: 'who may come',
  age: 'age',
  gender: 'gender',
  language: 'languages',
  population: 'the groups they serve',
  starts_within: 'the wait',
  accessible: 'access',
  not_excluded: 'what was ruled out',
  not_a_repeat: 'earlier treatment there',
  safe_to_invite: 'safety at home',
  teaches_craft: 'CRAFT',
};

/** What a change of the request would show in addition: for the person who may choose it, so that no sentence needs more. */
export const RELAXATIONS_EN: Readonly<Record<RelaxationReason, SentenceTemplate>> = {
  'relax.distance': (v) => `Also show places up to ${whole(v.max, v)} away`,
  'relax.telehealth_too': 'Also show care by phone or video',
  'relax.in_person_too': 'Also show places to go to in person',
  'relax.any_modality': 'Also show places whatever kind of visit they offer',
  'relax.level': (v) => `Also show ${label(text(v.level))}`,
  'relax.stated_levels': (v) => `Also show ${anyOf(fewLevels(v.levels))}, which the clinician did not name`,
  'relax.accepted_levels': (v) => `Also show ${anyOf(fewLevels(v.levels))}, which the clinician named too`,
  'relax.budget': (v) => `Also show places that cost up to ${wholePrice(v)}`,
  'relax.sliding_fee': 'Also show places that charge by income',
  'relax.wait': (v) => `Also show places with a wait of up to ${days(v.days)}`,
  'relax.can_keep_working': 'Also show places that do not fit the working hours',
  'relax.cares_while_parenting': 'Also show places without childcare',
  'relax.language': (v) => `Also show places without counseling in ${anyLanguage(list(v.languages))}`,
  'relax.population': (v) => `Also show places with no help just for ${allOf(list(v.populations))}`,
  'relax.accessible': (v) => `Also show places without ${allOf(list(v.accessibility))}`,
  'relax.teaches_craft': 'Also show places that do not teach CRAFT',
  'relax.unconfirmed': (v) =>
    `Also show places to call first about ${TOPICS[v.constraint as ConstraintCode]}`,
};
