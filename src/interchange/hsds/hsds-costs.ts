import type { ResolvedFacts } from '../../core/directory/resolved-facts.js';
import { label } from '../../core/language/labels.js';
import { originText } from './hsds-attributes.js';
import { partIdOf } from './hsds-ids.js';

/** An HSDS cost option: what one pays without insurance. */
export interface HsdsCostOption {
  readonly id: string;
  readonly service_id: string;
  /** The first day for which the source states it. */
  readonly valid_from: string;
  /** The period that is paid for: `session`, `day`, `week`, `month` or `stay`. */
  readonly option: string;
  readonly currency: string;
  /** In whole units of the currency: 12.5 dollars. */
  readonly amount: number;
  readonly amount_description: string;
}

export function costOptionsOf(programId: string, { values, origins }: ResolvedFacts): HsdsCostOption[] {
  const { prices } = values;
  if (!prices) return [];
  const origin = origins[prices.origin]!;
  return prices.value.map(({ amount, currency, per }, at) => ({
    id: partIdOf(programId, 'price', String(at), currency, per),
    service_id: programId,
    valid_from: origin.asOf,
    option: per,
    currency,
    amount: amount / 10 ** currencyDigits(currency),
    amount_description: `Without insurance, for one ${label(per, 'en')} (${originText(origin)}).`,
  }));
}

/** How many decimals a currency has (ISO 4217): two for dollars, none for yen. */
export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}
