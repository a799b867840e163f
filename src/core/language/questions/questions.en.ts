import { ENGLISH } from '../labels.en.js';
import { list, number, text, type SentenceTemplate } from '../sentence-template.js';
import type { ClientQuestionCode, QuestionCode } from '../../matching/codes.js';

const { allOf, anyLanguage, anyOf, label } = ENGLISH;

/** More levels than these are asked for as a whole. */
const MOST_NAMED = 3;

/** English questions: to a program, and to the client. */
export const QUESTIONS_EN: Readonly<Record<QuestionCode | ClientQuestionCode, SentenceTemplate>> = {
  'ask.withdrawal_cover': 'Do you treat withdrawal, and which medical staff is there?',
  'ask.withdrawal_setting':
    'Where do you treat withdrawal: on outpatient visits, with a stay, or in a hospital?',
  'ask.withdrawal_elsewhere':
    'If a person also needs help with withdrawal from alcohol or sedatives, who gives it, and where?',
  'ask.withdrawal_substance': (v) => `Do you treat withdrawal from ${allOf(list(v.conditions))}?`,
  'ask.pregnancy_care': 'Do you treat people during pregnancy, together with prenatal care?',
  'ask.co_occurring_care': 'Do you treat a mental disorder together with substance use?',
  'ask.co_occurring_enhanced':
    'Do you treat severe mental illness together with substance use, with a psychiatrist on the team?',
  'ask.starts_medication': (v) =>
    `Do you start people on ${anyOf(list(v.medications))}, and how soon after the first call?`,
  'ask.continues_medication': (v) => `Can a person stay on ${allOf(list(v.medications))} with you?`,
  'ask.treats_condition': (v) => `Do you treat problems with ${allOf(list(v.conditions))}?`,
  'ask.level_floor': (v) => `Do you offer ${label(text(v.floor))} care, or more?`,
  'ask.level_of_care': (v) =>
    list(v.levels).length > MOST_NAMED
      ? 'Which levels of care do you offer?'
      : `Do you offer ${anyOf(list(v.levels))} care?`,
  'ask.housing': 'Do you offer recovery housing?',
  'ask.medication_by_telehealth': 'Can the first and later medication visits be by telehealth?',
  'ask.all_by_video': 'Can all visits be by video, from the first?',
  'ask.telehealth_state': (v) => `Are you allowed to treat a person in ${text(v.state)} by video?`,
  'ask.address': 'Where exactly are you?',
  'ask_client.state':
    'Whether you can be seen by telehealth depends on the state where you are. Which state is that?',
  'ask.modality': (v) => `Do you offer ${anyOf(list(v.modalities))}?`,
  'ask.evening_hours': 'Are there groups or visits in the evening, early in the morning or at weekends?',
  'ask.medication_hours': 'At what hours are medication visits, and is there dosing before work?',
  'ask.level_while_working': 'Is there care that leaves time to keep working?',
  'ask.childcare': 'Is there childcare during treatment?',
  'ask.free': 'Is care free for this person, or who has to pay?',
  'ask.payers': (v) => `Do you take ${anyOf(list(v.payers))}?`,
  'ask.price': 'What does it cost, and how much is that a week?',
  'ask.who_pays': 'Which insurance or public program could pay for this person?',
  'ask.sliding_fee': 'What would the sliding fee be for this income?',
  'ask.assistance': 'Who can get payment assistance, and how much?',
  'ask.open_to_others': 'Do you also see people who are not American Indian or Alaska Native?',
  'ask_client.service':
    'Some of these programs are run for veterans, or for service members and their families. Have you served, do you serve now, or does someone in your family?',
  'ask_client.tribal':
    'Some of these programs are run for American Indians and Alaska Natives. May you use the Indian Health Service, for example as a member of a tribe?',
  'ask.age': (v) => `Do you accept people aged ${number(v.age)}?`,
  'ask_client.gender': 'Some of these programs accept women only or men only. What is your gender?',
  'ask.gender': (v) => `Do you accept ${label(text(v.gender))}?`,
  'ask.language': (v) => `Is there counseling in ${anyLanguage(list(v.languages))}, or an interpreter?`,
  'ask.population': (v) => `Do you have something for ${allOf(list(v.populations))}?`,
  'ask.only_population': (v) =>
    `You serve only ${anyOf(list(v.populations))}: would this person be accepted?`,
  'ask.wait': 'When is the first appointment?',
  'ask.accessible': (v) => `Do you offer ${allOf(list(v.accessibility))}?`,
  'ask.opioid_medication':
    'Do you start people on methadone or buprenorphine yourselves, how soon after the first call, and may they stay on it as long as they need?',
  'ask.alcohol_medication':
    'Do you prescribe naltrexone or acamprosate for drinking, or do you send people to someone who does, and to whom?',
  'ask.naloxone': 'Does everyone leave with naloxone in their hand, or only with a leaflet?',
  'ask.contingency_management':
    'Do people earn vouchers or prizes for negative tests, how often each week, and how much can one person earn in all?',
  'ask.structured_therapy':
    'Which therapy would a person get, does it follow a manual, who is trained in it, and does a supervisor listen to sessions?',
  'ask.mutual_help_facilitation':
    'How do you introduce people to meetings, and is there another kind for those who do not want the twelve steps?',
  'ask.outside_inspection':
    'Are you accredited by the Joint Commission, CARF or COA for this program, and until when?',
  'ask.choice_of_medication':
    'If buprenorphine does not suit a person, can they get methadone or the monthly injection through you?',
  'ask.infection_tests':
    'Do you test for hepatitis C and HIV, and do you treat hepatitis C or send people elsewhere?',
  'ask.mental_health_together':
    'If depression or trauma comes up, does the same team treat it, or is that somewhere else?',
  'ask.family_included': 'Can a partner or parent take part, in how many sessions, and from when?',
  'ask.full_assessment':
    'Who does the first assessment, how long does it take, and does it ask about health, mood, work and home?',
  'ask.medical_examination': 'Does a doctor or nurse practitioner examine people in the first week?',
  'ask.seen_alone':
    'Do you see a family member alone first, and ask about violence before anyone is invited?',
  'ask.teaches_craft':
    'Do you see a family whose loved one is not in treatment, and does someone teach CRAFT?',
};
