import type { NeedQuestionCode } from '../core/assessment/need-questions.js';

/** One question of the need, in words for the person. */
export interface NeedWords {
  readonly title: string;
  readonly text: string;
  /** To a family member, about the loved one; if absent, `text` fits both. */
  readonly aboutLovedOne?: string;
  readonly why: string;
  /** Labels of its options, by value; without one the word for the code is shown, as for languages. */
  readonly options?: Readonly<Record<string, string>>;
}

const YES_NO = { true: 'Yes', false: 'No' };

/** English words of the questions that a match needs. This table defines the words that other languages need. */
export const NEED_SENTENCES_EN = {
  place: {
    title: 'Where to look',
    text: 'In which ZIP code should we look?',
    why: 'Places are listed by how far away they are.',
  },
  distance: {
    title: 'How far',
    text: 'How far can you travel?',
    aboutLovedOne: 'How far can your loved one travel?',
    why: 'What is farther away is left out of the list, and the list says so.',
  },
  travel: {
    title: 'How to get there',
    text: 'How would you get there?',
    aboutLovedOne: 'How would your loved one get there?',
    why: 'The same way takes longer on foot than by car.',
    options: { drive: 'By car', transit: 'By bus or train', bike: 'By bike', walk: 'On foot' },
  },
  payers: {
    title: 'Paying for care',
    text: 'How can care be paid for? Tick all that apply, or none.',
    aboutLovedOne: 'How can care for your loved one be paid for? Tick all that apply, or none.',
    why: 'Places differ in the insurance that they take.',
    options: {
      medicaid: 'Medicaid',
      medicare: 'Medicare',
      private: 'Private insurance',
      military: 'Other military insurance, or I do not know which',
      tricare: 'TRICARE',
      champva: 'CHAMPVA',
      va: 'Veterans Affairs pays',
      state: 'State insurance other than Medicaid',
      tribal: 'Tribal or Indian Health Service funds',
      'self-pay': 'Own money',
      'sliding-fee': 'A fee that depends on income (sliding fee)',
      free: 'Only care that costs nothing',
    },
  },
  work: {
    title: 'Work',
    text: 'Do you have to go on working, or caring for others, during treatment?',
    aboutLovedOne: 'Does your loved one have to go on working, or caring for others, during treatment?',
    why: 'Then only care outside these hours fits.',
    options: YES_NO,
  },
  work_hours: {
    title: 'Working hours',
    text: 'On which days, and from when to when?',
    why: 'Care has to be at other hours.',
    options: {
      mo: 'Monday',
      tu: 'Tuesday',
      we: 'Wednesday',
      th: 'Thursday',
      fr: 'Friday',
      sa: 'Saturday',
      su: 'Sunday',
    },
  },
  modalities: {
    title: 'How to meet',
    text: 'How can you meet with a program? Tick all that are possible for you.',
    aboutLovedOne: 'How can your loved one meet with a program? Tick all that are possible.',
    why: 'Some programs are open to people who cannot come.',
    options: { 'in-person': 'In person', telehealth: 'By phone or video' },
  },
  languages: {
    title: 'Language',
    text: 'In which languages can you talk about all this? Tick all that apply.',
    aboutLovedOne: 'In which languages can your loved one talk about all this? Tick all that apply.',
    why: 'Care works only in a language that one speaks.',
  },
  age: {
    title: 'Age',
    text: 'How old are you?',
    aboutLovedOne: 'How old is your loved one?',
    why: 'Some places are for some ages only.',
  },
  gender: {
    title: 'Gender',
    text: 'Which of these fits you?',
    aboutLovedOne: 'Which of these fits your loved one?',
    why: 'Some places are for women only or for men only. It is used for nothing else.',
    options: { woman: 'Woman', man: 'Man', nonbinary: 'Nonbinary' },
  },
  children: {
    title: 'Children',
    text: 'Do you need childcare while you are in care?',
    aboutLovedOne: 'Does your loved one need childcare while they are in care?',
    why: 'Some places look after children.',
    options: YES_NO,
  },
  accessibility: {
    title: 'Access',
    text: 'Do you need any of these? Tick all that apply.',
    aboutLovedOne: 'Does your loved one need any of these? Tick all that apply.',
    why: 'Places that do not have them are left out.',
    options: { wheelchair: 'Wheelchair access', 'sign-language': 'Sign language' },
  },
  tried: {
    title: 'What was tried before',
    text: 'Were you in treatment before, and how did it end? Tick all that apply, or none.',
    aboutLovedOne:
      'Was your loved one in treatment before, and how did it end? Tick all that apply, or none.',
    why: 'If it did not last, places that offer something different come higher. No place is left out for it.',
    options: {
      completed_then_relapsed: 'It was finished, and use came back later',
      dropped_out: 'It ended early',
      helped: 'It helped',
    },
  },
  goal: {
    title: 'Your goal',
    text: 'What do you want to reach?',
    why: 'Programs that work toward it come higher. No place is left out for it.',
    options: { abstinence: 'To stop', reduction: 'To drink or use less' },
  },
} satisfies Readonly<Record<NeedQuestionCode, NeedWords>>;

/** The same words in another language: none may be left out. */
export type NeedSentences = Words<typeof NEED_SENTENCES_EN>;
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
