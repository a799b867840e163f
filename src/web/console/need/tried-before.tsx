import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Choose } from '../../design/choose.js';
import { Fold } from '../../design/fold.js';
import { Ticks } from '../../design/ticks.js';
import type { Episode, Need } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { fullName } from '../../words/formats.js';
import { PlaceSearch } from '../why-not/place-search.js';

/** What was tried before, and how it ended: at a place of the directory, or at one that is not named. */
export function TriedBefore(props: {
  readonly need: Need;
  readonly onChange: (need: Need) => void;
}): JSX.Element {
  const { words } = useStore();
  const w = words.value;
  const { need, onChange } = props;
  const episodes = need.history ?? [];
  return (
    <Fold
      summary={
        <>
          {w.tried}
          {episodes.length > 0 && <span class="hint">: {episodes.length}</span>}
        </>
      }
    >
      {() => (
        <div role="group" aria-label={w.tried}>
          <p class="hint">{w.triedHint}</p>
          <ul class="plain">
            {episodes.map((episode, at) => (
              <li key={episode.programId ?? at} class="row">
                <EpisodeWords episode={episode} />
                <button
                  type="button"
                  class="link"
                  onClick={() => onChange({ ...need, history: episodes.filter((_, other) => other !== at) })}
                >
                  {w.remove}
                </button>
              </li>
            ))}
          </ul>
          <NewEpisode
            key={episodes.length}
            onAdd={(episode) => onChange({ ...need, history: [...episodes, episode] })}
          />
        </div>
      )}
    </Fold>
  );
}

function EpisodeWords({ episode }: { readonly episode: Episode }): JSX.Element {
  const store = useStore();
  const codes = store.codes.value;
  const { programId, outcome, elements = [] } = episode;
  const name = programId === undefined ? undefined : store.triedNames.value[programId];
  const parts = elements.map((element) => codes.label('careElement', element));
  return (
    <span>
      <b>{name ?? store.words.value.otherCare}</b>:{' '}
      {[codes.label('historyOutcome', outcome), ...parts].join(' · ')}
    </span>
  );
}

/** How it ended is what counts, and has to be said; the place and what was part of it may be left out. */
function NewEpisode({ onAdd }: { readonly onAdd: (episode: Episode) => void }): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const codes = store.codes.value;
  const [outcome, setOutcome] = useState('');
  const [elements, setElements] = useState<readonly string[]>([]);
  const [place, setPlace] = useState<{ readonly id: string; readonly name: string }>();
  const choices = (kind: string) => codes.all(kind).map(({ code, label }) => [code, label] as const);

  function add(): void {
    if (place) store.triedNames.value = { ...store.triedNames.value, [place.id]: place.name };
    onAdd({
      ...(place && { programId: place.id }),
      outcome,
      ...(elements.length > 0 && { elements: [...elements] }),
    } as Episode);
  }

  return (
    <>
      <Choose
        label={w.howItEnded}
        value={outcome}
        none={w.choose}
        choices={choices('historyOutcome')}
        onChange={setOutcome}
      />
      <Ticks label={w.partOfIt} values={elements} choices={choices('careElement')} onChange={setElements} />
      {place && <p>{place.name}</p>}
      <PlaceSearch
        label={w.nameIfKnown}
        onPick={(program) => setPlace({ id: program.id, name: fullName(program) })}
      />
      <p>
        <button type="button" class="second" disabled={outcome === ''} onClick={add}>
          {w.add}
        </button>
      </p>
    </>
  );
}
