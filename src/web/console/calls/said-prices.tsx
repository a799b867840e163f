import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Choose } from '../../design/choose.js';
import type { CoachWords } from '../../words/coach-words.js';
import type { CallField, Entered, EnteredPrice } from './call-field.js';

const NO_PRICE: EnteredPrice = { amount: '', per: '' };

/** Prices in dollars, each for a period of care. */
export function SaidPrices(props: {
  readonly name: string;
  readonly field: Extract<CallField, { kind: 'prices' }>;
  readonly period: (code: string) => string;
  readonly coachWords: CoachWords;
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
}): JSX.Element {
  const { name, field, period, coachWords: c, entered, onEnter } = props;
  const id = useId();
  const prices = entered.prices ?? [NO_PRICE];
  const set = (at: number, change: Partial<EnteredPrice>) =>
    onEnter({ prices: prices.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  return (
    <fieldset>
      <legend>{name}</legend>
      {prices.map(({ amount, per }, at) => (
        <div key={at} class="row">
          <p>
            <label for={`${id}-${at}`}>{c.dollars}</label>{' '}
            <input
              id={`${id}-${at}`}
              class="number"
              inputMode="decimal"
              autocomplete="off"
              value={amount}
              onInput={(event) => set(at, { amount: event.currentTarget.value })}
            />
          </p>
          <Choose
            label={c.pricePer}
            value={per}
            none={c.choosePeriod}
            choices={field.periods.map((code) => [code, period(code)] as const)}
            onChange={(chosen) => set(at, { per: chosen })}
          />
        </div>
      ))}
      <button type="button" class="link" onClick={() => onEnter({ prices: [...prices, NO_PRICE] })}>
        {c.otherPrice}
      </button>
    </fieldset>
  );
}
