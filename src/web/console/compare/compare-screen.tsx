import type { JSX } from 'preact';
import { Heading } from '../../design/heading.js';
import { useStore } from '../../service/store.js';
import { CompareTable } from './compare-table.js';

/** Two to five places side by side, what differs first. */
export function CompareScreen(): JSX.Element | null {
  const store = useStore();
  const w = store.words.value;
  const { comparison } = store.moment.value;
  if (!comparison) return null;
  return (
    <section>
      <button type="button" class="link" onClick={() => history.back()}>
        {w.backToList}
      </button>
      <Heading>{w.sideBySide(comparison.programs.length)}</Heading>
      <ul>
        {comparison.decisions.map(({ first, second, reason }) => (
          <li key={`${first} ${second}`}>{reason}</li>
        ))}
      </ul>
      <CompareTable programs={comparison.programs} words={w} codes={store.codes.value} />
    </section>
  );
}
