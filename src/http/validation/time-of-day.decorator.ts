import { flawOfTime, TIME_PATTERNS, type TimeSide } from '../../core/vocabulary/time-of-day.js';
import { FieldRule, type FieldOptions, flaw } from './field-rule.js';

/** A field that holds the start or the end of hours, as HH:MM in 24 hours; an end may be 24:00. */
export function TimeOfDay(side: TimeSide, options: FieldOptions = {}): PropertyDecorator {
  return FieldRule(
    (value) => {
      const wrong = flawOfTime(value, side);
      return wrong ? flaw(wrong.message, wrong.suggestion) : [];
    },
    { type: 'string', minLength: 5, maxLength: 5, pattern: TIME_PATTERNS[side].source },
    options,
  );
}
