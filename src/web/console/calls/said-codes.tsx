import type { JSX } from 'preact';
import { Choose } from '../../design/choose.js';
import { Fold } from '../../design/fold.js';
import { Ticks } from '../../design/ticks.js';
import type { CoachWords } from '../../words/coach-words.js';
import type { CallField, Entered } from './call-field.js';

interface CodesProps {
  readonly name: string;
  readonly coachWords: CoachWords;
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
  readonly label: (code: string) => string;
}

/** Codes to tick: those that the place says yes to, and where it may say no, those too. */
export function SaidCodes(
  props: CodesProps & {
    readonly field: Extract<CallField, { kind: 'list' | 'codes' }>;
    readonly sides: readonly ('yes' | 'no')[];
  },
): JSX.Element {
  const { name, coachWords: c, field, sides, label, entered, onEnter } = props;
  return (
    <fieldset>
      <legend>{name}</legend>
      {sides.map((side) => (
        <Ticks
          key={side}
          label={side === 'yes' ? c.theySaidYes : c.theySaidNo}
          values={entered[side] ?? []}
          choices={field.codes.map((code) => [code, label(code)] as const)}
          onChange={(codes) => onEnter({ ...entered, [side]: codes })}
        />
      ))}
    </fieldset>
  );
}

/** The same answers for each of some codes: what the place does with each medication. */
export function SaidEach(
  props: CodesProps & {
    readonly field: Extract<CallField, { kind: 'each' }>;
    readonly answer: (code: string) => string;
  },
): JSX.Element {
  const { name, coachWords: c, field, label, answer, entered, onEnter } = props;
  return (
    <fieldset>
      <legend>{name}</legend>
      <Fold summary={c.eachOfThem}>
        {() =>
          field.codes.map((code) => (
            <Choose
              key={code}
              label={label(code)}
              value={entered.each?.[code] ?? ''}
              none={c.saidNothing}
              choices={field.answers.map((one) => [one, answer(one)] as const)}
              onChange={(said) => onEnter({ each: { ...entered.each, [code]: said } })}
            />
          ))
        }
      </Fold>
    </fieldset>
  );
}
