import type { JSX } from 'preact';
import { Choose } from '../../design/choose.js';
import type { Need } from '../../service/api.js';
import type { CodeWords } from '../../words/code-words.js';
import type { Words } from '../../words/en.js';

type Condition = NonNullable<NonNullable<Need['assessment']>['conditions']>[number];

/** What a coach knows from a professional: the problem, and how severe it is. Nothing here replaces answers of the client. */
export function ForWhat(props: {
  readonly need: Need;
  readonly words: Words;
  readonly codes: CodeWords;
  readonly onChange: (need: Need) => void;
}): JSX.Element {
  const { need, words: w, codes, onChange } = props;
  const [first] = need.assessment?.conditions ?? [];
  const words = (kind: string) => codes.all(kind).map(({ code, label }) => [code, label] as const);

  function set(condition: string, severity: string): void {
    const { conditions: _, ...rest } = need.assessment ?? {};
    const stated = { condition, ...(severity !== '' && { severity }) } as Condition;
    onChange({ ...need, assessment: { ...rest, ...(condition !== '' && { conditions: [stated] }) } });
  }

  return (
    <>
      <Choose
        label={w.treatmentFor}
        value={first?.condition ?? ''}
        none={w.fromAnswers}
        choices={words('condition')}
        onChange={(condition) => set(condition, first?.severity ?? '')}
      />
      {first && (
        <Choose
          label={w.severity}
          value={first.severity ?? ''}
          none={w.notSaid}
          choices={words('severity')}
          onChange={(severity) => set(first.condition, severity)}
        />
      )}
    </>
  );
}
