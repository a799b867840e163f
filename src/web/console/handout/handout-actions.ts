import { explain } from '../../service/api.js';
import type { Store } from '../../service/store.js';
import type { Language } from '../../words/words.js';
import { type HandoutSource, MOST_PLACES } from './handout-text.js';

/** The places of the shortlist in another language, as the service words them. */
export function inLanguage(
  store: Store,
  language: Language,
  use: (sources: readonly HandoutSource[]) => void,
): Promise<void> {
  const { need } = store.moment.value;
  const places = store.shortlist.value.slice(0, MOST_PLACES);
  return store.requests.send(
    ({ signal }) => Promise.all(places.map(({ program }) => explain({ language, signal }, need, program.id))),
    use,
  );
}
