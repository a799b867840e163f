import { explain, searchPrograms, type FoundProgram } from '../../service/api.js';
import type { Store } from '../../service/store.js';

/** Opens the search for a place by its name. */
export function openWhyNot(store: Store): void {
  store.move({ screen: 'why-not', whyNot: undefined });
}

/** Places whose names hold these words. */
export function search(
  store: Store,
  words: string,
  use: (found: readonly FoundProgram[]) => void,
): Promise<void> {
  return store.requests.send((call) => searchPrograms(call, words), use);
}

/** Asks where one place stands, and what keeps it out. */
export function explainPlace(store: Store, programId: string): Promise<void> {
  const { need } = store.moment.value;
  return store.requests.send(
    (call) => explain(call, need, programId),
    (whyNot) => store.move({ screen: 'why-not', whyNot }),
  );
}
