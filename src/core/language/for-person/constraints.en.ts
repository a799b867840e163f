import { days } from '../phrases.en.js';
import { looksAsFar } from '../distance-words.js';
import { list, number, type SentenceTemplate, text } from '../sentence-template.js';
import type { ConstraintReason } from '../../matching/codes.js';
import { fewLevels, MOST_LEVELS_NAMED } from './few-levels.js';
import {
  about,
  firstVisit,
  itsDistance,
  maybeOtherZone,
  itsDistanceIfKnown,
  namedTimes,
  ifInState,
  IF_STATE_TOLD,
  limit,
  wholePrice,
  whole,
  timeAtWork,
} from './phrases.en.js';
import { PLAIN_ENGLISH } from './words.en.js';

const { allLanguages, allOf, anyLanguage, anyOf, label } = PLAIN_ENGLISH;

/**
 * English sentences of what a constraint finds, for the person: short, plain, with the program as "it". They do not say
 * "you", since a family reads them of their loved one (docs/decisions/0028-two-voices.md).
 */
export const CONSTRAINTS_FOR_PERSON_EN: Readonly<Record<ConstraintReason, SentenceTemplate>> = {
  'suitable_approach.never': (v) =>
    `All it says it offers is ${list(v.names).join(', ')}. That is never advised.`,
  'suitable_approach.detox_alone':
    'It says it helps with withdrawal, and with nothing after it. For opioid use, that alone is never advised.',

  'withdrawal_cover.offers': (v) => `It treats withdrawal, ${allOf(list(v.settings))}.`,
  'withdrawal_cover.no': 'It does not treat withdrawal.',
  'withdrawal_cover.not_this_substance': (v) =>
    `It does not treat withdrawal from ${allOf(list(v.conditions))}.`,
  'withdrawal_cover.setting_unknown':
    'It treats withdrawal. We do not know if that is on visits, with a stay, or in a hospital.',
  'withdrawal_cover.substance_unknown': (v) =>
    `It treats withdrawal, ${allOf(list(v.settings))}. We do not know for sure from which drugs.`,
  'withdrawal_cover.opioid_medication':
    'It does not say that it treats this withdrawal. It gives methadone or buprenorphine, and those should not wait.',
  'withdrawal_cover.unknown': 'We do not know if it treats withdrawal.',

  'pregnancy_care.offers': 'It cares for pregnant women and new mothers.',
  'pregnancy_care.no': 'It says it does not offer care in pregnancy.',
  'pregnancy_care.unknown': 'We do not know if it offers care in pregnancy.',

  'co_occurring_care.offers': 'It treats mental health and substance use together.',
  'co_occurring_care.no': 'It says it does not treat mental health problems.',
  'co_occurring_care.unknown': 'We do not know if it treats mental health too.',
  'co_occurring_care.enhanced': 'It treats severe mental illness and substance use together.',
  'co_occurring_care.not_enhanced': 'We do not know if it treats severe mental illness too.',

  'offers_medication.starts': (v) => `It can start people on ${anyOf(list(v.medications))}.`,
  'offers_medication.continues': (v) =>
    `It keeps people on ${anyOf(list(v.medications))}. We do not know if it starts people on it.`,
  'offers_medication.refuses': (v) => `It does not use ${anyOf(list(v.medications))}.`,
  'offers_medication.not_opioid': 'It says it does not treat opioid use.',
  'offers_medication.unknown': (v) => `We do not know if it offers ${anyOf(list(v.medications))}.`,

  'medication_continuity.continues': (v) => `It accepts people who take ${allOf(list(v.medications))}.`,
  'medication_continuity.refuses': (v) => `It does not accept people who take ${anyOf(list(v.medications))}.`,
  'medication_continuity.unknown': (v) =>
    `We do not know if it accepts people who take ${anyOf(list(v.medications))}.`,

  'treats_condition.yes': (v) => `It treats problems with ${allOf(list(v.conditions))}.`,
  'treats_condition.not': (v) => `It does not treat problems with ${anyOf(list(v.conditions))}.`,
  'treats_condition.unknown': (v) =>
    `We do not know if it treats problems with ${allOf(list(v.conditions))}.`,

  'level_floor.reaches': (v) =>
    `It offers ${allOf(fewLevels(v.levels))}. By the answers given, that is enough.`,
  'level_floor.below': (v) =>
    list(v.offered).length > 0
      ? `It offers ${allOf(fewLevels(v.offered))}. By the answers given, more is needed: at least ${label(text(v.floor))}.`
      : `It does not offer ${label(text(v.floor))} or more.`,
  'level_floor.maybe': (v) =>
    `It may offer ${label(text(v.floor))} or more. It does not say which kind of care.`,
  'level_floor.opioid_medication': (v) =>
    `By the answers given, at least ${label(text(v.floor))} is needed. It does not report that. It gives methadone or buprenorphine, and those should not wait.`,
  'level_floor.unknown': 'We do not know what kinds of care it offers.',

  'level_of_care.offers': (v) => `It offers ${allOf(fewLevels(v.levels))}.`,
  'level_of_care.other': (v) =>
    [
      ...(list(v.offered).length > 0 ? [`It offers ${allOf(fewLevels(v.offered))}.`] : []),
      list(v.levels).length > MOST_LEVELS_NAMED
        ? 'It does not offer the kinds of care asked for.'
        : `It does not offer ${anyOf(fewLevels(v.levels))}.`,
    ].join(' '),
  'level_of_care.none_acceptable': 'The kinds of care asked for would not be enough, by the answers given.',
  'level_of_care.maybe': (v) =>
    `It may offer ${anyOf(fewLevels(v.levels))}. It does not say which kind of care.`,
  'level_of_care.unknown': 'We do not know what kinds of care it offers.',
  'level_of_care.housing': 'It offers housing for people in recovery.',
  'level_of_care.no_housing': 'It does not offer housing for people in recovery.',
  'level_of_care.housing_unknown': 'We do not know if it offers housing for people in recovery.',

  'within_distance.within': itsDistance,
  'within_distance.telehealth': (v) => `It treats people in ${text(v.state)} by phone or video.`,
  'within_distance.by_telehealth': (v) =>
    `${itsDistanceIfKnown(v)} It treats people in ${text(v.state)} by phone or video. We do not know if all visits can be like that.`,
  'within_distance.telehealth_state': (v) =>
    `${itsDistanceIfKnown(v)} It offers visits by phone or video. ${ifInState(v)}`,
  'within_distance.medication_by_telehealth':
    'It is too far for visits. It offers visits by phone or video. We do not know if that is so for opioid medicine.',
  'within_distance.farther': (v) =>
    looksAsFar(v)
      ? `It is a little farther than ${whole(v.max, v)} away.`
      : `It is ${about(v.meters, v)} away. That is farther than ${whole(v.max, v)}.`,
  'within_distance.unknown': 'We do not know well enough where it is to say how far.',

  'modality.offers': (v) => `It offers ${anyOf(list(v.modalities))}.`,
  'modality.not': (v) => `It does not offer ${anyOf(list(v.modalities))}.`,
  'modality.not_in_state': (v) => `It does not treat people in ${text(v.state)} by phone or video.`,
  'modality.state_unknown': (v) => `It offers visits by phone or video. ${ifInState(v)}`,
  'modality.state_not_told': `It offers visits by phone or video. ${IF_STATE_TOLD}`,
  'modality.unknown': (v) => `We do not know if it offers ${anyOf(list(v.modalities))}.`,

  'can_keep_working.sessions': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. It has sessions outside ${timeAtWork(v)}: ${namedTimes(v)}`,
  'can_keep_working.visits': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. People can come outside ${timeAtWork(v)}: ${namedTimes(v)}`,
  'can_keep_working.sessions_unknown': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. People can come outside ${timeAtWork(v)}: ${namedTimes(v)} We do not know of a group session at such a time.`,
  'can_keep_working.telehealth_hours_unknown': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. That can be by phone or video. We do not know its hours.`,
  'can_keep_working.telehealth': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. That can be by phone or video.`,
  'can_keep_working.telehealth_state': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. That can be by phone or video. ${ifInState(v)}`,
  'can_keep_working.telehealth_state_not_told': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. That can be by phone or video. ${IF_STATE_TOLD}`,
  'can_keep_working.no_such_level': (v) =>
    list(v.offered).length > 0
      ? `It offers ${allOf(fewLevels(v.offered))}. That leaves no time to keep working.`
      : 'It offers no care that fits and leaves time to keep working.',
  'can_keep_working.floor': (v) =>
    `By the answers given, at least ${label(text(v.floor))} is needed. That leaves no time to keep working.`,
  'can_keep_working.only_in_working_hours': (v) =>
    `It names no time to come outside ${timeAtWork(v)}.${maybeOtherZone(v)}`,
  'can_keep_working.hours_unknown': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. We do not know its hours.`,
  'can_keep_working.medication_hours_unknown': (v) =>
    `It offers ${anyOf(fewLevels(v.levels))}. We do not know at what hours it gives medicine.`,
  'can_keep_working.level_maybe': 'It may offer care that leaves time to keep working. We do not know.',
  'can_keep_working.level_unknown': 'We do not know its kinds of care or its hours.',

  'cares_while_parenting.childcare': 'It offers childcare.',
  'cares_while_parenting.beds': 'Children can stay there with a parent who lives in.',
  'cares_while_parenting.no': 'It offers no childcare and no beds for children.',
  'cares_while_parenting.unknown': 'We do not know if it offers childcare.',

  'payment.free': 'It does not charge for care.',
  'payment.accepts': (v) => `It takes ${allOf(list(v.payers))}.`,
  'payment.within_budget': (v) => `It costs ${wholePrice(v)}. That is within the limit that was set.`,
  'payment.reduced': 'It can lower the price. We do not know by how much.',
  'payment.over_budget': (v) => `It costs ${wholePrice(v)}. That is over ${limit(v)}.`,
  'payment.over_budget_unless_covered': (v) =>
    `It costs ${wholePrice(v)}. That is over ${limit(v)}. Maybe someone else could pay, such as insurance.`,
  'payment.payer_not_told': (v) =>
    `It takes ${allOf(list(v.payers))}. We do not know if one of these would pay.`,
  'payment.not_accepted': (v) =>
    list(v.payers).length > 0
      ? `It does not take ${anyOf(list(v.payers))}.`
      : 'It is not free, and it names no lower price.',
  'payment.contradiction': 'It is said to be free, and also to charge. It is not clear how to pay.',
  'payment.unknown': (v) =>
    list(v.payers).length > 0
      ? `We do not know if it takes ${anyOf(list(v.payers))}.`
      : 'We do not know how people can pay there.',
  'payment.price_unknown': 'We do not know its price.',

  'eligibility.veterans': 'It is run by Veterans Affairs, for veterans who are signed up there.',
  'eligibility.military': 'It is run by the Department of Defense, for people who serve and their families.',
  'eligibility.tribes': 'It is for American Indians and Alaska Natives.',
  'eligibility.open_to_others': 'It sees other people too, not just those it is run for.',
  'eligibility.others_unknown':
    'It is for American Indians and Alaska Natives. We do not know if it sees other people too.',
  'eligibility.not_veterans': 'It is run by Veterans Affairs, just for veterans who are signed up there.',
  'eligibility.not_military':
    'It is run by the Department of Defense, just for people who serve and their families.',
  'eligibility.not_tribes': 'It is just for American Indians and Alaska Natives.',

  'age.accepts': (v) => `It accepts ${anyOf(list(v.groups))}.`,
  'age.adolescents': 'It has a program for teens.',
  'age.not': (v) =>
    list(v.accepted).length > 0
      ? `It accepts ${allOf(list(v.accepted))}. It does not accept ${anyOf(list(v.groups))}.`
      : `It does not accept ${anyOf(list(v.groups))}.`,
  'age.unknown': 'We do not know which ages it accepts.',
  'age.others_unknown': (v) =>
    `It accepts ${allOf(list(v.accepted))}. We do not know if it accepts people aged ${number(v.age)}.`,
  'age.maybe_only_adolescents': (v) =>
    `It has a program for teens. We do not know if it accepts children aged ${number(v.age)}.`,

  'gender.accepts': (v) => `It accepts ${label(text(v.gender))}.`,
  'gender.all': 'It accepts women and men.',
  'gender.not': (v) =>
    list(v.accepted).length > 0
      ? `It accepts ${allOf(list(v.accepted))} only.`
      : `It does not accept ${label(text(v.gender))}.`,
  'gender.unknown': (v) => `We do not know if it accepts ${label(text(v.gender))}.`,
  'gender.one': (v) => `It accepts ${allOf(list(v.accepted))} only.`,

  'language.in_common': (v) => `It counsels in ${anyLanguage(list(v.languages))}.`,
  'language.perhaps': (v) =>
    `It counsels in ${anyLanguage(list(v.offered))}. We do not know if it counsels in ${anyLanguage(list(v.languages))}.`,
  'language.interpreter': 'It can call an interpreter.',
  'language.not': (v) =>
    list(v.offered).length > 0
      ? `It counsels in ${allLanguages(list(v.offered))}, not in ${anyLanguage(list(v.languages))}.`
      : `It does not counsel in ${anyLanguage(list(v.languages))}.`,
  'language.unknown': (v) => `We do not know if it counsels in ${anyLanguage(list(v.languages))}.`,

  'population.serves': (v) => `It has something for ${allOf(list(v.populations))}.`,
  'population.not': (v) => `It has nothing just for ${anyOf(list(v.populations))}.`,
  'population.unknown': (v) => `We do not know if it has something for ${allOf(list(v.populations))}.`,
  'population.only': (v) => `It serves only ${anyOf(list(v.populations))}.`,

  'starts_within.same_day': 'Care can start on the same day.',
  'starts_within.within': firstVisit,
  'starts_within.longer': (v) => `The first visit is in ${days(v.days)}. That is later than ${days(v.max)}.`,
  'starts_within.not_in_state': (v) => `It does not treat people in ${text(v.state)} by phone or video.`,
  'starts_within.state_unknown': (v) =>
    `We do not know if it can start care by phone or video in ${text(v.state)}.`,
  'starts_within.unknown': 'We do not know how long the wait is now.',

  'accessible.offers': (v) => `It offers ${allOf(list(v.accessibility))}.`,
  'accessible.not': (v) => `It does not offer ${anyOf(list(v.accessibility))}.`,
  'accessible.unknown': (v) => `We do not know if it offers ${allOf(list(v.accessibility))}.`,

  'not_excluded.not_named': 'It is not among the places to leave out.',
  'not_excluded.program': 'It is among the places to leave out.',
  'not_excluded.organization': 'It is run by a group that is to be left out.',
  'not_excluded.approach': (v) => `It offers ${list(v.names).join(', ')}, which is to be left out.`,
  'not_a_repeat.another': 'It is not a place where care ended early or use came back.',
  'not_a_repeat.same_program': (v) =>
    v.outcome === 'dropped_out'
      ? 'Care at this place ended early before.'
      : 'Use came back after care at this place.',

  'safe_to_invite.invites':
    'Its help for families would invite or meet your loved one. That waits until everyone is safe.',
  'safe_to_invite.not_asked':
    'Its help for families would invite or meet your loved one. We do not know yet if everyone is safe.',
  'safe_to_invite.counseling':
    'It offers family counseling. We do not know if it sees you alone, without your loved one.',
  'safe_to_invite.own_help': 'It offers help for you alone, as a family member.',

  'teaches_craft.yes': 'It teaches CRAFT, skills that help families.',
  'teaches_craft.no': 'It offers family counseling. It does not teach CRAFT, skills that help families.',
  'teaches_craft.unknown':
    'It offers family counseling. We do not know if it teaches CRAFT, or helps when a loved one is not in care.',
};
