import type { Judgement } from '../rules/criterion.js';
import type { Outcome, Verdict } from '../verdict.js';
import type { Measures } from './rule-results.js';

/** Outcomes by their number; a constraint that says nothing of a program comes first. */
export const OUTCOMES: readonly (Outcome | undefined)[] = [undefined, 'meets', 'fails', 'unknown'];

/** Of a verdict: the number of its outcome. */
export const OUTCOME: Measures<Verdict | undefined> = [(verdict) => OUTCOMES.indexOf(verdict?.verdict)];

/** Of a judgement: its value, and what of it is known. */
export const VALUE_AND_KNOWN: Measures<Pick<Judgement, 'value' | 'known'>> = [
  ({ value }) => value,
  ({ known }) => known,
];
