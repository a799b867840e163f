import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { answerClient } from './list-actions.js';

type ClientQuestion = Answer['askClient'][number];
/** The words of the vocabulary that answer a question; the others are answered with yes or no. */
const ANSWERS: Readonly<Record<string, string>> = {
  gender: 'gender',
  service: 'militaryService',
  state: 'state',
};

/** What the client could say to settle open points of many places: each question is asked once, not on every card. */
export function AskClient(): JSX.Element | null {
  const store = useStore();
  const [declined, setDeclined] = useState<readonly string[]>([]);
  const w = store.words.value;
  const { answer } = store.moment.value;
  const questions = (answer?.askClient ?? []).filter(({ code }) => !declined.includes(code));
  if (questions.length === 0) return null;
  return (
    <details class="note">
      <summary>
        {store.asker.value === 'coach' ? w.askFirst(questions.length) : w.askYou(questions.length)}
      </summary>
      {questions.map((question) => (
        <Question
          key={question.code}
          question={question}
          onDecline={() => setDeclined([...declined, question.code])}
        />
      ))}
    </details>
  );
}

function Question(props: { readonly question: ClientQuestion; readonly onDecline: () => void }): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const { code, ask, field } = props.question;
  const kind = ANSWERS[code];
  const answers: readonly (readonly [unknown, string])[] = kind
    ? store.codes.value.all(kind).map((word) => [word.code, word.label])
    : [
        [true, w.yes],
        [false, w.no],
      ];
  const id = `ask-${code}`;
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id}>{ask}</p>
      <div class="row">
        {code === 'state' ? (
          <select
            aria-labelledby={id}
            autocomplete="off"
            onChange={(event) => void answerClient(store, field, event.currentTarget.value)}
          >
            <option value="">{w.choose}</option>
            {answers.map(([value, label]) => (
              <option key={label} value={String(value)}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          answers.map(([value, label]) => (
            <button
              key={label}
              type="button"
              class="second"
              disabled={store.requests.busy.value}
              onClick={() => void answerClient(store, field, value)}
            >
              {label}
            </button>
          ))
        )}
        <button type="button" class="link" onClick={props.onDecline}>
          {w.skip}
        </button>
      </div>
    </div>
  );
}
