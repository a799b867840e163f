import type { JSX } from 'preact';
import { fieldIdOf } from '../../service/field-ids.js';
import { useStore } from '../../service/store.js';

const POINTER = '/constraints/near/postalCode';

/** The ZIP code. What the service says of it is beside it. */
export function ZipField(props: {
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}): JSX.Element {
  const { requests, words } = useStore();
  const { fields = [] } = requests.trouble.value?.refusal ?? {};
  const id = fieldIdOf(POINTER)!;
  const flaw = fields.find(({ pointer }) => fieldIdOf(pointer) === id);
  return (
    <p>
      <label for={id}>{words.value.zipCode}</label>
      {flaw && (
        <span class="flaw" id="zip-flaw">
          {flaw.message}
        </span>
      )}
      <input
        id={id}
        inputMode="numeric"
        autocomplete="off"
        value={props.value}
        aria-invalid={flaw !== undefined}
        aria-describedby={flaw && 'zip-flaw'}
        onInput={({ currentTarget: { value } }) =>
          props.onChange(value.trim() === '' ? undefined : value.trim())
        }
      />
    </p>
  );
}
