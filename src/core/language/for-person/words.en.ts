import type { ConstraintCode, CriterionCode } from '../../matching/codes.js';
import type { QualitySign } from '../../evidence/quality-signs.js';
import type { LevelOfCare } from '../../vocabulary/levels-of-care.js';
import type { Goal, WithdrawalSetting, Wish } from '../../vocabulary/services.js';
import type { ComponentCode, LabelCode, PartCode } from '../label-code.js';
import { englishWith } from '../labels.en.js';
import type { LevelFamily } from './few-levels.js';

const LEVELS = {
  early: 'early help',
  monitoring: 'check-up visits',
  op: 'outpatient visits',
  'op-med': 'visits with medical staff',
  iop: 'care a few days a week',
  php: 'a day program',
  'php-med': 'a day program with medical staff',
  'res-low': 'live-in care with part-time treatment',
  'res-high': 'live-in care with full-time treatment',
  'res-med': 'live-in care with medical staff',
  hosp: 'a hospital stay',
} satisfies Record<LevelOfCare, string>;

const LEVEL_FAMILIES = {
  'level-visits': 'outpatient care',
  'level-day': 'a day program',
  'level-stay': 'live-in care',
  'level-hospital': 'a hospital stay',
} satisfies Record<LevelFamily, string>;

/** After "It treats withdrawal". */
const WITHDRAWAL_SETTINGS = {
  ambulatory: 'on visits',
  residential: 'in live-in care',
  hospital: 'in a hospital',
} satisfies Record<WithdrawalSetting, string>;

const COMPONENTS = {
  medication: 'medicine',
  psychosocial: 'talk therapy',
  'contingency-management': 'rewards for progress',
  'overdose-prevention': 'help to prevent an overdose',
  taper: 'a slow and safe lowering of the dose',
  'mutual-help': 'mutual-help groups',
  'continuing-care': 'care after treatment',
  peers: 'support from people in recovery',
  engagement: 'help to get started',
  'family-support': 'support for the family',
} satisfies Record<ComponentCode, string>;

const SIGNS = {
  'outside-inspection': 'outside checks of its care',
  'choice-of-medication': 'a choice of medicines',
  'infection-tests': 'tests for hepatitis C and HIV',
  'mental-health-together': 'mental health care',
  'family-included': 'counseling with the family',
  'full-assessment': 'a full check at the start',
  'medical-examination': 'a medical exam',
} satisfies Record<QualitySign, string>;

const PARTS = {
  craft: 'CRAFT',
  'motivational-interviewing': 'talks that help to decide',
  'low-threshold-start': 'a start on the same day',
  structure: 'a program on several days a week',
  peers: 'support from people in recovery',
  'follow-up': 'later check-ins',
  'step-down': 'lighter care later on',
  'different-element': 'something that was not tried before',
} satisfies Record<PartCode, string>;

const WISHES = {
  'faith-based': 'a basis in faith',
  secular: 'a program without religion',
  'women-only': 'a program for women only',
  'men-only': 'a program for men only',
  'one-to-one': 'one-on-one sessions',
  group: 'group sessions',
  'lgbtq-affirming': 'support for LGBTQ people',
  'goal-abstinence': 'the goal of no use at all',
  'goal-reduction': 'the goal of cutting down',
} satisfies Record<Wish | `goal-${Goal}`, string>;

/** What a rule looks for, in a list of what a program has or does not have. */
const RULES = {
  suitable_approach: 'care that is advised',
  withdrawal_cover: 'help with withdrawal',
  pregnancy_care: 'care in pregnancy',
  co_occurring_care: 'mental health care',
  offers_medication: 'the medicine that is needed',
  medication_continuity: 'staying on the same medicine',
  treats_condition: 'treatment of this problem',
  level_floor: 'enough care',
  level_of_care: 'the right kind of care',
  within_distance: 'a place nearby',
  modality: 'the kind of visits asked for',
  can_keep_working: 'care that leaves time for work',
  cares_while_parenting: 'help with children',
  payment: 'a way to pay',
  eligibility: 'a place that is open to this person',
  age: 'care for this age',
  gender: 'care for this gender',
  language: 'the language asked for',
  population: 'help for the group asked for',
  starts_within: 'a start in time',
  accessible: 'the access that is needed',
  not_excluded: 'a place that was not ruled out',
  not_a_repeat: 'a place that was not tried before',
  safe_to_invite: 'help that keeps everyone safe',
  teaches_craft: 'CRAFT',
  evidence: 'care backed by studies',
  quality: 'signs of good care',
  level_of_care_fit: 'the right amount of care',
  cost: 'cost',
  distance: 'distance',
  access_speed: 'a quick start',
  schedule_fit: 'hours that fit',
  preferences: 'what was wished for',
  engagement: 'help to get started',
  continuity: 'help after treatment',
  trust: 'how sure the facts are',
} satisfies Record<ConstraintCode | CriterionCode, string>;

/** Other words that a person may stumble on. */
const OTHERS = {
  moud: 'medicine for opioid use',
  telehealth: 'visits by phone or video',
  'in-person': 'visits in person',
  prescribed: 'prescribed there',
  'in-network': 'from someone it works with',
  'by-contract': 'from someone it has a contract with',
  accepted: 'only if someone else prescribes it',
  'self-pay': 'payment without insurance',
  'sliding-fee': 'a fee based on income',
  children: 'children and teens',
  adolescents: 'teens',
  seniors: 'older adults',
  'transition-age-young-adults': 'young people who are becoming adults',
  'pregnant-postpartum': 'pregnant women and new mothers',
  'active-duty': 'people who serve in the military',
  'criminal-justice': 'people who deal with courts or prison',
  'domestic-violence': 'people who lived through domestic violence',
  'military-families': 'families of people who serve',
  aftercare: 'care after treatment',
  dui: 'people with a DUI charge',
  'co-occurring-mental': 'people who also have a mental illness',
  'co-occurring-pain': 'people who also have pain',
  'non-nicotine-cessation': 'medicine to quit smoking',
} satisfies Partial<Record<LabelCode, string>>;

/** How English words codes for the person. A code that is plain already keeps its label. */
export const PLAIN_ENGLISH = englishWith({
  ...LEVELS,
  ...LEVEL_FAMILIES,
  ...WITHDRAWAL_SETTINGS,
  ...COMPONENTS,
  ...SIGNS,
  ...PARTS,
  ...WISHES,
  ...RULES,
  ...OTHERS,
});
