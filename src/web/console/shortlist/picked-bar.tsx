import type { JSX } from 'preact';
import { useStore } from '../../service/store.js';
import { compareChosen } from '../compare/compare-actions.js';

/** What was chosen so far, below the list, with what to do with it. */
export function PickedBar(): JSX.Element | null {
  const store = useStore();
  const w = store.words.value;
  const compared = store.compared.value.length;
  const listed = store.shortlist.value.length;
  if (compared + listed === 0) return null;
  return (
    <section class="picked" aria-label={w.picked}>
      {compared > 1 && (
        <button
          type="button"
          class="second"
          disabled={store.requests.busy.value}
          onClick={() => void compareChosen(store)}
        >
          {w.compareCount(compared)}
        </button>
      )}
      {compared === 1 && <span class="hint">{w.chooseAnother}</span>}
      {listed > 0 && (
        <button type="button" class="primary" onClick={() => store.move({ screen: 'handout' })}>
          {w.handoutFor(listed)}
        </button>
      )}
    </section>
  );
}
