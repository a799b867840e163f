/** What a match says in English beside the engine's own sentences. This table defines what other languages have to say. */
export const ANSWER_SENTENCES_EN = {
  held: 'The message comes first. Send the same request with these ids under assessment.acknowledged to see the options.',
  readByClinician:
    'The levels are as a clinician stated; our own reading stands beside them, and its floors hold. Nothing here is a diagnosis.',
  readByUs:
    'A provisional reading of answers, and what a professional stated. Nothing here is a diagnosis, and a clinician confirms the level of care.',
  askAboutLeave:
    'This care is round the clock. Ask the employer or an adviser about job-protected leave (Family and Medical Leave Act), short-term disability, and the Americans with Disabilities Act.',
  guidanceWaits: (name: string) =>
    `${name}: not while somebody is hurt or afraid. Safety first; it may be offered when everybody is safe.`,
  guidanceNever: (name: string) => `${name}: not recommended.`,
  guidanceCraftFirst: (name: string) => `${name}: not recommended before CRAFT has been offered.`,
  guidanceOffer: (name: string) => `${name}: worth offering to a family first.`,
  guidanceWarn: (name: string) => `${name}: listed with a warning.`,
} satisfies Readonly<Record<string, string | ((name: string) => string)>>;

export type AnswerSentences = typeof ANSWER_SENTENCES_EN;
