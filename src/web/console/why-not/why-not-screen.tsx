import type { JSX } from 'preact';
import { Heading } from '../../design/heading.js';
import { useStore } from '../../service/store.js';
import { fullName } from '../../words/formats.js';
import { PlaceSearch } from './place-search.js';
import { explainPlace } from './why-not-actions.js';
import { WhyNotView } from './why-not-view.js';

/** Finds a place by its name, and says where it stands or what keeps it out. */
export function WhyNotScreen(): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const { whyNot } = store.moment.value;
  return (
    <section>
      <button type="button" class="link" onClick={() => history.back()}>
        {w.back}
      </button>
      <Heading>{whyNot ? fullName(whyNot.program) : w.whyNotHere}</Heading>
      {whyNot ? (
        <WhyNotView whyNot={whyNot} />
      ) : (
        <PlaceSearch label={w.nameOfPlace} onPick={({ id }) => void explainPlace(store, id)} />
      )}
    </section>
  );
}
