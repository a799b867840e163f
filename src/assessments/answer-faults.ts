import type { AnswerFlaw } from '../core/assessment/answer-flaws.js';
import type { Instrument } from '../core/assessment/instrument.js';
import type { Condition } from '../core/vocabulary/conditions.js';
import { closestWord } from '../http/validation/closest-word.js';
import { jsonPointer } from '../http/validation/json-pointer.js';
import type { FieldError } from '../http/problem.js';

/** Why no answers to this instrument can be accepted. */
export function faultOfAnswers(
  { entry, perCondition }: Instrument,
  condition: Condition | undefined,
): { field: string; message: string } | undefined {
  if (entry === 'total-only')
    return {
      field: 'answers',
      message:
        'the items of this instrument may not be shipped (licence); calculate the total on paper and give the score',
    };
  if (perCondition && condition === undefined)
    return { field: 'condition', message: 'is required: this instrument is filled in for one condition' };
  return undefined;
}

/** Describes a flaw of an answer, with its place. */
export function pointTo(
  flaw: AnswerFlaw,
  { items }: Instrument,
  at: readonly (string | number)[],
): FieldError & { readonly readable: boolean } {
  const readable = flaw.kind !== 'unknown-item' && flaw.kind !== 'wrong-type';
  const meant =
    flaw.kind === 'unknown-item'
      ? closestWord(
          String(flaw.at[0]),
          items.map(({ id }) => id),
        )
      : undefined;
  return {
    pointer: jsonPointer([...at, ...flaw.at]),
    message: meant === undefined ? flaw.message : `${flaw.message}, or did you mean "${meant}"?`,
    ...(meant === undefined ? {} : { suggestion: meant }),
    readable,
  };
}

/** Why a total of this instrument cannot be accepted. `field` is a field of the score. */
export function faultOfScore(
  { scales, perCondition }: Instrument,
  { scale: wanted, value, condition }: { scale?: string; value: number; condition?: Condition },
): { field: 'score' | 'scale' | 'condition' | 'instrument'; message: string; readable: boolean } | undefined {
  const codes = scales.map(({ code }) => code);
  if (codes.length === 0)
    return { field: 'instrument', message: 'has no total; give its answers', readable: true };
  const code = wanted ?? (codes.length === 1 || codes[0] === 'total' ? codes[0] : undefined);
  const scale = scales.find((one) => one.code === code);
  if (!scale)
    return { field: 'scale', message: `must be one of ${codes.join(', ')}`, readable: wanted === undefined };
  if (value < scale.min || value > scale.max)
    return { field: 'score', message: `must be from ${scale.min} to ${scale.max}`, readable: true };
  if (perCondition && condition === undefined)
    return {
      field: 'condition',
      message: 'is required: this instrument is filled in for one condition',
      readable: true,
    };
  if (scale.condition !== undefined && condition !== undefined && scale.condition !== condition)
    return { field: 'condition', message: `this total is about ${scale.condition}`, readable: true };
  return undefined;
}
