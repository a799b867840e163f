import type { JSX } from 'preact';
import type { Words } from '../words/en.js';
import type { Trouble } from '../service/requests.js';
import { fieldIdOf } from '../service/field-ids.js';
import { useStore } from '../service/store.js';

/** What went wrong, above a screen that stays as it is. */
export function TroubleNote(): JSX.Element | null {
  const { requests, words } = useStore();
  const trouble = requests.trouble.value;
  if (!trouble) return null;
  return <TroubleWords trouble={trouble} words={words.value} onAgain={() => void requests.again()} />;
}

/** The same from values alone. */
export function TroubleWords(props: {
  readonly trouble: Trouble;
  readonly words: Words;
  readonly onAgain: () => void;
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
              <FieldLink id={fieldIdOf(pointer)}>{message}</FieldLink>
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
function FieldLink(props: { readonly id: string | undefined; readonly children: string }): JSX.Element {
  const { id, children } = props;
  if (id === undefined) return <>{children}</>;
  return (
    <button type="button" class="link" onClick={() => showField(id)}>
      {children}
    </button>
  );
}

/** The field may be behind a fold. */
function showField(id: string): void {
  const field = document.getElementById(id);
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}
