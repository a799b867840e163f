import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useStore } from '../../service/store.js';
import { coachWords } from '../../words/coach-words.js';
import { maySave, signIn, signOut } from './call-actions.js';

/** Characters of a key that are shown, so that it can be told from another. */
const SHOWN = 4;

/** A key, kept in the memory of this tab; after that, whose it is. */
export function SignIn(): JSX.Element {
  const store = useStore();
  const [key, setKey] = useState('');
  const c = coachWords(store.language.value);
  const account = store.account.value;
  if (account) {
    const { identity } = account;
    return (
      <p class="row">
        {c.signedInAs(identity.name, account.key.slice(-SHOWN))}{' '}
        {!maySave(identity) && <b>{c.mayNotSave(identity.name)}</b>}
        <button type="button" class="link" onClick={() => signOut(store)}>
          {c.signOut}
        </button>
      </p>
    );
  }
  function submit(event: Event): void {
    event.preventDefault();
    if (key.trim() === '') return;
    void signIn(store, key.trim());
    setKey('');
  }
  return (
    <form class="note" onSubmit={submit} noValidate autocomplete="off">
      <h2>{c.signIn}</h2>
      <p class="hint">{c.signInHint}</p>
      <p class="row">
        <label>
          {c.key}{' '}
          <input
            type="password"
            autocomplete="off"
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="second" disabled={store.requests.busy.value}>
          {c.signInButton}
        </button>
      </p>
    </form>
  );
}
