import { grouped } from '../core/language/grouped.js';

/**
 * English sentences of a match, in addition to those of the engine. This table defines the sentences that other
 * languages need.
 */
export const ANSWER_SENTENCES_EN = {
  held: 'The message comes first. To see the options, show the message and send the same request with its token under assessment.acknowledged.',
  readByClinician:
    'The levels are those that a clinician stated; our own reading is shown with them, and its floors apply. ' +
    'Nothing here is a diagnosis.',
  readByUs:
    'A provisional reading of answers, and what a professional stated. Nothing here is a diagnosis, and a clinician confirms the level of care.',
  forLovedOne: (question: string) => `A question to your loved one: ${question}`,
  /** After what a change would show in addition. */
  more: (programs: number) => `${grouped(programs)} more`,
  askAboutLeave:
    'This care is round the clock. Ask the employer or an adviser about job-protected leave (Family and Medical Leave Act), short-term disability, and the Americans with Disabilities Act.',
  guidanceWaits: (name: string) =>
    `${name}: not while somebody is hurt or afraid. Safety first; it may be offered when everybody is safe.`,
  guidanceNever: (name: string) => `${name}: not recommended.`,
  guidanceCraftFirst: (name: string) => `${name}: not recommended before CRAFT has been offered.`,
  guidanceOffer: (name: string) => `${name}: worth offering to a family first.`,
  guidanceWarn: (name: string) => `${name}: listed with a warning.`,
} satisfies Readonly<Record<string, string | ((name: string) => string) | ((programs: number) => string)>>;

export type AnswerSentences = typeof ANSWER_SENTENCES_EN;
