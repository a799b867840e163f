import type { JSX } from 'preact';
import { Fold } from '../../design/fold.js';
import type { Verdict } from '../../service/api.js';
import type { CodeWords } from '../../words/code-words.js';
import type { Words } from '../../words/en.js';
import { dayWords } from '../../words/formats.js';
import type { Language } from '../../words/words.js';

interface FactSourcesProps {
  readonly constraints: readonly Verdict[];
  readonly words: Words;
  readonly codes: CodeWords;
  readonly language: Language;
}

/** Where the facts are from that were used, each once. */
export function FactSources({
  constraints,
  words: w,
  codes,
  language,
}: FactSourcesProps): JSX.Element | null {
  const lines = constraints.flatMap(({ origins }) =>
    origins.map(({ fact, standing, asOf, by }) =>
      [codes.label('fact', fact), codes.label('standing', standing), by, dayWords(asOf, language)]
        .filter((part) => part !== undefined)
        .join(' · '),
    ),
  );
  if (lines.length === 0) return null;
  return (
    <Fold summary={w.sources}>
      {() => (
        <ul>
          {[...new Set(lines)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
