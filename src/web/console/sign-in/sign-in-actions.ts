import { type Issuer, waysToSignIn, whoAmI } from '../../service/coach-api.js';
import type { Call } from '../../service/api.js';
import type { Attempt } from './issuer-flow.js';
import { awaitWayBack, handOver } from './way-back.js';
import { Refusal } from '../../service/problem.js';
import type { Account, Store } from '../../service/store.js';

/** Who may save what a place said. */
const MAY_SAVE: readonly string[] = ['coach', 'directory-editor'];

export function maySave({ roles }: { readonly roles: readonly string[] }): boolean {
  return roles.some((role) => MAY_SAVE.includes(role));
}

/** So long before its end a sign-in is said to end, in milliseconds. */
const ENDING_MS = 10 * 60_000;

/** How a sign-in stands at a time in milliseconds since 1970, and when that changes next, if it does. */
export function standingOf(
  { endsAt }: Pick<Account, 'endsAt'>,
  now: number,
): { readonly standing: 'valid' | 'ending' | 'ended'; readonly until?: number } {
  if (endsAt === undefined) return { standing: 'valid' };
  if (now >= endsAt) return { standing: 'ended' };
  if (now >= endsAt - ENDING_MS) return { standing: 'ending', until: endsAt };
  return { standing: 'valid', until: endsAt - ENDING_MS };
}

/** Asks how people are identified here, beside everything else. */
export async function learnWays(store: Store): Promise<void> {
  if (store.ways.value) return;
  const call = { language: store.language.value, signal: new AbortController().signal };
  const ways = await waysToSignIn(call).catch(() => undefined);
  // If it is not known, a key can still be tried.
  if (ways) store.ways.value = ways;
}

/** Asks whose key it is. It stays in memory alone. */
export function signInWithKey(store: Store, key: string): Promise<void> {
  return store.requests.send(
    (call) => whoAmI(call, key),
    (identity) => {
      store.account.value = { token: key, identity };
    },
  );
}

/** Leaves the page for the issuer's. */
export function signInAtIssuer(store: Store, issuer: Issuer): Promise<void> {
  return store.requests.send(
    () => orRefused(async () => (await import('./issuer-flow.js')).goToIssuer(issuer)),
    () => undefined,
  );
}

/** The end of the wait for another tab, while there is one. */
let endWait: (() => void) | undefined;

/** Signs in at the issuer in another tab, so that what is on this page stays. To be called by the click itself. */
export function signInBeside(store: Store, issuer: Issuer): Promise<void> {
  endWait?.();
  const tab = open('about:blank');
  return store.requests.send(
    () =>
      orRefused(async () => {
        if (!tab) throw new Error('The browser has not opened a tab.');
        return (await import('./issuer-flow.js')).goInTab(issuer, tab);
      }),
    (attempt) => {
      endWait = awaitWayBack(attempt.state, (returned) => void takeToken(store, returned, attempt));
    },
  );
}

/** Whether an address is one with which an issuer sends people back. */
export function isFromIssuer({ searchParams }: URL): boolean {
  return searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'));
}

/**
 * Ends a sign-in after the way back to this tab.
 *
 * @returns whether another tab has taken it, so that this one can be closed
 */
export async function finishSignIn(store: Store, returned: URL): Promise<boolean> {
  const attempt = (await import('./issuer-flow.js')).attemptOfTab();
  if (!attempt && (await handOver(returned))) return true;
  await takeToken(store, returned, attempt);
  return false;
}

/** Takes the token of an attempt, into memory alone. */
function takeToken(store: Store, returned: URL, attempt: Attempt | undefined): Promise<void> {
  return store.requests.send(
    async (call: Call) => {
      const ways = await waysToSignIn(call);
      const issued = await orRefused(async () => {
        if (!ways.issuer) throw new Error('No issuer is set up here.');
        if (!attempt) throw new Error('This sign-in did not begin in this browser, or its tab was closed.');
        return (await import('./issuer-flow.js')).tokenFromIssuer(ways.issuer, returned, attempt);
      });
      return { ways, issued, identity: await whoAmI(call, issued.token) };
    },
    ({ ways, issued: { token, endsAt }, identity }) => {
      store.ways.value = ways;
      store.account.value = { token, identity, ...(endsAt !== undefined && { endsAt }) };
    },
  );
}

export function signOut(store: Store): void {
  store.account.value = undefined;
}

/** What fails at the issuer is said in its own words. */
async function orRefused<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new Refusal('other', error instanceof Error ? error.message : '');
  }
}
