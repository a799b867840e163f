import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A labelled list of which one is chosen. `none`: the words for no choice, where that is one. */
export function Choose(props: {
  readonly label: string;
  readonly value: string;
  readonly none?: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const id = useId();
  return (
    <p class="choose">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        autocomplete="off"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}
