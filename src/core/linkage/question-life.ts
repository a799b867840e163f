/**
 * The life of a question whether two programs are one. `awaiting-second`: one person said that they are, and a second one
 * must agree, since what people reported would move. `settled`: a later edition or another decision answered it.
 */
export const QUESTION_STATES = ['open', 'unsure', 'awaiting-second', 'same', 'different', 'settled'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const QUESTION_ANSWERS = ['same', 'different', 'unsure'] as const;
export type QuestionAnswer = (typeof QUESTION_ANSWERS)[number];

/** Who said last that two programs are one. */
interface AskedQuestion {
  readonly state: QuestionState;
  /** Id of the person who answered last; `null` before the first answer. */
  readonly answeredBy: string | null;
}

/** The state after an answer, or why it is refused. */
export function afterAnswer(
  answer: QuestionAnswer,
  { state, answeredBy }: AskedQuestion,
  { person, needsSecond }: { readonly person: string; readonly needsSecond: boolean },
): { readonly to: QuestionState } | { readonly refused: string } {
  if (state === 'same')
    return { refused: 'These two are one program already. To tell them apart, undo the decision.' };
  if (state === 'settled')
    return { refused: 'This question is settled: a later edition or another decision answered it.' };
  if (answer !== 'same') return { to: answer };
  if (!needsSecond) return { to: 'same' };
  if (state !== 'awaiting-second') return { to: 'awaiting-second' };
  if (answeredBy === person)
    return {
      refused: 'You said so already. What people reported would move, so a second person must agree.',
    };
  return { to: 'same' };
}
