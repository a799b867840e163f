import { distanceInWords, sameAreaInWords, speedInWords } from './distance-words.js';
import { ENGLISH, money } from './labels.en.js';
import {
  capital,
  list,
  number,
  type SentenceTemplate,
  type SentenceValues,
  text,
} from './sentence-template.js';
import type { ReasonCode } from '../matching/codes.js';
import type { ReasonValue } from '../matching/verdict.js';

const { allOf, anyOf, label, session } = ENGLISH;

const days = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 day' : `${number(value)} days`;
/** Only if hours were compared and it is not known whether both are in the same time zone. */
const clocks = (values: SentenceValues): string =>
  values.zones === 'unknown' ? '; time zones not known: compared as the same' : '';
const pace = (v: SentenceValues): string => {
  const local = speedInWords(number(v.kmPerHour), v, 'en');
  return v.kmPerHour === v.beyondKmPerHour
    ? `at ${local}`
    : `at ${local} for its first ${far(number(v.localKm) * 1000, v)} and ${speedInWords(number(v.beyondKmPerHour), v, 'en')} after them`;
};
const driving = (values: SentenceValues): string => (values.assumed === true ? '; driving is assumed' : '');
const price = (values: SentenceValues): string =>
  `${money(number(values.price), text(values.currency))} per ${text(values.per)}`;

const workHours = (values: SentenceValues): string =>
  values.assumed ? 'usual working hours (Monday to Friday, 9 to 5, assumed)' : 'the working hours';
/** The hours that were named, with what is not known of them. */
const hours = (values: SentenceValues): string =>
  `${list(values.sessions).map(session).join(', ')}${values.zones === 'converted' ? " in the program's local time" : ''} (on public holidays: not known${clocks(values)})`;
/** Miles, or kilometers where the request asks for them. */
const far = (meters: ReasonValue | undefined, values: SentenceValues): string =>
  distanceInWords(number(meters), values, 'en');
const away = (v: SentenceValues): string =>
  v.meters === 0
    ? `In the same postal code area, ${sameAreaInWords(v, 'en')} away.`
    : `${far(v.meters, v)} away.`;
const fromAfar = (v: SentenceValues): string =>
  v.meters === undefined ? 'Its location is not known.' : away(v);

