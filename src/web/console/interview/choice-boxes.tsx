import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useState } from 'preact/hooks';
import type { Choice, QuestionField } from './question-field.js';

/** Radios for one choice, boxes for several; groups have a heading of their own. */
export function ChoiceBoxes(props: {
  readonly field: Extract<QuestionField, { kind: 'one' | 'many' }>;
  readonly picked: readonly unknown[];
  readonly onPick: (values: readonly unknown[]) => void;
}): JSX.Element {
  const { field, picked, onPick } = props;
  const id = useId();
  // Radios need a common name; one that means nothing.
  const [name] = useState(() => `r${Math.random().toString(36).slice(2)}`);
  const isMany = field.kind === 'many';
  const groups = isMany ? field.groups : [{ title: undefined, choices: field.choices }];

  function toggle({ value }: Choice): void {
    if (!isMany) onPick([value]);
    else if (picked.includes(value)) onPick(picked.filter((one) => one !== value));
    else onPick([...picked, value]);
  }

  return (
    <div class={groups.length > 1 ? 'groups' : field.kind === 'one' && field.isScale ? 'scale' : 'group'}>
      {groups.map(({ title, choices }, at) => (
        <div
          key={title ?? at}
          {...(title !== undefined && { role: 'group', 'aria-labelledby': `${id}-${at}` })}
        >
          {title !== undefined && <h2 id={`${id}-${at}`}>{title}</h2>}
          {choices.map((choice) => (
            <label key={String(choice.value)} class="option">
              <input
                type={isMany ? 'checkbox' : 'radio'}
                name={isMany ? undefined : name}
                autocomplete="off"
                checked={picked.includes(choice.value)}
                onChange={() => toggle(choice)}
              />
              <span>{choice.label}</span>
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}
