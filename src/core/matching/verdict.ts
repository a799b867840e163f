import type { ClientQuestion, ClientQuestionCode, LineCode, QuestionCode } from './codes.js';

/** What a sentence is made of: its code in the catalogue and the values it names. */
export interface Said<Code extends string> {
  readonly code: Code;
  readonly values: Readonly<Record<string, ReasonValue>>;
}
/** What is said of a program. */
export type Reason = Said<LineCode>;
export type ReasonValue = string | number | boolean | readonly string[];

export type Outcome = 'meets' | 'fails' | 'unknown';

/** A question to put to the provider. */
export type ProgramQuestion = Said<QuestionCode>;

/**
 * Whether one program meets one constraint, and why. What is unknown has the question that would settle it: `ask` for the
 * program, `askClient` for the client.
 */
export interface Verdict {
  readonly verdict: Outcome;
  readonly reason: Reason;
  readonly ask?: ProgramQuestion;
  readonly askClient?: ClientQuestion;
  /** Of `within_distance`: whether the site is near, or telehealth bridges the distance or may bridge it. */
  readonly reach?: 'within' | 'by_telehealth';
  /** What was asked for and what was found, where both are in the same unit. */
  readonly asked?: number | string | readonly string[];
  readonly found?: number | string | readonly string[];
}

type Values = Readonly<Record<string, ReasonValue>>;

export const meets = (code: LineCode, values: Values = {}): Verdict => ({
  verdict: 'meets',
  reason: { code, values },
});

export const fails = (
  code: LineCode,
  values: Values = {},
  compared: Pick<Verdict, 'asked' | 'found'> = {},
): Verdict => ({ verdict: 'fails', reason: { code, values }, ...compared });

export const unknown = (code: LineCode, ask: QuestionCode, values: Values = {}): Verdict => ({
  verdict: 'unknown',
  reason: { code, values },
  ask: { code: ask, values },
});

/** Unknown until the client tells. */
export const untold = (code: LineCode, askClient: ClientQuestion, values: Values = {}): Verdict => ({
  verdict: 'unknown',
  reason: { code, values },
  askClient,
});

/** The words of a question to the client. */
export function askOf(question: ClientQuestion): Said<ClientQuestionCode> {
  return { code: `ask_client.${question}`, values: {} };
}

/** Both have to hold: the worse verdict of the two; if both are equally bad, the first. */
export function both(a: Verdict, b: Verdict): Verdict {
  const badness = ({ verdict }: Verdict) => ['meets', 'unknown', 'fails'].indexOf(verdict);
  return badness(b) > badness(a) ? b : a;
}
