import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Choose } from '../../design/choose.js';
import { report } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { dayWords } from '../../words/formats.js';

/** Says that a fact of a place is wrong. It says nothing of a client, and is read by an editor. */
export function ReportForm({ programId }: { readonly programId: string }): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const matters = store.codes.value.all('matter').map(({ code, label }) => [code, label] as const);
  const [about, setAbout] = useState('phone');
  const [wrong, setWrong] = useState('');
  const [due, setDue] = useState<string>();

  function submit(event: Event): void {
    event.preventDefault();
    if (wrong.trim() === '') return;
    void store.requests.send((call) => report(call, programId, about, wrong.trim()), setDue);
  }

  if (due !== undefined) return <p role="status">{w.reportTaken(dayWords(due, store.language.value))}</p>;
  return (
    <form onSubmit={submit} noValidate autocomplete="off">
      <Choose label={w.whatIsWrong} value={about} choices={matters} onChange={setAbout} />
      <p>
        <label for={`wrong-${programId}`}>{w.whatIsRight}</label>
        <input
          id={`wrong-${programId}`}
          class="wide"
          autocomplete="off"
          value={wrong}
          onInput={(event) => setWrong(event.currentTarget.value)}
        />
      </p>
      <p class="hint">{w.reportHint}</p>
      <button type="submit" class="second" disabled={store.requests.busy.value}>
        {w.send}
      </button>
    </form>
  );
}
