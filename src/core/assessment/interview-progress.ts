import { holds } from './expression.js';
import type { Instrument, Item } from './instrument.js';
import {
  inputsSetBy,
  type InterviewState,
  type InterviewStep,
  isClosedToMinors,
  itemsOf,
} from './interview.js';
import { isNeedless } from './is-needless.js';
import { countNeedQuestions, type NeedSoFar } from './need-questions.js';
import { isAskedOf } from './score-answers.js';

/** How far an interview has come, in single questions. */
export interface InterviewProgress {
  /** Answered, or skipped. */
  readonly answered: number;
  /** Those, and all that may still be asked: an upper bound that gets closer with every answer. */
  readonly atMost: number;
}

/** @param isOver whether no item of an instrument is asked any more; questions of the need may be left */
export function progressOf(
  steps: readonly InterviewStep[],
  instruments: ReadonlyMap<string, Instrument>,
  state: InterviewState,
  need: NeedSoFar,
  isOver: boolean,
): InterviewProgress {
  const answered = new Set<string>();
  const open = new Set<string>();
  for (const step of steps) {
    if (step.purpose === 'helpful' || step.role !== state.role) continue;
    const { condition } = step;
    const instrument = instruments.get(step.instrument)!;
    for (const item of itemsOf(step, instrument)) {
      // An item that several instruments ask is one question.
      const key = `${condition ?? ''}/${item.id}`;
      if (state.answerTo(item.id, condition) !== undefined || state.isSkipped(item.id, condition))
        answered.add(key);
      else if (!isOver && mayStillAsk(step, instrument, item, state)) open.add(key);
    }
  }
  const ofNeed = countNeedQuestions(need);
  const count = answered.size + ofNeed.answered;
  return { answered: count, atMost: count + open.size + ofNeed.open };
}

function mayStillAsk(
  { when, purpose, condition }: InterviewStep,
  instrument: Instrument,
  item: Item,
  state: InterviewState,
): boolean {
  if (when && holds(when, state.inputs) === false) return false;
  if (isClosedToMinors(instrument, state) || !isAskedOf(item, state.respondent)) return false;
  if (isNeedless(item, instrument.items, (id) => state.answerTo(id, condition))) return false;
  return purpose !== 'result' || inputsSetBy(item).some((input) => state.inputs[input] === undefined);
}
