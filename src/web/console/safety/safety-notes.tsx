import type { JSX } from 'preact';
import { useStore } from '../../service/store.js';
import { SafetyWords } from './safety-words.js';

/** Messages that do not hold the list: they stay above it until each is closed. */
export function SafetyNotes(): JSX.Element | null {
  const store = useStore();
  const w = store.words.value;
  const { answer } = store.moment.value;
  const messages = (answer?.safety ?? []).filter(({ id }) => !store.hidden.value.includes(id));
  if (messages.length === 0) return null;
  return (
    <div class="notes">
      {messages.map((message) => (
        <div key={message.id} class="safety small">
          <SafetyWords
            message={message}
            words={w}
            language={store.language.value}
            asker={store.asker.value}
          />
          <button
            type="button"
            class="link"
            onClick={() => {
              store.hidden.value = [...store.hidden.value, message.id];
            }}
          >
            {w.hideMessage}
          </button>
        </div>
      ))}
    </div>
  );
}
