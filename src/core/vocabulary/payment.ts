/** Federal insurance for service members, veterans and their families, where its plans are told apart. */
export const MILITARY_PLANS = ['tricare', 'champva', 'va'] as const;
export type MilitaryPlan = (typeof MILITARY_PLANS)[number];

/**
 * Who pays. `military`: federal military insurance whose plan is not said, such as SAMHSA's "e.g., TRICARE"; `tribal`: IHS,
 * tribal and urban Indian funds; `free`: no payment accepted.
 */
export const PAYERS = [
  'medicaid',
  'medicare',
  'private',
  'military',
  ...MILITARY_PLANS,
  'state',
  'tribal',
  'self-pay',
  'sliding-fee',
  'free',
] as const;
export type Payer = (typeof PAYERS)[number];

export function isMilitaryPlan(payer: string): payer is MilitaryPlan {
  return (MILITARY_PLANS as readonly string[]).includes(payer);
}

/** The codes whose yes may be meant by a payer: a source that names TRICARE as its example says it by `military`. */
export function codesForPayer(payer: Payer): readonly Payer[] {
  if (payer === 'military') return ['military', ...MILITARY_PLANS];
  return payer === 'tricare' ? ['tricare', 'military'] : [payer];
}

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
