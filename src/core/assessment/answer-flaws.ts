import type { Instrument, Item } from './instrument.js';

/** Why an answer cannot be accepted. The answer itself is never repeated. */
export interface AnswerFlaw {
  /** Item id, and the place in a list of ticked options. */
  readonly at: readonly (string | number)[];
  /** `wrong-type` and `unknown-item` cannot be read; the others are well-formed but impossible. */
  readonly kind: 'unknown-item' | 'wrong-type' | 'not-an-option' | 'out-of-range' | 'twice';
  readonly message: string;
}

const LONGEST_TEXT = 2000;
const MOST_LISTED = 12;

/** Everything that is wrong with answers to one instrument; empty if every answer is one of its options. */
export function flawsOfAnswers(
  { items }: Instrument,
  answers: Readonly<Record<string, unknown>>,
): AnswerFlaw[] {
  return Object.entries(answers).flatMap(([id, answer]): AnswerFlaw[] => {
    const item = items.find((one) => one.id === id);
    if (!item)
      return [{ at: [id], kind: 'unknown-item', message: 'is not an item of this instrument; remove it' }];
    return flawsOfAnswer(item, answer).map((one) => ({ ...one, at: [id, ...one.at] }));
  });
}

function flawsOfAnswer(item: Item, answer: unknown): AnswerFlaw[] {
  const { kind, options = [], min = 0, max = 0 } = item;
  const values = options.map(({ value }) => value);
  const listed = values.slice(0, MOST_LISTED).join(', ');
  const allowed = `${listed}${values.length > MOST_LISTED ? ', …' : ''}`;
  switch (kind) {
    case 'choice':
      if (typeof answer !== 'number' && typeof answer !== 'string')
        return [flaw('wrong-type', `must be one of ${allowed}`)];
      return values.includes(answer) ? [] : [flaw('not-an-option', `must be one of ${allowed}`)];
    case 'choices': {
      if (!Array.isArray(answer) || !answer.every((one) => typeof one === 'string'))
        return [flaw('wrong-type', `must be a list of the ticked codes, [] for none: ${allowed}`)];
      const seen = new Set<string>();
      return answer.flatMap((one: string, at): AnswerFlaw[] => {
        if (seen.has(one)) return [flaw('twice', 'is listed twice; remove one', at)];
        seen.add(one);
        return values.includes(one) ? [] : [flaw('not-an-option', `must be one of ${allowed}`, at)];
      });
    }
    case 'integer': {
      const message = `must be a whole number from ${min} to ${max}`;
      if (typeof answer !== 'number') return [flaw('wrong-type', message)];
      return Number.isInteger(answer) && answer >= min && answer <= max
        ? []
        : [flaw('out-of-range', message)];
    }
    case 'text':
      return typeof answer === 'string' && answer.length <= LONGEST_TEXT
        ? []
        : [flaw('wrong-type', `must be a string of at most ${LONGEST_TEXT} characters; it is not kept`)];
  }
}

function flaw(kind: AnswerFlaw['kind'], message: string, ...at: number[]): AnswerFlaw {
  return { at, kind, message };
}
