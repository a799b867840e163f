import type { Match } from '../../service/api.js';
import type { Store } from '../../service/store.js';

/** The service compares so many places at once. */
export const MOST_COMPARED = 5;

/** Puts a place on the shortlist, or takes it off. */
export function toggleShortlist(store: Store, match: Match): void {
  const { id } = match.program;
  const others = store.shortlist.value.filter(({ program }) => program.id !== id);
  store.shortlist.value = others.length === store.shortlist.value.length ? [...others, match] : others;
}

/** Chooses a place to compare, or not; a sixth one takes the place of the first. */
export function toggleCompared(store: Store, id: string): void {
  const others = store.compared.value.filter((one) => one !== id);
  store.compared.value =
    others.length === store.compared.value.length ? [...others, id].slice(-MOST_COMPARED) : others;
}
