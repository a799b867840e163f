import type { JSX } from 'preact';
import { TrackLine } from '../../design/bar.js';
import type { Comparison } from '../../service/api.js';
import type { CodeWords } from '../../words/code-words.js';
import type { Words } from '../../words/en.js';
import { hundredths } from '../../words/formats.js';
import { type CompareCell, type CompareRow, compareRows } from './compare-rows.js';

const MARKS = { meets: '✓', fails: '✕', unknown: '?' } as const;

interface CompareTableProps {
  readonly programs: Comparison['programs'];
  readonly words: Words;
  readonly codes: CodeWords;
}

/** A table that scrolls in itself, then what is the same for all behind a fold. */
export function CompareTable({ programs, words: w, codes }: CompareTableProps): JSX.Element {
  const { differ, same } = compareRows(programs);
  const head = (
    <thead>
      <tr>
        <th scope="col">
          <span class="sr">{w.fact}</span>
        </th>
        {programs.map(({ program }) => (
          <th key={program.id} scope="col">
            {program.name}
            {program.nameDetail !== null && <small>{program.nameDetail}</small>}
          </th>
        ))}
      </tr>
    </thead>
  );
  const table = (rows: readonly CompareRow[], label: string, isTinted: boolean) => (
    // A region that scrolls has to be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        {head}
        <tbody>
          {isTinted && (
            <tr class="differs">
              <th scope="row">{w.fitWord}</th>
              {programs.map(({ program, score }) => (
                <td key={program.id}>{hundredths(score)}</td>
              ))}
            </tr>
          )}
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.code}`} class={isTinted ? 'differs' : ''}>
              <th scope="row">{codes.label(row.kind, row.code)}</th>
              {row.cells.map((cell, at) => (
                <Cell
                  key={programs[at]?.program.id}
                  cell={cell}
                  words={w}
                  isCriterion={row.kind === 'criterion'}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  return (
    <>
      {table(differ, w.whatDiffers, true)}
      {same.length > 0 && (
        <details>
          <summary>{w.sameForAll(same.length)}</summary>
          {table(same, w.sameForAll(same.length), false)}
        </details>
      )}
    </>
  );
}

function Cell(props: {
  readonly cell: CompareCell | undefined;
  readonly words: Words;
  readonly isCriterion: boolean;
}): JSX.Element {
  const { cell, words: w, isCriterion } = props;
  if (!cell) return <td>–</td>;
  const { text, verdict, value } = cell;
  return (
    <td class={verdict}>
      {verdict && <i aria-hidden="true">{MARKS[verdict]} </i>}
      {verdict && <span class="sr">{w.verdicts[verdict]} </span>}
      {isCriterion && (
        <>
          <TrackLine value={value ?? 0} isKnown={value !== undefined} />
          <span class="sr">{value === undefined ? w.notKnown : w.outOf100(hundredths(value))} </span>
        </>
      )}
      {text}
    </td>
  );
}
