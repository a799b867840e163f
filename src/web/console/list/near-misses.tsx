import type { JSX } from 'preact';
import type { NearMiss, Track } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import type { Words } from '../../words/en.js';
import { relax } from './list-actions.js';
import { placeNames } from './place-names.js';
import { byReason } from './said-once.js';

const MOST_NAMES = 4;
/** What was left out by hand is not missed. */
const BY_HAND: readonly string[] = ['not_excluded', 'not_a_repeat'];

/** One thing that keeps places out, and the changes that would show more: each is one tap. */
export function NearMisses({ track }: { readonly track: Track }): JSX.Element | null {
  const w = useStore().words.value;
  const { relaxations, total } = track;
  const nearMisses = track.nearMisses.filter(({ failing }) => !BY_HAND.includes(failing.constraint));
  if (nearMisses.length === 0 && relaxations.length === 0) return null;
  return (
    <section class="almost">
      <h2>{w.almost}</h2>
      {total > 0 && <Relaxations track={track} />}
      <ul class="near">
        {byReason(nearMisses).map(([reason, misses]) => (
          <li key={reason}>
            <span class="fails">
              <i aria-hidden="true">✕</i> {reason}
            </span>{' '}
            {namesOf(misses, w)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function namesOf(misses: readonly NearMiss[], w: Words): string {
  const names = placeNames(misses.map(({ program }) => program));
  const shown = names
    .slice(0, MOST_NAMES)
    .map(({ name, places }) => (places > 1 ? `${name} (${w.places(places)})` : name));
  const others = names.slice(MOST_NAMES).reduce((sum, { places }) => sum + places, 0);
  return shown.join('; ') + (others > 0 ? ` ${w.andMore(others)}` : '');
}

/** The changes of the request that would add places. If there is none, what keeps places out is counted. */
export function Relaxations({ track }: { readonly track: Track }): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const codes = store.codes.value;
  const { relaxations, excluded, total } = track;
  const isEmpty = total === 0;
  return (
    <>
      {isEmpty && relaxations.length > 0 && <p>{w.changeOne}</p>}
      <div class="row">
        {relaxations.map((relaxation) => (
          <button
            key={relaxation.constraint}
            type="button"
            class="second"
            disabled={store.requests.busy.value}
            onClick={() => void relax(store, relaxation)}
          >
            {relaxation.label}
          </button>
        ))}
      </div>
      {isEmpty && relaxations.length === 0 && excluded.length > 0 && (
        <>
          <h3>{w.excluded}</h3>
          <ul>
            {excluded.map(({ constraint, failed }) => (
              <li key={constraint}>{w.excludedBy(codes.label('constraint', constraint), failed)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
