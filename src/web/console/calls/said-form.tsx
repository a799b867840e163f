import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Choose } from '../../design/choose.js';
import type { CodeWords } from '../../words/code-words.js';
import type { CoachWords } from '../../words/coach-words.js';
import type { Words } from '../../words/en.js';
import { type CallField, type Entered, valueOf } from './call-field.js';
import type { FactCodes } from './fact-codes.js';
import { SaidCodes, SaidEach } from './said-codes.js';
import { SaidHours } from './said-hours.js';
import { SaidPrices } from './said-prices.js';

interface SaidFormProps {
  readonly fact: string;
  readonly field: CallField;
  readonly words: Words;
  readonly coachWords: CoachWords;
  readonly codes: CodeWords;
  /** What the codes of this fact are called. */
  readonly factCodes: FactCodes;
  readonly canSave: boolean;
  readonly onSave: (value: unknown) => void;
}

/** What the fields of a fact share. */
interface SaidProps {
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
}

/** One fact, with the field of its kind. It is saved once something that counts was entered. */
export function SaidForm(props: SaidFormProps): JSX.Element {
  const { fact, field, coachWords: c, codes, canSave, onSave } = props;
  const [entered, setEntered] = useState<Entered>({});
  const name = codes.label('fact', fact);
  if (field.kind === 'none')
    return (
      <p class="hint">
        {name}: {c.notHere}
      </p>
    );
  const value = valueOf(field, entered);
  function submit(event: Event): void {
    event.preventDefault();
    if (value !== undefined) onSave(value);
  }
  return (
    <form onSubmit={submit} noValidate autocomplete="off">
      <Field {...props} field={field} name={name} entered={entered} onEnter={setEntered} />
      <button type="submit" class="second" disabled={!canSave || value === undefined}>
        {c.save}
        <span class="sr">: {name}</span>
      </button>
    </form>
  );
}

function Field(
  props: SaidFormProps &
    SaidProps & { readonly field: Exclude<CallField, { kind: 'none' }>; readonly name: string },
): JSX.Element {
  const { field, name, words, coachWords: c, codes, factCodes, entered, onEnter } = props;
  const shared = { name, entered, onEnter, coachWords: c };
  switch (field.kind) {
    case 'list':
      return <SaidCodes {...shared} field={field} label={factCodes.label} sides={['yes', 'no']} />;
    case 'codes':
      return <SaidCodes {...shared} field={field} label={factCodes.label} sides={['yes']} />;
    case 'each':
      return (
        <SaidEach
          {...shared}
          field={field}
          label={factCodes.label}
          answer={(code) => codes.label('medicationStance', code)}
        />
      );
    case 'hours':
      return <SaidHours {...shared} words={words} />;
    case 'prices':
      return <SaidPrices {...shared} field={field} period={(code) => codes.label('pricePeriod', code)} />;
    case 'yes-no':
    case 'choice':
      return (
        <Choose
          label={`${name}. ${c.theySaid}`}
          value={entered.text ?? ''}
          none={c.saidNothing}
          onChange={(text) => onEnter({ text })}
          choices={
            field.kind === 'choice'
              ? field.codes.map((code) => [code, factCodes.label(code)] as const)
              : ([
                  ['yes', c.yes],
                  ['no', c.no],
                ] as const)
          }
        />
      );
    case 'number':
      return <OneNumber {...shared} field={field} />;
  }
}

type OneProps = SaidProps & { readonly name: string; readonly coachWords: CoachWords };

function OneNumber(
  props: OneProps & { readonly field: Extract<CallField, { kind: 'number' }> },
): JSX.Element {
  const id = useId();
  const { name, coachWords: c, field, entered, onEnter } = props;
  return (
    <p>
      <label for={id}>
        {name}. {c.theySaid}
      </label>{' '}
      <input
        id={id}
        class="number"
        type="number"
        inputMode="numeric"
        autocomplete="off"
        min={field.least}
        max={field.most}
        value={entered.text ?? ''}
        onInput={(event) => onEnter({ text: event.currentTarget.value })}
      />
    </p>
  );
}
