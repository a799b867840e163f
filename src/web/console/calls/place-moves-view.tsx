import type { JSX } from 'preact';
import type { PlaceMove } from '../../service/store.js';
import type { CoachWords } from '../../words/coach-words.js';

/** The list as it stands now, with where each place stood before: what was saved moves it before one's eyes. */
export function PlaceMovesView(props: {
  readonly moves: readonly PlaceMove[];
  /** The place of which something was saved. */
  readonly savedId: string;
  readonly words: CoachWords;
}): JSX.Element {
  const { moves, savedId, words: c } = props;
  return (
    <section class="moves" aria-label={c.listNow}>
      <h2>{c.listNow}</h2>
      <ul class="plain">
        {moves.map(({ id, name, before, now }) => (
          <li key={id} class={id === savedId ? 'differs' : undefined}>
            <b>{now ?? '–'}</b> {name} <span class="hint">{moveWords(before, now, c)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function moveWords(before: number | undefined, now: number | undefined, c: CoachWords): string {
  if (now === undefined) return c.noLonger;
  if (before === undefined) return c.newInList;
  if (before === now) return '';
  return now < before ? c.movedUp(before) : c.movedDown(before);
}
