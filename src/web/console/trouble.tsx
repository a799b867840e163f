import type { JSX } from 'preact';
import type { Words } from '../words/en.js';
import type { Trouble } from '../service/requests.js';
import { fieldIdOf } from '../service/field-ids.js';
import { type Store, useStore } from '../service/store.js';
import { withField } from './interview/answering.js';
import { ask } from './interview/interview-actions.js';

/** What went wrong, above a screen that stays as it is. */
export function TroubleNote(): JSX.Element | null {
  const store = useStore();
  const { requests, words } = store;
  const trouble = requests.trouble.value;
  if (!trouble) return null;
  return (
    <TroubleWords
      trouble={trouble}
      words={words.value}
      onAgain={() => void requests.again()}
      onField={(id) => showField(store, id)}
    />
  );
}

/** The same from values alone. */
export function TroubleWords(props: {
  readonly trouble: Trouble;
  readonly words: Words;
  readonly onAgain: () => void;
  readonly onField: (id: string) => void;
}): JSX.Element {
  const { words: w } = props;
  const { refusal, secondsLeft } = props.trouble;
  const { kind, detail, fields, requestId } = refusal;
  const said = { offline: w.offline, busy: w.tooMuch, invalid: w.correct, other: w.wentWrong }[kind];
  return (
    <div class="trouble" role="alert">
      <p>
        <b>{said}</b> {kind === 'other' && detail} {secondsLeft !== undefined && w.tryingAgainIn(secondsLeft)}
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ pointer, message }) => (
            <li key={pointer}>
              <FieldLink id={fieldIdOf(pointer)} onField={props.onField}>
                {message}
              </FieldLink>
            </li>
          ))}
        </ul>
      )}
      {kind === 'other' && requestId && (
        <p class="hint">
          {w.requestId} {requestId}
        </p>
      )}
      {kind !== 'invalid' && secondsLeft === undefined && (
        <button type="button" class="second" onClick={props.onAgain}>
          {w.tryAgain}
        </button>
      )}
    </div>
  );
}

/** What is wrong with a field; where the field is on the screen, a way to it. */
function FieldLink(props: {
  readonly id: string | undefined;
  readonly onField: (id: string) => void;
  readonly children: string;
}): JSX.Element {
  const { id, onField, children } = props;
  if (id === undefined) return <>{children}</>;
  return (
    <button type="button" class="link" onClick={() => onField(id)}>
      {children}
    </button>
  );
}

/** A field may be behind a fold. Where it is not on the screen, as at the end of the questions, it is asked for again. */
function showField(store: Store, id: string): void {
  const field = document.getElementById(id);
  if (!field) {
    void ask(store, withField(store.moment.value.need, 'constraints.near', undefined));
    return;
  }
  field.closest('details')?.setAttribute('open', '');
  field.focus();
}
