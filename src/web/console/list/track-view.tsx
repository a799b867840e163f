import type { JSX } from 'preact';
import type { Answer, Track } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import type { Words } from '../../words/en.js';
import { HelpBeside } from './help-beside.js';
import { showMore } from './list-actions.js';
import { NearMisses, Relaxations } from './near-misses.js';
import { PlaceCard } from './place-card.js';
import { sharedReasons } from './said-once.js';

/** One list: what is true of all of it, its places, what is almost in it, and help that is no program. */
export function TrackView(props: {
  readonly track: Track;
  readonly legend: Answer['legend'];
  readonly isFirst: boolean;
}): JSX.Element {
  const { track, legend, isFirst } = props;
  const store = useStore();
  const w = store.words.value;
  const { matches, reach } = track;
  const shared = sharedReasons(matches);
  const isEmpty = track.total === 0;
  return (
    <section class="track">
      <TrackTitle track={track} words={w} isFirst={isFirst} />
      {reach?.says !== undefined && <p>{reach.says}</p>}
      {shared.length > 0 && (
        <p class="shared">
          <b>{w.trueOfAll(matches.length)}</b>{' '}
          {shared.map((reason) => (
            <span key={reason}>
              <i aria-hidden="true">✓</i> {reason}{' '}
            </span>
          ))}
        </p>
      )}
      {isEmpty && <Relaxations track={track} />}
      <ol class="cards">
        {matches.map((match) => (
          <PlaceCard key={match.program.id} match={match} legend={legend} shared={shared} />
        ))}
      </ol>
      {track.nextCursor !== undefined && (
        <button
          type="button"
          class="second"
          disabled={store.requests.busy.value}
          onClick={() => void showMore(store, track)}
        >
          {w.showMore}
        </button>
      )}
      {track.leaveOptions.length > 0 && (
        <details>
          <summary>{w.leaveFromWork}</summary>
          <ul>
            {track.leaveOptions.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      <NearMisses track={track} />
      <HelpBeside resources={track.resources ?? []} guidance={track.guidance ?? []} words={w} />
    </section>
  );
}

/** The first list is named by the heading of the screen; for a family, each list says whom it is for. */
function TrackTitle(props: {
  readonly track: Track;
  readonly words: Words;
  readonly isFirst: boolean;
}): JSX.Element | null {
  const { track, words: w, isFirst } = props;
  const { purpose, total, whenReady } = track;
  const title = {
    treatment: whenReady ? w.whenReady : undefined,
    family_engagement: w.helpForYou,
    recovery_support: w.besideTreatment,
  }[purpose];
  if (title === undefined) return null;
  return (
    <>
      <h2>
        {title}
        {!isFirst && ` · ${w.places(total)}`}
      </h2>
      {whenReady && <p class="hint">{w.whenReadyHint}</p>}
    </>
  );
}
