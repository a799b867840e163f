import type { JSX } from 'preact';
import type { Answer } from '../../service/api.js';
import type { Words } from '../../words/en.js';
import { timeWords } from '../../words/formats.js';
import type { Language } from '../../words/words.js';

/** What holds for the whole answer: the order, drafts of evidence, an old directory. */
export function ListHead(props: {
  readonly answer: Answer;
  readonly words: Words;
  readonly language: Language;
}): JSX.Element {
  const { answer, words: w, language } = props;
  const { stale, staleSince } = answer.ranking;
  const words = answer.assessment.words as Readonly<Record<string, string>>;
  const missing = answer.assessment.missing.map((field) => words[field] ?? field);
  return (
    <>
      {stale && (
        <p class="note">
          {staleSince === undefined ? w.stale : w.staleSince(timeWords(new Date(staleSince), language))}
        </p>
      )}
      <p class="hint">
        {w.ordered} {hasDrafts(answer) && w.drafts} {answer.englishOnly.length > 0 && w.englishOnly}
      </p>
      {missing.length > 0 && (
        <details>
          <summary>{w.notAsked}</summary>
          <ul>
            {missing.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Whether a grade counts that no one has reviewed. */
function hasDrafts({ legend }: Answer): boolean {
  return legend.evidence.some(({ reviewed }) => !reviewed);
}
