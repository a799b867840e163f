import type { Decider } from '../core/matching/what-decides.js';

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
  more: (programs: number) => `${programs} more`,
  askAboutLeave:
    'This care is round the clock. Ask the employer or an adviser about job-protected leave (Family and Medical Leave Act), short-term disability, and the Americans with Disabilities Act.',
  guidanceWaits: (name: string) =>
    `${name}: not while somebody is hurt or afraid. Safety first; it may be offered when everybody is safe.`,
  guidanceNever: (name: string) => `${name}: not recommended.`,
  guidanceCraftFirst: (name: string) => `${name}: not recommended before CRAFT has been offered.`,
  guidanceOffer: (name: string) => `${name}: worth offering to a family first.`,
  guidanceWarn: (name: string) => `${name}: listed with a warning.`,
  decides: (by: Decider, leading: readonly string[]): string => DECIDES[by](leading),
  decidesForPerson: (by: Decider, leading: readonly string[]): string => DECIDES_FOR_PERSON[by](leading),
} satisfies Readonly<
  Record<string, string | ((name: string) => string) | ((programs: number) => string) | DecisionSentence>
>;

export type DecisionSentence = (by: Decider, leading: readonly string[]) => string;

const DECIDES: Readonly<Record<Decider, (leading: readonly string[]) => string>> = {
  match: () => 'The first is a match; something excludes the second.',
  leads: () => 'The first is of a kind that comes before all others in this list.',
  tier: () => 'Everything required is known for the first; something has to be confirmed for the second.',
  safety_open: () => 'For the second, a question of safety is open.',
  reach_open: () =>
    'The first is within the distance; the second is near only by telehealth, or not known to be near.',
  score: (leading) => `The first has the higher score: ${leading.join(', ')}.`,
  known_weight: () => 'Their scores are the same; more is known about the first.',
  distance: () => 'Their scores are the same; the first is nearer.',
  id: () => 'They are the same in everything that counts; the order of their ids decides.',
};

/** The same for the person or the family. */
const DECIDES_FOR_PERSON: Readonly<Record<Decider, (leading: readonly string[]) => string>> = {
  match: () => 'The first fits what was asked for. Something rules out the second.',
  leads: () => 'The first is of a kind that comes first in this list.',
  tier: () => 'We know that the first has all that was asked for. The second has something to check.',
  safety_open: () => 'For the second, a question about safety is still open.',
  reach_open: () =>
    'The first is near. The second is near by phone or video only, or we do not know if it is near.',
  score: (leading) => `The first fits better. What counts most: ${leading.join(', ')}.`,
  known_weight: () => 'They fit equally well. We know more about the first.',
  distance: () => 'They fit equally well. The first is nearer.',
  id: () => 'They are the same in all that counts.',
};

export type AnswerSentences = typeof ANSWER_SENTENCES_EN;
