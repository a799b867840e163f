import type { JSX } from 'preact';
import { Choose } from '../../design/choose.js';
import { Fold } from '../../design/fold.js';
import type { Need } from '../../service/api.js';
import type { CodeWords } from '../../words/code-words.js';
import type { Words } from '../../words/en.js';

const NORMAL = '1';

/** How much each criterion counts. */
export function MattersMost(props: {
  readonly need: Need;
  readonly words: Words;
  readonly codes: CodeWords;
  readonly onChange: (need: Need) => void;
}): JSX.Element {
  const { need, words: w, codes, onChange } = props;
  const priorities = (need.priorities ?? {}) as Readonly<Record<string, number>>;
  const levels = [
    ['0', w.leaveOut],
    [NORMAL, w.normal],
    ['2', w.more],
    ['3', w.most],
  ] as const;

  function set(code: string, level: string): void {
    const { [code]: _, ...others } = priorities;
    onChange({ ...need, priorities: level === NORMAL ? others : { ...others, [code]: Number(level) } });
  }

  return (
    <Fold summary={w.mattersMost}>
      {() =>
        codes
          .all('criterion')
          .map(({ code, label }) => (
            <Choose
              key={code}
              label={label}
              value={String(priorities[code] ?? NORMAL)}
              choices={levels}
              onChange={(level) => set(code, level)}
            />
          ))
      }
    </Fold>
  );
}
