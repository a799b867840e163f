import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Issuer } from '../../service/coach-api.js';
import { type Account, useStore } from '../../service/store.js';
import { type CoachWords, coachWords } from '../../words/coach-words.js';
import { timeWords } from '../../words/formats.js';
import { learnWays, maySave, signInAtIssuer, signInWithKey, signOut } from './sign-in-actions.js';

/** Characters of a key that are shown, so that it can be told from another. */
const SHOWN = 4;

/** A key or an account, kept in the memory of this tab; after that, whose it is. */
export function SignIn(): JSX.Element {
  const store = useStore();
  const c = coachWords(store.language.value);
  useEffect(() => void learnWays(store), [store]);
  const account = store.account.value;
  if (account) return <SignedIn account={account} words={c} />;
  const issuer = store.ways.value?.issuer;
  const takesKeys = store.ways.value?.keys ?? true;
  return (
    <div class="note">
      <h2>{c.signIn}</h2>
      <p class="hint">{c.signInHint}</p>
      {issuer && issuer.clientId !== null && <WithAccount issuer={issuer} words={c} />}
      {takesKeys && <WithKey words={c} />}
    </div>
  );
}

function SignedIn(props: { readonly account: Account; readonly words: CoachWords }): JSX.Element {
  const store = useStore();
  const { words: c } = props;
  const { token, identity, endsAt } = props.account;
  const { name } = identity;
  return (
    <p class="row">
      {identity.by === 'key' ? c.signedInAs(name, token.slice(-SHOWN)) : c.signedInWithAccount(name)}{' '}
      {endsAt !== undefined && c.signedInUntil(timeWords(new Date(endsAt), store.language.value))}{' '}
      {!maySave(identity) && <b>{c.mayNotSave(name)}</b>}
      <button type="button" class="link" onClick={() => signOut(store)}>
        {c.signOut}
      </button>
    </p>
  );
}

/** It leaves this page, and what is on it: at the start there is nothing to lose yet. */
function WithAccount(props: { readonly issuer: Issuer; readonly words: CoachWords }): JSX.Element {
  const store = useStore();
  const { issuer, words: c } = props;
  return (
    <>
      <p>
        <button
          type="button"
          class="primary"
          disabled={store.requests.busy.value}
          onClick={() => void signInAtIssuer(store, issuer)}
        >
          {c.signInWithAccount}
        </button>
      </p>
      <p class="hint">{c.accountLeadsTo(new URL(issuer.url).host)}</p>
      {store.step.value > 0 && (
        <p>
          <b>{c.accountLosesPage}</b>
        </p>
      )}
    </>
  );
}

function WithKey({ words: c }: { readonly words: CoachWords }): JSX.Element {
  const store = useStore();
  const [key, setKey] = useState('');
  function submit(event: Event): void {
    event.preventDefault();
    if (key.trim() === '') return;
    void signInWithKey(store, key.trim());
    setKey('');
  }
  return (
    <form class="row" onSubmit={submit} noValidate autocomplete="off">
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
    </form>
  );
}
