import { type Issuer, waysToSignIn, whoAmI } from '../../service/coach-api.js';
import type { Call } from '../../service/api.js';
import { Refusal } from '../../service/problem.js';
import type { Store } from '../../service/store.js';

/** Who may save what a place said. */
const MAY_SAVE: readonly string[] = ['coach', 'directory-editor'];

export function maySave({ roles }: { readonly roles: readonly string[] }): boolean {
  return roles.some((role) => MAY_SAVE.includes(role));
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

/** Whether an address is one with which an issuer sends people back. */
export function isFromIssuer({ searchParams }: URL): boolean {
  return searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'));
}

/** Ends a sign-in at the issuer: with the token, in memory alone. */
export function finishSignIn(store: Store, returned: URL): Promise<void> {
  return store.requests.send(
    async (call: Call) => {
      const ways = await waysToSignIn(call);
      const issued = await orRefused(async () => {
        if (!ways.issuer) throw new Error('No issuer is set up here.');
        return (await import('./issuer-flow.js')).tokenFromIssuer(ways.issuer, returned);
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