/** Every English sentence of the engine: constraints, questions to ask, criteria and warnings. */
export const SENTENCES_EN: Readonly<Record<ReasonCode, SentenceTemplate>> = {
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
  'ask.withdrawal_cover': 'Do you manage withdrawal, and with what medical cover?',
  'ask.withdrawal_setting': 'In which setting do you manage withdrawal: outpatient, residential or hospital?',
  'ask.withdrawal_elsewhere':
    'If a client also needs withdrawal from alcohol or sedatives managed: with whom do you plan it, and where?',
  'ask.withdrawal_substance': (v) => `Do you manage withdrawal from ${allOf(list(v.conditions))}?`,

  'pregnancy_care.offers': 'Offers care for pregnant and postpartum women.',
  'pregnancy_care.no': 'Says it does not offer care in pregnancy.',
  'pregnancy_care.unknown': 'Whether it offers care in pregnancy is not reported.',
  'ask.pregnancy_care': 'Do you treat people during pregnancy, together with prenatal care?',

  'co_occurring_care.offers': 'Treats a mental disorder together with substance use.',
  'co_occurring_care.no': 'Says it does not treat mental disorders.',
  'co_occurring_care.unknown': 'Whether it treats mental disorders too is not reported.',
  'ask.co_occurring_care': 'Do you treat a mental disorder together with substance use?',

  'co_occurring_care.enhanced': 'Offers integrated care for severe mental illness.',
  'co_occurring_care.not_enhanced': 'Whether it treats severe mental illness too is not reported.',
  'ask.co_occurring_enhanced':
    'Do you treat severe mental illness together with substance use, with a psychiatrist on the team?',

  'offers_medication.starts': (v) => `Starts people on ${anyOf(list(v.medications))}.`,
  'offers_medication.continues': (v) =>
    `Keeps people on ${anyOf(list(v.medications))}; whether it starts them is not reported.`,
  'offers_medication.refuses': (v) => `Does not use ${anyOf(list(v.medications))}.`,
  'offers_medication.not_opioid': 'Says it does not treat opioid use disorder.',
  'offers_medication.unknown': (v) => `Whether it offers ${anyOf(list(v.medications))} is not reported.`,
  'ask.starts_medication': (v) =>
    `Do you start people on ${anyOf(list(v.medications))}, and how soon after the first call?`,

  'medication_continuity.continues': (v) => `Accepts people who take ${allOf(list(v.medications))}.`,
  'medication_continuity.refuses': (v) => `Does not accept people who take ${anyOf(list(v.medications))}.`,
  'medication_continuity.unknown': (v) =>
    `Whether it accepts people who take ${anyOf(list(v.medications))} is not reported.`,
  'ask.continues_medication': (v) => `Can a person stay on ${allOf(list(v.medications))} with you?`,

  'treats_condition.yes': (v) => `Treats problems with ${allOf(list(v.conditions))}.`,
  'treats_condition.not': (v) => `Does not treat problems with ${anyOf(list(v.conditions))}.`,
  'treats_condition.unknown': (v) =>
    `Whether it treats problems with ${allOf(list(v.conditions))} is not reported.`,
  'ask.treats_condition': (v) => `Do you treat problems with ${allOf(list(v.conditions))}?`,

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
  'ask.level_floor': (v) => `Do you offer ${label(text(v.floor))} care, or more?`,

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
  'ask.level_of_care': (v) => `Do you offer ${anyOf(list(v.levels))} care?`,
  'ask.housing': 'Do you offer recovery housing?',

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
  'ask.medication_by_telehealth': 'Can the first and later medication visits be by telehealth?',
  'ask.all_by_video': 'Can all visits be by video, from the first?',
  'ask.telehealth_state': (v) => `May you treat somebody who is in ${text(v.state)} by video?`,
  'reach.none_within': (v) => `None within ${far(v.max, v)}; the nearest is ${far(v.meters, v)} away.`,
  'reach.none': (v) => `None within ${far(v.max, v)}, and none farther away.`,
  'ask.address': 'Where exactly are you?',

  'modality.offers': (v) => `Offers ${anyOf(list(v.modalities))}.`,
  'modality.not': (v) => `Does not offer ${anyOf(list(v.modalities))}.`,
  'modality.not_in_state': (v) => `Does not treat people who are in ${text(v.state)} by telehealth.`,
  'modality.state_unknown': (v) =>
    `Offers telehealth; whether for people who are in ${text(v.state)} is not reported.`,
  'modality.state_not_told': "Offers telehealth; the client's state is not known.",
  'ask_client.state':
    'Whether you can be seen by telehealth depends on the state where you are. Which state is that?',
  'modality.unknown': (v) => `Whether it offers ${anyOf(list(v.modalities))} is not reported.`,
  'ask.modality': (v) => `Do you offer ${anyOf(list(v.modalities))}?`,

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
  'ask.evening_hours': 'Are there groups or visits in the evening, early in the morning or at weekends?',
  'ask.medication_hours': 'At what hours are medication visits, and is there dosing before work?',
  'ask.level_while_working': 'Is there care that one can attend while working?',

  'cares_while_parenting.childcare': 'Offers childcare.',
  'cares_while_parenting.beds': "Has residential beds for clients' children.",
  'cares_while_parenting.no': "Offers neither childcare nor beds for clients' children.",
  'cares_while_parenting.unknown': 'Whether it offers childcare is not reported.',
  'ask.childcare': 'Is there childcare during treatment?',

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
  'ask.free': 'Is care free for this person, or who has to pay?',
  'ask.payers': (v) => `Do you take ${anyOf(list(v.payers))}?`,
  'ask.price': 'What does it cost, and per week?',
  'ask.who_pays': 'Which insurance or public program could pay for this person?',
  'ask.sliding_fee': 'What would the sliding fee be for this income?',
  'ask.assistance': 'Who can get payment assistance, and how much?',

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
  'ask.open_to_others': 'Do you also see people who are not American Indian or Alaska Native?',
  'ask_client.service':
    'Some of these programs are run for veterans, or for service members and their families. Have you served, do you serve now, or does somebody in your family?',
  'ask_client.tribal':
    'Some of these programs are run for American Indians and Alaska Natives. May you use the Indian Health Service, for example as a member of a tribe?',

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
  'ask.age': (v) => `Do you accept people aged ${number(v.age)}?`,

  'gender.accepts': (v) => `Accepts ${label(text(v.gender))}.`,
  'gender.all': 'Accepts women and men.',
  'gender.not': (v) =>
    list(v.accepted).length > 0
      ? `Accepts ${allOf(list(v.accepted))} only.`
      : `Does not accept ${label(text(v.gender))}.`,
  'gender.unknown': (v) => `Whether it accepts ${label(text(v.gender))} is not reported.`,
  'gender.one': (v) => `Accepts ${allOf(list(v.accepted))} only.`,
  'ask_client.gender': 'Some of these programs accept women only or men only. What is your gender?',
  'ask.gender': (v) => `Do you accept ${label(text(v.gender))}?`,

  'language.in_common': (v) => `Counsels in ${anyOf(list(v.languages))}.`,
  'language.interpreter': 'Has an interpreter on call.',
  'language.not': (v) =>
    list(v.offered).length > 0
      ? `Counsels in ${allOf(list(v.offered))}, not in ${anyOf(list(v.languages))}.`
      : `Does not counsel in ${anyOf(list(v.languages))}.`,
  'language.unknown': (v) => `Whether it counsels in ${anyOf(list(v.languages))} is not reported.`,
  'ask.language': (v) => `Is there counseling in ${anyOf(list(v.languages))}, or an interpreter?`,

  'population.serves': (v) => `Has something for ${allOf(list(v.populations))}.`,
  'population.not': (v) => `Has nothing for ${anyOf(list(v.populations))}.`,
  'population.unknown': (v) => `Whether it has something for ${allOf(list(v.populations))} is not reported.`,
  'population.only': (v) => `Serves only ${anyOf(list(v.populations))}.`,
  'ask.population': (v) => `Do you have something for ${allOf(list(v.populations))}?`,
  'ask.only_population': (v) =>
    `You serve only ${anyOf(list(v.populations))}: would this person be accepted?`,

  'starts_within.same_day': 'Starts on the same day.',
  'starts_within.within': (v) => `First appointment within ${days(v.days)}.`,
  'starts_within.longer': (v) => `First appointment in ${days(v.days)}, later than ${days(v.max)}.`,
  'starts_within.not_in_state': (v) =>
    `Does not start with people who are in ${text(v.state)} by telehealth.`,
  'starts_within.state_unknown': (v) =>
    `Whether it starts with people who are in ${text(v.state)} by telehealth is not reported.`,
  'starts_within.unknown': 'Its waiting time is not known, or not recent enough.',
  'ask.wait': 'When is the first appointment?',

  'accessible.offers': (v) => `Offers ${allOf(list(v.accessibility))}.`,
  'accessible.not': (v) => `Does not offer ${anyOf(list(v.accessibility))}.`,
  'accessible.unknown': (v) => `Whether it offers ${allOf(list(v.accessibility))} is not reported.`,
  'ask.accessible': (v) => `Do you offer ${allOf(list(v.accessibility))}?`,

  'not_excluded.not_named': 'The client did not refuse it.',
  'not_excluded.program': 'The client refused this program.',
  'not_excluded.organization': 'The client refused this organization.',
  'not_excluded.approach': (v) => `Delivers ${list(v.names).join(', ')}, which the client refused.`,
  'not_a_repeat.another': 'Not a program that ended in a relapse or a drop-out.',
  'not_a_repeat.same_program': (v) =>
    v.outcome === 'dropped_out'
      ? 'The client has left this program before.'
      : 'The client completed this program and relapsed.',

  'evidence.earned': (v) => [`Earned by ${list(v.earned).map(earned).join('; ')}.`, ...absences(v)].join(' '),
  'evidence.unknown': (v) => absences(v).join(' '),
  'ask.opioid_medication':
    'Do you start people on methadone or buprenorphine yourselves, how soon after the first call, and may they stay on it as long as they need?',
  'ask.alcohol_medication':
    'Does somebody here prescribe naltrexone or acamprosate for drinking, or do you send people to a prescriber, and to which?',
  'ask.naloxone': 'Does everybody leave with naloxone in their hand, or only with a leaflet?',
  'ask.contingency_management':
    'Do people earn vouchers or prizes for negative tests, how often each week, and how much can one person earn in all?',
  'ask.structured_therapy':
    'Which therapy would my client get, from a manual, by whom trained, and does a supervisor listen to sessions?',
  'ask.mutual_help_facilitation':
    'How do you introduce people to meetings, and is there another kind for those who do not want the twelve steps?',
  'ask.outside_inspection':
    'Are you accredited by the Joint Commission, CARF or COA for this program, and until when?',
  'ask.choice_of_medication':
    'If buprenorphine does not suit my client, can they get methadone or the monthly injection through you?',
  'ask.infection_tests': 'Do you test for hepatitis C and HIV here, and treat hepatitis C or only refer?',
  'ask.mental_health_together':
    'If depression or trauma comes up, is it treated here by the same team, or somewhere else?',
  'ask.family_included': 'May a partner or parent take part, in how many sessions, from when?',
  'ask.full_assessment':
    'Who does the first assessment, how long does it take, and does it ask about health, mood, work and home?',
  'ask.medical_examination': 'Does a doctor or nurse practitioner examine people in the first week?',
  'quality.signs': (v) =>
    [
      ...parts('Reported', v.present),
      ...parts('Partly', v.partly),
      ...parts('Not reported', v.notReported),
      ...parts('Not on its list', v.unlisted),
      ...parts('Says that it does not offer', v.declined),
    ].join(' '),
  'level_of_care_fit.offers': (v) => `Its closest level is ${label(text(v.level))}.`,
  'level_of_care_fit.unknown': 'Its levels of care are not reported.',
  'cost.free': 'Takes no payment.',
  'cost.covered': (v) => `Covered by ${allOf(list(v.payers))}.`,
  'cost.within_budget': (v) => `Costs ${price(v)}.`,
  'cost.sliding_fee': 'Sliding fee, without an amount.',
  'cost.assistance': 'Payment assistance, without an amount.',
  'cost.over_budget': (v) => `Costs ${price(v)}, over the budget.`,
  'cost.not_covered': (v) => `Does not take ${anyOf(list(v.payers))}.`,
  'cost.unknown': 'What it would cost this client is not reported.',
  'distance.meters': away,
  'distance.telehealth': 'By telehealth.',
  'distance.both': (v) => `By telehealth; its site is ${far(v.meters, v)} away.`,
  'distance.unknown': 'Its distance is not known.',
  'access_speed.same_day': 'Starts on the same day.',
  'access_speed.wait': (v) => `First appointment within ${days(v.days)}.`,
  'access_speed.unknown': 'Its waiting time is not known.',
  'schedule_fit.sessions': (v) => `${number(v.percent)} % of its known hours are outside work${clocks(v)}.`,
  'schedule_fit.visits': (v) =>
    `On ${number(v.percent)} % of the days that it names one may come outside work${clocks(v)}.`,
  'schedule_fit.telehealth': 'By telehealth; hours not reported.',
  'schedule_fit.unknown': 'Its hours are not reported.',
  'preferences.features': (v) =>
    [
      ...parts('Wanted and offered', v.present),
      ...parts('Wanted but not offered', v.absent),
      ...parts('Not wanted but offered', v.unwished),
      ...parts('Not reported', v.notReported),
    ].join(' ') || 'No preference counts against it.',
  'safe_to_invite.invites':
    'Its help for families invites or meets the loved one; that waits until everybody is safe.',
  'safe_to_invite.not_asked':
    'Its help for families invites or meets the loved one, and nobody has said yet that everybody is safe.',
  'safe_to_invite.counseling':
    'It reports family counseling; whether a family member is seen alone, without the loved one, is not reported.',
  'safe_to_invite.own_help': 'Offers help for the family member alone.',
  'ask.seen_alone':
    'Do you see a family member alone first, and ask about violence before anybody is invited?',

  'teaches_craft.yes': 'Teaches family members CRAFT.',
  'teaches_craft.no': 'Offers family counseling, and does not teach CRAFT.',
  'teaches_craft.unknown':
    'It reports family counseling; whether for families whose loved one is not in treatment, and with CRAFT, is not reported.',
  'ask.teaches_craft':
    'Do you see a family whose loved one is not in treatment, and does somebody teach CRAFT?',

  'engagement.parts': (v) =>
    [
      ...parts('Offered', v.present),
      ...parts('Not offered', v.absent),
      ...parts('Not reported', v.notReported),
    ].join(' '),
  'engagement.unknown': 'What would help the client to start is not reported.',
  'engagement.ready': 'The client is ready; no special entry is needed.',
  'continuity.parts': (v) =>
    [
      ...parts('Offered', v.present),
      ...parts('Not offered', v.absent),
      ...parts('Not reported', v.notReported),
    ].join(' '),
  'continuity.unknown': 'What follows after treatment is not reported.',
  'continuity.helped_before': 'It has helped the client before.',
  'continuity.same_again': 'The same organization at the same level as before a relapse or drop-out.',
  // Travel: neither a verdict nor a criterion, shown with both.
  'travel.estimate': (v) =>
    `Estimated from ${far(v.meters, v)} in a straight line (between the middles of postal codes where nothing nearer is known): a way ${number(v.detour)} times as long, ${pace(v)}${number(v.setOutMinutes) > 0 ? `, and ${number(v.setOutMinutes)} minutes to set out` : ''}. These are our own assumptions (${text(v.version)}), without traffic${driving(v)}.`,
  'travel.route': (v) =>
    `By the routing service, from a point within about a kilometer of the place given, without traffic${driving(v)}.`,
  'travel.no_route': (v) => `The routing service finds no way there${driving(v)}.`,
  'travel.too_far': (v) =>
    `Farther than ${far(number(v.farthestKm) * 1000, v)} in a straight line, the time is not estimated${driving(v)}.`,
  'travel.transit':
    'Public transport goes by lines and timetables that this directory does not know: the time is not estimated.',

  'trust.record': (v) =>
    [
      `Facts are ${label(text(v.standing))}, ${text(v.freshness)}.`,
      ...(list(v.accreditations).length > 0 ? [`Accredited by ${allOf(list(v.accreditations))}.`] : []),
      ...(list(v.licenses).length > 0 ? ['Licensed or certified.'] : []),
    ].join(' '),

  'warning.listing.warn': (v) => `Reports ${text(v.name)}, which is listed with a warning.`,
  'warning.listing.warn-no-evidence': (v) =>
    `Reports ${text(v.name)}, for which no sound evidence was found.`,
  'warning.listing.warn-offer-craft-first': (v) => `Reports ${text(v.name)}; CRAFT should be offered first.`,
  'warning.listing.never-recommend': (v) => `Reports ${text(v.name)}, which is never recommended.`,
  'warning.listing.not-a-treatment': (v) => `Reports ${text(v.name)}, which is not a treatment.`,
  'warning.badge.harmful': (v) =>
    `Reports ${text(v.name)}, rated harmful${v.reviewed ? '' : ' (draft rating)'}.`,
  'warning.badge.concern': (v) =>
    `Reports ${text(v.name)}; a rating raises a concern${v.reviewed ? '' : ' (draft rating)'}.`,
  'warning.violence_check_first':
    'Before anything that invites or meets the loved one: ask the family member alone whether they or a child are afraid of, or being hurt by, anyone.',
  'warning.joint_work_waits': (v) =>
    `Reports ${list(v.names)
      .map((name) => (name.includes(' ') ? name : label(name)))
      .join(', ')}; nothing together with the family while somebody is hurt or afraid.`,
  'warning.detox_alone':
    'Beyond withdrawal management it reports no level of care and no start of a medication for opioid use. Withdrawal management alone is never recommended for opioid use.',
  'warning.medication_declined':
    'The client declined medication for opioid use disorder. People off medication die more often; a clinician should talk it over.',
};

