import type { JSX } from 'preact';
import { Heading } from '../../design/heading.js';
import { useStore } from '../../service/store.js';
import { acknowledge } from './acknowledge.js';
import { SafetyWords } from './safety-words.js';

/** What cannot wait, alone on the screen, until it was read. */
export function SafetyScreen(): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const asker = store.asker.value;
  return (
    <section class="safety" role="alert">
      <Heading>{w.thisComesFirst}</Heading>
      {store.urgent.value.map((message) => (
        <SafetyWords
          key={message.id}
          message={message}
          words={w}
          language={store.language.value}
          asker={asker}
        />
      ))}
      <p>
        <button
          type="button"
          class="link"
          disabled={store.requests.busy.value}
          onClick={() => void acknowledge(store)}
        >
          {asker === 'coach' ? w.readByUs : w.readByMe}
        </button>
      </p>
    </section>
  );
}
