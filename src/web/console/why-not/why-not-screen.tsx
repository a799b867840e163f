import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Heading } from '../../design/heading.js';
import type { FoundProgram } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { fullName } from '../../words/formats.js';
import { explainPlace, search } from './why-not-actions.js';
import { WhyNotView } from './why-not-view.js';

/** Finds a place by its name, and says where it stands or what keeps it out. */
export function WhyNotScreen(): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const id = useId();
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly FoundProgram[]>();
  const { whyNot } = store.moment.value;
  const isBusy = store.requests.busy.value;

  function submit(event: Event): void {
    event.preventDefault();
    if (name.trim() !== '') void search(store, name.trim(), setFound);
  }

  return (
    <section>
      <button type="button" class="link" onClick={() => history.back()}>
        {w.back}
      </button>
      <Heading>{whyNot ? fullName(whyNot.program) : w.whyNotHere}</Heading>
      {whyNot ? (
        <WhyNotView whyNot={whyNot} />
      ) : (
        <form onSubmit={submit} noValidate autocomplete="off">
          <p>
            <label for={id}>{w.nameOfPlace}</label>
            <input
              id={id}
              class="wide"
              autocomplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </p>
          <button type="submit" class="primary" disabled={isBusy}>
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
                      onClick={() => void explainPlace(store, program.id)}
                    >
                      {fullName(program)} · {program.location.city}, {program.location.state}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </form>
      )}
    </section>
  );
}
