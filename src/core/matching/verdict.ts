import type { ReasonCode } from './codes.js';

/** What a sentence is made of: its code in the catalogue and the values it names. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, ReasonValue>>;
}
export type ReasonValue = string | number | boolean | readonly string[];

export type Outcome = 'meets' | 'fails' | 'unknown';

/** How one program stands to one constraint; `ask` is the question to put to the provider. */
export interface Verdict {
  readonly verdict: Outcome;
  readonly reason: Reason;
  readonly ask?: Reason;
  /** What was asked for and what was found, where both can be told in the same unit. */
  readonly asked?: number | string | readonly string[];
  readonly found?: number | string | readonly string[];
}

type Values = Readonly<Record<string, ReasonValue>>;

export const meets = (code: ReasonCode, values: Values = {}): Verdict => ({
  verdict: 'meets',
  reason: { code, values },
});

export const fails = (
  code: ReasonCode,
  values: Values = {},
  compared: Pick<Verdict, 'asked' | 'found'> = {},
): Verdict => ({ verdict: 'fails', reason: { code, values }, ...compared });

export const unknown = (code: ReasonCode, ask: ReasonCode, values: Values = {}): Verdict => ({
  verdict: 'unknown',
  reason: { code, values },
  ask: { code: ask, values },
});

/** Both have to hold: the worse verdict stands; of two alike, the first. */
export function both(a: Verdict, b: Verdict): Verdict {
  const badness = ({ verdict }: Verdict) => ['meets', 'unknown', 'fails'].indexOf(verdict);
  return badness(b) > badness(a) ? b : a;
}
