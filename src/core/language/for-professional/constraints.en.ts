import { ENGLISH } from '../labels.en.js';
import { money } from '../labels.en.js';
import { days } from '../phrases.en.js';
import { capital, list, number, text, type SentenceTemplate } from '../sentence-template.js';
import type { ConstraintReason } from '../../matching/codes.js';
import { away, clocks, far, firstAppointment, fromAfar, hours, price, workHours } from './phrases.en.js';

const { allLanguages, allOf, anyLanguage, anyOf, label } = ENGLISH;

/** English sentences of what a constraint finds, for a professional. */
export const CONSTRAINTS_FOR_PROFESSIONAL_EN: Readonly<Record<ConstraintReason, SentenceTemplate>> = {
  'suitable_approach.never': (v) =>
    `All it reports is ${list(v.names).join(', ')}, which is never recommended.`,
  'suitable_approach.detox_alone':
    'It reports withdrawal management and nothing after it; for opioid use that alone is never recommended.',

  'withdrawal_cover.offers': (v) => `Manages withdrawal (${allOf(list(v.settings))}).`,
  'withdrawal_cover.no': 'Does not manage withdrawal.',
  'withdrawal_cover.not_this_substance': (v) =>
    `Does not manage withdrawal from ${allOf(list(v.conditions))}.`,
  'withdrawal_cover.setting_unknown': 'Reports withdrawal management, but not in which setting.',
  'withdrawal_cover.substance_unknown': (v) =>
    `Manages withdrawal (${allOf(list(v.settings))}); from which substances is not fully reported.`,
  'withdrawal_cover.opioid_medication':
    'Does not report managing this withdrawal. It gives methadone or buprenorphine, which are not withheld for that.',
  'withdrawal_cover.unknown': 'Whether it manages withdrawal is not reported.',

  'pregnancy_care.offers': 'Offers care for pregnant and postpartum women.',
  'pregnancy_care.no': 'Says it does not offer care in pregnancy.',
  'pregnancy_care.unknown': 'Whether it offers care in pregnancy is not reported.',

  'co_occurring_care.offers': 'Treats a mental disorder together with substance use.',
  'co_occurring_care.no': 'Says it does not treat mental disorders.',
  'co_occurring_care.unknown': 'Whether it treats mental disorders too is not reported.',

  'co_occurring_care.enhanced': 'Offers integrated care for severe mental illness.',
  'co_occurring_care.not_enhanced': 'Whether it treats severe mental illness too is not reported.',

  'offers_medication.starts': (v) => `Starts people on ${anyOf(list(v.medications))}.`,
  'offers_medication.continues': (v) =>
    `Keeps people on ${anyOf(list(v.medications))}; whether it starts them is not reported.`,
  'offers_medication.refuses': (v) => `Does not use ${anyOf(list(v.medications))}.`,
  'offers_medication.not_opioid': 'Says it does not treat opioid use disorder.',
  'offers_medication.unknown': (v) => `Whether it offers ${anyOf(list(v.medications))} is not reported.`,

  'medication_continuity.continues': (v) => `Accepts people who take ${allOf(list(v.medications))}.`,
  'medication_continuity.refuses': (v) => `Does not accept people who take ${anyOf(list(v.medications))}.`,
  'medication_continuity.unknown': (v) =>
    `Whether it accepts people who take ${anyOf(list(v.medications))} is not reported.`,

  'treats_condition.yes': (v) => `Treats problems with ${allOf(list(v.conditions))}.`,
  'treats_condition.not': (v) => `Does not treat problems with ${anyOf(list(v.conditions))}.`,
  'treats_condition.unknown': (v) =>
    `Whether it treats problems with ${allOf(list(v.conditions))} is not reported.`,

  'level_floor.reaches': (v) => `Offers ${allOf(list(v.levels))} care, which is at or above the floor.`,
  'level_floor.below': (v) =>
    list(v.offered).length > 0
      ? `Offers ${allOf(list(v.offered))} care; the answers need at least ${label(text(v.floor))} care.`
      : `Does not offer ${label(text(v.floor))} care or more.`,
  'level_floor.maybe': (v) =>
    `May offer ${label(text(v.floor))} care or more; the report does not say which kind.`,
  'level_floor.opioid_medication': (v) =>
    `Reports no ${label(text(v.floor))} care, which is the floor. It gives methadone or buprenorphine, which are not withheld for that.`,
  'level_floor.unknown': 'Its levels of care are not reported.',

  'level_of_care.offers': (v) => `Offers ${allOf(list(v.levels))} care.`,
  'level_of_care.other': (v) =>
    list(v.offered).length > 0
      ? `Offers ${allOf(list(v.offered))} care, not ${anyOf(list(v.levels))}.`
      : `Does not offer ${anyOf(list(v.levels))} care.`,
  'level_of_care.none_acceptable': 'None of the levels asked for is both accepted and enough.',
  'level_of_care.maybe': (v) =>
    `May offer ${anyOf(list(v.levels))} care; the report does not say which kind.`,
  'level_of_care.unknown': 'Its levels of care are not reported.',
  'level_of_care.housing': 'Offers recovery housing.',
  'level_of_care.no_housing': 'Does not offer recovery housing.',
  'level_of_care.housing_unknown': 'Whether it offers recovery housing is not reported.',

  'within_distance.within': away,
  'within_distance.telehealth': (v) => `Serves ${text(v.state)} by telehealth.`,
  'within_distance.by_telehealth': (v) =>
    `${fromAfar(v)} It serves ${text(v.state)} by telehealth; whether all visits can be by video is not reported.`,
  'within_distance.telehealth_state': (v) =>
    `${fromAfar(v)} It offers telehealth; whether for people who are in ${text(v.state)} is not reported.`,
  'within_distance.medication_by_telehealth':
    'Too far for visits; it reports telehealth, but not whether opioid medication visits can be by telehealth.',
  'within_distance.farther': (v) => `${far(v.meters, v)} away, farther than ${far(v.max, v)}.`,
  'within_distance.unknown': 'Its location is not known precisely enough to measure the distance.',

  'modality.offers': (v) => `Offers ${anyOf(list(v.modalities))}.`,
  'modality.not': (v) => `Does not offer ${anyOf(list(v.modalities))}.`,
  'modality.not_in_state': (v) => `Does not treat people who are in ${text(v.state)} by telehealth.`,
  'modality.state_unknown': (v) =>
    `Offers telehealth; whether for people who are in ${text(v.state)} is not reported.`,
  'modality.state_not_told': "Offers telehealth; the client's state is not known.",
  'modality.unknown': (v) => `Whether it offers ${anyOf(list(v.modalities))} is not reported.`,

  'can_keep_working.sessions': (v) =>
    `${capital(anyOf(list(v.levels)))} care with sessions outside ${workHours(v)}: ${hours(v)}.`,
  'can_keep_working.visits': (v) =>
    `${capital(anyOf(list(v.levels)))} care; one may come outside ${workHours(v)}: ${hours(v)}.`,
  'can_keep_working.sessions_unknown': (v) =>
    `${capital(anyOf(list(v.levels)))} care; one may come outside ${workHours(v)}: ${hours(v)}. No session outside them is reported.`,
  'can_keep_working.telehealth_hours_unknown': (v) =>
    `${capital(anyOf(list(v.levels)))} care with telehealth; its hours are not reported.`,
  'can_keep_working.telehealth': (v) => `${capital(anyOf(list(v.levels)))} care with telehealth.`,
  'can_keep_working.telehealth_state': (v) =>
    `${capital(anyOf(list(v.levels)))} care with telehealth; whether for people who are in ${text(v.state)} is not reported.`,
  'can_keep_working.telehealth_state_not_told': (v) =>
    `${capital(anyOf(list(v.levels)))} care with telehealth; the client's state is not known.`,
  'can_keep_working.no_such_level': (v) =>
    list(v.offered).length > 0
      ? `Offers ${allOf(list(v.offered))} care, which one cannot attend while working.`
      : 'Offers no level of care that fits and that one can attend while working.',
  'can_keep_working.floor': (v) =>
    `The answers need at least ${label(text(v.floor))} care, which one cannot attend while working.`,
  'can_keep_working.only_in_working_hours': (v) =>
    `It names no session, and no half hour to come in, that lies outside ${workHours(v)}${clocks(v)}.`,
  'can_keep_working.hours_unknown': (v) =>
    `${capital(anyOf(list(v.levels)))} care; its hours are not reported.`,
  'can_keep_working.medication_hours_unknown': (v) =>
    `${capital(anyOf(list(v.levels)))} care; the hours of medication visits are not reported.`,
  'can_keep_working.level_maybe':
    'It may offer a level that one can attend while working; that is not reported.',
  'can_keep_working.level_unknown': 'Its levels of care and hours are not reported.',

  'cares_while_parenting.childcare': 'Offers childcare.',
  'cares_while_parenting.beds': "Has residential beds for clients' children.",
  'cares_while_parenting.no': "Offers neither childcare nor beds for clients' children.",
  'cares_while_parenting.unknown': 'Whether it offers childcare is not reported.',

  'payment.free': 'Takes no payment.',
  'payment.accepts': (v) => `Takes ${allOf(list(v.payers))}.`,
  'payment.within_budget': (v) => `Costs ${price(v)}, within the budget.`,
  'payment.reduced': 'Offers a reduced fee; how much is not reported.',
  'payment.over_budget': (v) =>
    `Costs ${price(v)}, over the budget of ${money(number(v.budget), text(v.currency))}.`,
  'payment.over_budget_unless_covered': (v) =>
    `Costs ${price(v)}, over the budget of ${money(number(v.budget), text(v.currency))}; who else may pay was not said.`,
  'payment.payer_not_told': (v) =>
    `Takes ${allOf(list(v.payers))}; whether the client has one of these was not said.`,
  'payment.not_accepted': (v) =>
    list(v.payers).length > 0
      ? `Does not take ${anyOf(list(v.payers))}.`
      : 'Is not free, and reports no reduced fee.',
  'payment.contradiction':
    'It is reported to take no payment and also to take some: how to pay is not clear.',
  'payment.unknown': 'How it can be paid is not reported.',
  'payment.price_unknown': 'Its price is not reported.',

  'eligibility.veterans': 'Run by Veterans Affairs, for veterans who are enrolled there.',
  'eligibility.military': 'Run by the Department of Defense, for service members and their families.',
  'eligibility.tribes': 'Run for American Indians and Alaska Natives.',
  'eligibility.open_to_others': 'It also sees people other than those it is run for.',
  'eligibility.others_unknown':
    'Run for American Indians and Alaska Natives; whether it sees others too is not reported.',
  'eligibility.not_veterans': 'Run by Veterans Affairs, for enrolled veterans alone.',
  'eligibility.not_military':
    'Run by the Department of Defense, for service members and their families alone.',
  'eligibility.not_tribes': 'Run for American Indians and Alaska Natives, and sees no others.',

  'age.accepts': (v) => `Accepts ${anyOf(list(v.groups))}.`,
  'age.adolescents': 'Has a program for adolescents.',
  'age.not': (v) =>
    list(v.accepted).length > 0
      ? `Accepts ${allOf(list(v.accepted))}, not ${anyOf(list(v.groups))}.`
      : `Does not accept ${anyOf(list(v.groups))}.`,
  'age.unknown': 'The ages it accepts are not reported.',
  'age.others_unknown': (v) =>
    `Accepts ${allOf(list(v.accepted))}; whether it accepts people aged ${number(v.age)} is not reported.`,
  'age.maybe_only_adolescents': (v) =>
    `Has a program for adolescents; whether it accepts children aged ${number(v.age)} is not reported.`,

  'gender.accepts': (v) => `Accepts ${label(text(v.gender))}.`,
  'gender.all': 'Accepts women and men.',
  'gender.not': (v) =>
    list(v.accepted).length > 0
      ? `Accepts ${allOf(list(v.accepted))} only.`
      : `Does not accept ${label(text(v.gender))}.`,
  'gender.unknown': (v) => `Whether it accepts ${label(text(v.gender))} is not reported.`,
  'gender.one': (v) => `Accepts ${allOf(list(v.accepted))} only.`,

  'language.in_common': (v) => `Counsels in ${anyLanguage(list(v.languages))}.`,
  'language.perhaps': (v) =>
    `Counsels in ${anyLanguage(list(v.offered))}; whether in ${anyLanguage(list(v.languages))} is not reported.`,
  'language.interpreter': 'Has an interpreter on call.',
  'language.not': (v) =>
    list(v.offered).length > 0
      ? `Counsels in ${allLanguages(list(v.offered))}, not in ${anyLanguage(list(v.languages))}.`
      : `Does not counsel in ${anyLanguage(list(v.languages))}.`,
  'language.unknown': (v) => `Whether it counsels in ${anyLanguage(list(v.languages))} is not reported.`,

  'population.serves': (v) => `Has something for ${allOf(list(v.populations))}.`,
  'population.not': (v) => `Has nothing for ${anyOf(list(v.populations))}.`,
  'population.unknown': (v) => `Whether it has something for ${allOf(list(v.populations))} is not reported.`,
  'population.only': (v) => `Serves only ${anyOf(list(v.populations))}.`,

  'starts_within.same_day': 'Starts on the same day.',
  'starts_within.within': firstAppointment,
  'starts_within.longer': (v) => `First appointment in ${days(v.days)}, later than ${days(v.max)}.`,
  'starts_within.not_in_state': (v) =>
    `Does not start with people who are in ${text(v.state)} by telehealth.`,
  'starts_within.state_unknown': (v) =>
    `Whether it starts with people who are in ${text(v.state)} by telehealth is not reported.`,
  'starts_within.unknown': 'Its waiting time is not known, or not recent enough.',

  'accessible.offers': (v) => `Offers ${allOf(list(v.accessibility))}.`,
  'accessible.not': (v) => `Does not offer ${anyOf(list(v.accessibility))}.`,
  'accessible.unknown': (v) => `Whether it offers ${allOf(list(v.accessibility))} is not reported.`,

  'not_excluded.not_named': 'The client did not refuse it.',
  'not_excluded.program': 'The client refused this program.',
  'not_excluded.organization': 'The client refused this organization.',
  'not_excluded.approach': (v) => `Delivers ${list(v.names).join(', ')}, which the client refused.`,
  'not_a_repeat.another': 'Not a program that ended in a relapse or a drop-out.',
  'not_a_repeat.same_program': (v) =>
    v.outcome === 'dropped_out'
      ? 'The client has left this program before.'
      : 'The client completed this program and relapsed.',
  'safe_to_invite.invites':
    'Its help for families invites or meets the loved one; that waits until everybody is safe.',
  'safe_to_invite.not_asked':
    'Its help for families invites or meets the loved one, and nobody has said yet that everybody is safe.',
  'safe_to_invite.counseling':
    'It reports family counseling; whether a family member is seen alone, without the loved one, is not reported.',
  'safe_to_invite.own_help': 'Offers help for the family member alone.',

  'teaches_craft.yes': 'Teaches family members CRAFT.',
  'teaches_craft.no': 'Offers family counseling, and does not teach CRAFT.',
  'teaches_craft.unknown':
    'It reports family counseling; whether for families whose loved one is not in treatment, and with CRAFT, is not reported.',
};
