import type { JSX } from 'preact';
import { Fold } from './fold.js';

/** Several choices behind a fold, with those that are chosen in its title. */
export function Ticks(props: {
  readonly label: string;
  readonly values: readonly string[];
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (values: readonly string[]) => void;
}): JSX.Element {
  const { label, values, choices, onChange } = props;
  const chosen = choices.filter(([value]) => values.includes(value)).map(([, name]) => name);
  const toggled = (value: string) =>
    values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return (
    <Fold
      class="ticks"
      summary={
        <>
          {label}
          {chosen.length > 0 && <span class="hint">: {chosen.join(', ')}</span>}
        </>
      }
    >
      {() => (
        <fieldset>
          <legend class="sr">{label}</legend>
          {choices.map(([value, name]) => (
            <label key={value} class="pick">
              <input
                type="checkbox"
                autocomplete="off"
                checked={values.includes(value)}
                onChange={() => onChange(toggled(value))}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
    </Fold>
  );
}
