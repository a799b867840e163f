import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CodeWords } from '../../words/code-words.js';
import type { CoachWords } from '../../words/coach-words.js';
import { type CallField, type Entered, valueOf } from './call-field.js';

interface SaidFormProps {
  readonly fact: string;
  readonly field: CallField;
  readonly words: CoachWords;
  readonly codes: CodeWords;
  readonly canSave: boolean;
  readonly onSave: (value: unknown) => void;
}

/** One fact, with the field of its kind. It is saved once something that counts was entered. */
export function SaidForm({ fact, field, words: c, codes, canSave, onSave }: SaidFormProps): JSX.Element {
  const [entered, setEntered] = useState<Entered>({});
  const id = useId();
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
      {field.kind === 'list' ? (
        <fieldset>
          <legend>{name}</legend>
          {(['yes', 'no'] as const).map((side) => (
            <details key={side}>
              <summary>{side === 'yes' ? c.theySaidYes : c.theySaidNo}</summary>
              {field.codes.map((code) => (
                <label key={code} class="pick">
                  <input
                    type="checkbox"
                    autocomplete="off"
                    checked={entered[side]?.includes(code) ?? false}
                    onChange={() => setEntered({ ...entered, [side]: toggled(entered[side] ?? [], code) })}
                  />
                  {codes.label(vocabularyOf(fact), code)}
                </label>
              ))}
            </details>
          ))}
        </fieldset>
      ) : (
        <p>
          <label for={id}>
            {name}. {c.theySaid}
          </label>{' '}
          {field.kind === 'number' ? (
            <input
              id={id}
              type="number"
              inputMode="numeric"
              autocomplete="off"
              min={field.least}
              max={field.most}
              value={entered.text ?? ''}
              onInput={(event) => setEntered({ text: event.currentTarget.value })}
            />
          ) : (
            <select
              id={id}
              autocomplete="off"
              value={entered.text ?? ''}
              onChange={(event) => setEntered({ text: event.currentTarget.value })}
            >
              <option value="">{c.saidNothing}</option>
              {(field.kind === 'yes-no'
                ? ([
                    ['yes', c.yes],
                    ['no', c.no],
                  ] as const)
                : field.codes.map((code) => [code, codes.label(vocabularyOf(fact), code)] as const)
              ).map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </p>
      )}
      <button type="submit" class="second" disabled={!canSave || value === undefined}>
        {c.save}
      </button>
    </form>
  );
}

function toggled(codes: readonly string[], code: string): readonly string[] {
  return codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code];
}

/** Vocabularies whose name is not that of the fact. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  conditions: 'treatedCondition',
  levelsOfCare: 'levelOfCare',
  overlays: 'overlay',
  payers: 'payer',
  modalities: 'modality',
  services: 'service',
  populations: 'population',
  languages: 'language',
  goals: 'goal',
  licenses: 'license',
  accreditations: 'accreditation',
};

function vocabularyOf(fact: string): string {
  return VOCABULARIES[fact] ?? fact;
}
