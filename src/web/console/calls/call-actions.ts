import { match } from '../../service/api.js';
import { factFormats, namedApproaches, observe } from '../../service/coach-api.js';
import type { Store } from '../../service/store.js';
import { matchesOf, placeMoves } from './place-moves.js';

/** Opens the call sheet of the shortlist. */
export function openCalls(store: Store): Promise<void> {
  return store.requests.send(
    async (call) => {
      const [facts, approaches] = await Promise.all([factFormats(call), namedApproaches(call)]);
      return { facts, approaches };
    },
    (forms) => store.move({ screen: 'calls', callForms: forms, saved: undefined }),
  );
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
      await observe(call, account.token, programId, { ...said, learnedOn });
      return match(call, need);
    },
    (again) => {
      // What was asked stays on the sheet where the place is no longer on the first page.
      const fresh = matchesOf(again);
      store.shortlist.value = store.shortlist.value.map(
        (one) => fresh.find(({ program }) => program.id === one.program.id) ?? one,
      );
      store.amend({ answer: again, saved: { id: programId, moves: placeMoves(answer, again, programId) } });
    },
  );
}
