import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Issuer } from '../../service/coach-api.js';
import { type Account, useStore } from '../../service/store.js';
import { type CoachWords, coachWords } from '../../words/coach-words.js';
import { timeWords } from '../../words/formats.js';
import type { Language } from '../../words/words.js';
import {
  learnWays,
  maySave,
  signInAtIssuer,
  signInBeside,
  signInWithKey,
  signOut,
  standingOf,
} from './sign-in-actions.js';

/** Characters of a key that are shown, so that it can be told from another. */
const SHOWN = 4;
/** The longest that a timer of a browser waits. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** A key or an account, kept in the memory of this tab; after that, whose it is. */
export function SignIn(): JSX.Element {
  const store = useStore();
  const c = coachWords(store.language.value);
  useEffect(() => void learnWays(store), [store]);
  const account = store.account.value;
  const standing = useStanding(account);
  const isIn = account !== undefined && standing !== 'ended';
  return (
    <>
      {isIn && <SignedIn account={account} words={c} />}
      {(!isIn || standing === 'ending') && <Ways account={account} standing={standing} words={c} />}
    </>
  );
}

/** How to sign in; to one who has signed in, that it ends or has ended. */
function Ways(props: {
  readonly account: Account | undefined;
  readonly standing: ReturnType<typeof useStanding>;
  readonly words: CoachWords;
}): JSX.Element {
  const store = useStore();
  const { account, standing, words: c } = props;
  const issuer = store.ways.value?.issuer;
  const takesKeys = store.ways.value?.keys ?? true;
  return (
    <div class="note">
      <h2>{c.signIn}</h2>
      <p role="status">
        {account && standing === 'ended' && c.signInEnded}
        {account && standing === 'ending' && c.signInEnds(endOf(account, store.language.value))}
      </p>
      <p class="hint">{c.signInHint}</p>
      {issuer && issuer.clientId !== null && <WithAccount issuer={issuer} words={c} />}
      {takesKeys && <WithKey words={c} />}
    </div>
  );
}

const endOf = ({ endsAt = 0 }: Account, language: Language): string => timeWords(new Date(endsAt), language);

/** How a sign-in stands now; it is looked at again when that changes. */
export function useStanding(account: Account | undefined): 'valid' | 'ending' | 'ended' {
  const [now, setNow] = useState(() => Date.now());
  const { standing, until } = standingOf(account ?? {}, now);
  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(until - Date.now(), LONGEST_WAIT_MS));
    return () => clearTimeout(timer);
  }, [until, now]);
  return standing;
}

function SignedIn(props: { readonly account: Account; readonly words: CoachWords }): JSX.Element {
  const store = useStore();
  const { words: c } = props;
  const { token, identity, endsAt } = props.account;
  const { name } = identity;
  return (
    <p class="row">
      {identity.by === 'key' ? c.signedInAs(name, token.slice(-SHOWN)) : c.signedInWithAccount(name)}{' '}
      {endsAt !== undefined && c.signedInUntil(endOf(props.account, store.language.value))}{' '}
      {!maySave(identity) && <b>{c.mayNotSave(name)}</b>}
      <button type="button" class="link" onClick={() => signOut(store)}>
        {c.signOut}
      </button>
    </p>
  );
}

/** At the start there is nothing to lose, and the page is left; later it goes on in another tab. */
function WithAccount(props: { readonly issuer: Issuer; readonly words: CoachWords }): JSX.Element {
  const store = useStore();
  const { issuer, words: c } = props;
  const { host } = new URL(issuer.url);
  const isStart = store.step.value === 0;
  return (
    <>
      <p>
        <button
          type="button"
          class="primary"
          disabled={store.requests.busy.value}
          onClick={() => void (isStart ? signInAtIssuer(store, issuer) : signInBeside(store, issuer))}
        >
          {c.signInWithAccount}
        </button>
      </p>
      <p class="hint">{isStart ? c.accountLeadsTo(host) : c.accountInTab(host)}</p>
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
