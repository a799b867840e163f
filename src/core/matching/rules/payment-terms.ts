import {
  isMilitaryPlan,
  MILITARY_PLANS,
  type Payer,
  PAYERS,
  perWeek,
  type Price,
} from '../../vocabulary/payment.js';
import type { Stance } from '../../directory/resolved-facts.js';
import { type Candidate, stance, yes } from '../candidate.js';
import type { Need } from '../need.js';
import type { Reads } from './reads.js';

/** What is read of the cost of a program, and of who pays. */
export const PAYMENT_READS: Reads = {
  facts: { payers: true, slidingFee: true, paymentAssistance: true, prices: true, operator: true },
  need: ['payers', 'maxCost'],
  // A budget is a number of the client: with one nothing is cached.
  cache: ({ payers, maxCost }) => (maxCost ? undefined : { payers }),
};

/** The client pays, or there is no charge. */
const OWN_MEANS: ReadonlySet<string> = new Set<Payer>(['self-pay', 'sliding-fee', 'free']);

/** Whether a need says who pays, or how much. */
export function saysPayment({ payers, maxCost }: Need): boolean {
  return payers !== undefined || maxCost !== undefined;
}

/** The lowest known price in the budget's own unit and currency, in cents; `undefined` where none compares. */
export function lowestComparablePrice(
  prices: readonly Price[] | undefined,
  budget: Price,
): number | undefined {
  const comparable = (prices ?? [])
    .filter(({ currency }) => currency === budget.currency)
    .map((price) => inPeriodOf(budget, price))
    .filter((amount) => amount !== undefined);
  return comparable.length > 0 ? Math.min(...comparable) : undefined;
}

function inPeriodOf(budget: Price, price: Price): number | undefined {
  if (price.per === budget.per) return price.amount;
  const weekly = perWeek(price);
  const unit = perWeek({ ...budget, amount: 1 });
  return weekly === undefined || unit === undefined ? undefined : Math.round(weekly / unit);
}

/**
 * Whether a program takes a payer. A source that does not tell the plans of federal military insurance apart says nothing
 * of CHAMPVA and VA, whatever it says of the whole; it names TRICARE as its example. Veterans Affairs pays for the care
 * that it gives itself. Of a program that takes one
 * plan it is not known whether it takes another that the client calls military insurance.
 */
export function payerStance(candidate: Candidate, payer: Payer): Stance | 'unknown' {
  if (payer === 'va' && candidate.operator === 'veterans-affairs') return 'yes';
  const codes = candidate.lists.payers?.codes ?? {};
  const plans = MILITARY_PLANS.filter((plan) => codes[plan] !== undefined);
  const said = stance(candidate, 'payers', payer);
  if (payer === 'military')
    return said === 'no' && plans.some((plan) => codes[plan] === 'yes') ? 'unknown' : said;
  if (!isMilitaryPlan(payer) || plans.length > 0) return said;
  return payer === 'tricare' ? stance(candidate, 'payers', 'military') : 'unknown';
}

/**
 * The payers of the client that the program takes; sliding fee only where it was asked for as a payer. Paying
 * oneself within a budget is a matter of the price.
 */
export function acceptedPayers(need: Need, candidate: Candidate): string[] {
  return (need.payers ?? []).filter((payer) => {
    if (payer === 'free') return isFree(candidate);
    if (payer === 'sliding-fee' && candidate.slidingFee === true) return true;
    if (payer === 'self-pay' && need.maxCost) return false;
    return payerStance(candidate, payer) === 'yes';
  });
}

/** Whether somebody other than the client may pay: false only where the program is known to take no such payer. */
export function othersMayPay(candidate: Candidate): boolean {
  return PAYERS.some((payer) => !OWN_MEANS.has(payer) && stance(candidate, 'payers', payer) !== 'no');
}

/** Takes no payment. Where payers are named beside it the source contradicts itself, and it is not known. */
export function isFree(candidate: Candidate): boolean {
  return stance(candidate, 'payers', 'free') === 'yes' && yes(candidate, 'payers').length === 1;
}
