import type { JSX } from 'preact';
import type { Track } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { withField } from '../interview/answering.js';
import { kmOf } from '../need/need-words.js';
import { look } from './list-actions.js';

/** More places than a person would go through. */
const MANY = 50;
/** The distance that is suggested. Our own choice: the one in the middle of those in "What we look for". */
const SUGGESTED_MILES = 25;

/** Where no distance was said and many places fit, one is suggested. It is never set without being asked for. */
export function FewerPlaces({ track }: { readonly track: Track | undefined }): JSX.Element | null {
  const store = useStore();
  const w = store.words.value;
  const { need } = store.moment.value;
  const { near, maxDistanceKm } = need.constraints ?? {};
  if ((track?.total ?? 0) <= MANY || maxDistanceKm !== undefined) return null;
  const label = w.onlyWithin(SUGGESTED_MILES);
  return (
    <p class="row">
      {w.manyPlaces}
      {near ? (
        <button
          type="button"
          class="second"
          disabled={store.requests.busy.value}
          onClick={() =>
            void look(store, withField(need, 'constraints.maxDistanceKm', kmOf(SUGGESTED_MILES)), `${label}.`)
          }
        >
          {label}
        </button>
      ) : (
        <button type="button" class="second" onClick={showZipCode}>
          {w.sayWhere}
        </button>
      )}
    </p>
  );
}

/** What we look for is behind a fold on a narrow screen. */
function showZipCode(): void {
  const field = document.getElementById('zip');
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}
