/** Who pays. `tribal`: IHS, tribal and urban Indian funds; `free`: no payment accepted. */
export const PAYERS = [
  'medicaid',
  'medicare',
  'private',
  'military',
  'state',
  'tribal',
  'self-pay',
  'sliding-fee',
  'free',
] as const;
export type Payer = (typeof PAYERS)[number];

export const PRICE_PERIODS = ['session', 'day', 'week', 'month', 'stay'] as const;
export type PricePeriod = (typeof PRICE_PERIODS)[number];

/** Money is integer cents and an ISO 4217 code, for one period of care. */
export interface Price {
  readonly amount: number;
  readonly currency: string;
  readonly per: PricePeriod;
}

const DAYS: Partial<Record<PricePeriod, number>> = { day: 1, week: 7, month: 30 };

/** The price per week in cents, or `undefined` if the period cannot be converted to weeks (a session, a stay). */
export function perWeek(price: Price): number | undefined {
  const days = DAYS[price.per];
  return days === undefined ? undefined : (price.amount * 7) / days;
}
