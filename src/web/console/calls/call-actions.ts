import { match, type Answer } from '../../service/api.js';
import { factFormats, observe, whoAmI } from '../../service/coach-api.js';
import type { Store } from '../../service/store.js';

/** Who may save what a place said. */
const MAY_SAVE: readonly string[] = ['coach', 'directory-editor'];

/** Opens the call sheet of the shortlist. */
export function openCalls(store: Store): Promise<void> {
  return store.requests.send(
    (call) => factFormats(call),
    (facts) => store.move({ screen: 'calls', facts, movedTo: undefined }),
  );
}

/** Asks whose key it is. It stays in memory alone. */
export function signIn(store: Store, key: string): Promise<void> {
  return store.requests.send(
    (call) => whoAmI(call, key),
    (identity) => {
      store.account.value = { key, identity };
    },
  );
}

export function signOut(store: Store): void {
  store.account.value = undefined;
}

export function maySave({ roles }: { readonly roles: readonly string[] }): boolean {
  return roles.some((role) => MAY_SAVE.includes(role));
}

/** Saves what a place said about a fact, then asks for the list again. */
export function saveSaid(
  store: Store,
  programId: string,
  said: { readonly fact: string; readonly value: unknown },
): Promise<void> {
  const { need, answer } = store.moment.value;
  const account = store.account.value;
  if (!account || !answer) return Promise.resolve();
  const { learnedOn } = answer.legend.observe.body;
  return store.requests.send(
    async (call) => {
      await observe(call, account.key, programId, { ...said, learnedOn });
      return match(call, need);
    },
    (again) => {
      // What was asked stays on the sheet where the place is no longer on the first page.
      const fresh = matchesOf(again);
      store.shortlist.value = store.shortlist.value.map(
        (one) => fresh.find(({ program }) => program.id === one.program.id) ?? one,
      );
      store.amend({ answer: again, movedTo: movedTo(answer, again, programId) });
    },
  );
}

/** Where a place stood in its list, and where it stands now. */
export interface Moved {
  readonly id: string;
  readonly before?: number;
  readonly now?: number;
}

export function movedTo(before: Answer, now: Answer, id: string): Moved {
  const placeIn = (answer: Answer) => matchesOf(answer).find(({ program }) => program.id === id)?.place;
  const [placeBefore, placeNow] = [placeIn(before), placeIn(now)];
  return {
    id,
    ...(placeBefore !== undefined && { before: placeBefore }),
    ...(placeNow !== undefined && { now: placeNow }),
  };
}

function matchesOf({ tracks }: Answer) {
  return tracks.flatMap(({ matches }) => matches);
}
