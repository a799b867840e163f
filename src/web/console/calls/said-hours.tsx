import type { JSX } from 'preact';
import { HoursField, NO_HOURS } from '../../design/hours-field.js';
import type { CoachWords } from '../../words/coach-words.js';
import type { Words } from '../../words/en.js';
import type { Entered } from './call-field.js';

/** Hours on days; a place may have others on other days. Nothing is filled in before it was said. */
export function SaidHours(props: {
  readonly name: string;
  readonly words: Words;
  readonly coachWords: CoachWords;
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
}): JSX.Element {
  const { name, words, coachWords: c, entered, onEnter } = props;
  const spans = entered.hours ?? [NO_HOURS];
  return (
    <>
      {spans.map((span, at) => (
        <HoursField
          key={at}
          hours={span}
          legend={spans.length > 1 ? `${name} (${at + 1})` : name}
          words={words}
          onChange={(changed) => onEnter({ hours: spans.map((one, i) => (i === at ? changed : one)) })}
        />
      ))}
      <p>
        <button type="button" class="link" onClick={() => onEnter({ hours: [...spans, NO_HOURS] })}>
          {c.otherHours}
        </button>
      </p>
    </>
  );
}