function parts(title: string, codes: ReasonValue | undefined): string[] {
  return list(codes).length > 0 ? [`${title}: ${allOf(list(codes))}.`] : [];
}

/** Three kinds of absence: not reported, left blank on an answered list, or the program says no. */
function absences(v: SentenceValues): string[] {
  const named = (title: string, of: ReasonValue | undefined) =>
    list(of).length > 0 ? [`${title}: ${list(of).map(component).join(', ')}.`] : [];
  return [
    ...named('Not reported', v.missing),
    ...named('Not on its list', v.unlisted),
    ...named('Says that it does not offer', v.declined),
  ];
}

/** `opioid|medication|Methadone|self-reported|here` → `Methadone (medication for opioids, self-reported)`. */
function earned(entry: string): string {
  const [purpose, kind, approach, standing, way] = entry.split('|');
  const from = way && way !== 'here' ? `, ${label(way)}` : '';
  return `${approach} (${component(`${purpose}|${kind}`)}${from}, ${label(standing!)})`;
}

/** `opioid|medication` → `medication for opioids`. */
function component(entry: string): string {
  const [purpose, kind] = entry.split('|');
  const what = label(kind!);
  return purpose === 'any' || purpose!.includes('-') ? what : `${what} for ${label(purpose!)}`;
}
