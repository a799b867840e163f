import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FoundProgram } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { fullName } from '../../words/formats.js';
import { search } from './why-not-actions.js';

/** Finds a place of the directory by its name. It may stand inside of a form, and never sends it. */
export function PlaceSearch(props: {
  readonly label: string;
  readonly onPick: (program: FoundProgram) => void;
}): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const id = useId();
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly FoundProgram[]>();
  const isBusy = store.requests.busy.value;

  function look(): void {
    if (name.trim() !== '') void search(store, name.trim(), setFound);
  }

  return (
    <div role="search">
      <p>
        <label for={id}>{props.label}</label>
        <input
          id={id}
          class="wide"
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            look();
          }}
        />
      </p>
      <button type="button" class="second" disabled={isBusy} onClick={look}>
        {w.search}
      </button>
      {found && (
        <>
          <p role="status">{found.length === 0 ? w.noneFound : w.whichOne}</p>
          <ul class="stack plain">
            {found.map((program) => (
              <li key={program.id}>
                <button
                  type="button"
                  class="second"
                  disabled={isBusy}
                  onClick={() => {
                    setFound(undefined);
                    props.onPick(program);
                  }}
                >
                  {fullName(program)} · {program.location.city}, {program.location.state}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
