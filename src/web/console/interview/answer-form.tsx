import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { areWhole, DAYS, type Hours, HoursField } from '../../design/hours-field.js';
import type { Words } from '../../words/en.js';
import { ChoiceBoxes } from './choice-boxes.js';
import type { QuestionField } from './question-field.js';

const METRES_OF_A_MILE = 1609.344;
const KM = 1000;
/** What the service assumes if no hours are given. */
const USUAL_HOURS: Hours = { days: DAYS.slice(0, 5), from: '09:00', to: '17:00' };

interface AnswerFormProps {
  readonly field: QuestionField;
  readonly words: Words;
  /** Language of the choices, if it is not that of the page. */
  readonly lang: string | undefined;
  readonly isBusy: boolean;
  readonly onAnswer: (value: unknown) => void;
}

/** The fields of one answer. Nothing is chosen beforehand, and an empty answer is not sent. */
export function AnswerForm({ field, words: w, lang, isBusy, onAnswer }: AnswerFormProps): JSX.Element {
  const [picked, setPicked] = useState<readonly unknown[]>([]);
  const [text, setText] = useState('');
  const [hours, setHours] = useState<Hours>(USUAL_HOURS);
  const [flaw, setFlaw] = useState('');

  function submit(event: Event): void {
    event.preventDefault();
    const read = readAnswer(field, { picked, text, hours }, w);
    if ('flaw' in read) setFlaw(read.flaw);
    else onAnswer(read.value);
  }

  const isChoice = field.kind === 'one' || field.kind === 'many';
  const described = flaw === '' ? 'why' : 'why flaw';
  return (
    <form onSubmit={submit} noValidate autocomplete="off">
      {flaw !== '' && (
        <p class="flaw" id="flaw" role="alert">
          {flaw}
        </p>
      )}
      {isChoice && (
        <fieldset aria-labelledby="question" aria-describedby={described} lang={lang}>
          {field.kind === 'many' && field.mayBeNone && (
            <button type="button" class="second none" disabled={isBusy} onClick={() => onAnswer([])}>
              {w.noneOfThese}
            </button>
          )}
          <ChoiceBoxes field={field} picked={picked} onPick={setPicked} />
        </fieldset>
      )}
      {field.kind === 'hours' && (
        <HoursField hours={hours} legend={w.hoursOnDays} words={w} onChange={setHours} />
      )}
      {!isChoice && field.kind !== 'hours' && (
        <p>
          <input
            id={field.kind === 'zip' ? 'zip' : undefined}
            class={field.kind === 'text' ? 'wide' : 'number'}
            inputMode={field.kind === 'text' ? 'text' : 'numeric'}
            autocomplete="off"
            aria-labelledby="question"
            aria-describedby={described}
            aria-invalid={flaw !== ''}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />{' '}
          {field.kind === 'miles' && w.miles}
          {field.kind === 'number' && field.isYears && w.years}
        </p>
      )}
      <button type="submit" class="primary" disabled={isBusy}>
        {w.next}
      </button>
    </form>
  );
}

/** What the API takes, or what is wrong. */
function readAnswer(
  field: QuestionField,
  { picked, text, hours }: { picked: readonly unknown[]; text: string; hours: Hours },
  w: Words,
): { value: unknown } | { flaw: string } {
  const trimmed = text.trim();
  switch (field.kind) {
    case 'one':
      return picked.length === 1 ? { value: picked[0] } : { flaw: w.chooseOne };
    case 'many':
      return picked.length > 0 ? { value: picked } : { flaw: w.chooseOne };
    case 'zip':
      return /^\d{5}$/.test(trimmed) ? { value: trimmed } : { flaw: w.fiveDigits };
    case 'hours':
      return areWhole(hours) ? { value: [hours] } : { flaw: w.chooseOne };
    case 'text':
      return trimmed === '' ? { flaw: w.chooseOne } : { value: trimmed };
    case 'miles': {
      const miles = Number(trimmed);
      return trimmed !== '' && miles > 0
        ? { value: Math.round((miles * METRES_OF_A_MILE) / KM) }
        : { flaw: w.anyNumber };
    }
    case 'number': {
      const value = Number(trimmed);
      const isRight =
        trimmed !== '' && Number.isInteger(value) && value >= field.least && value <= field.most;
      return isRight ? { value } : { flaw: w.numberBetween(field.least, field.most) };
    }
  }
}
