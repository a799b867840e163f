import type { Price } from '../../../vocabulary/payment.js';
import { perWeek } from '../../../vocabulary/payment.js';
import { type Candidate, isReported, stance, yes } from '../../candidate.js';
import type { Constraint } from '../constraint.js';
import type { Need } from '../../need.js';
import { fails, meets, unknown, type Verdict } from '../../verdict.js';

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
 * The payers of the client that the program takes; sliding fee only where it was asked for as a payer. Paying
 * oneself within a budget is a matter of the price.
 */
export function acceptedPayers(need: Need, candidate: Candidate): string[] {
  return (need.payers ?? []).filter((payer) => {
    if (payer === 'free') return isFree(candidate);
    if (payer === 'sliding-fee' && candidate.slidingFee === true) return true;
    if (payer === 'self-pay' && need.maxCost) return false;
    return stance(candidate, 'payers', payer) === 'yes';
  });
}

/** Takes no payment. Where payers are named beside it the source contradicts itself, and it is not known. */
export function isFree(candidate: Candidate): boolean {
  return stance(candidate, 'payers', 'free') === 'yes' && yes(candidate, 'payers').length === 1;
}

export const payment: Constraint = {
  code: 'payment',
  isSafety: () => false,
  isAsked: (need) => need.payers !== undefined || need.maxCost !== undefined,
  judge(need, candidate) {
    if (isFree(candidate)) return meets('payment.free');
    const accepted = acceptedPayers(need, candidate);
    if (accepted.length > 0) return meets('payment.accepts', { payers: accepted });

    const budget = need.maxCost;
    const price = budget && lowestComparablePrice(candidate.prices, budget);
    if (budget && price !== undefined && price <= budget.amount)
      return meets('payment.within_budget', { price, currency: budget.currency, per: budget.per });

    if (candidate.slidingFee === true || candidate.paymentAssistance === true)
      return unknown('payment.reduced', candidate.slidingFee ? 'ask.sliding_fee' : 'ask.assistance');
    if (stance(candidate, 'payers', 'free') === 'yes') return unknown('payment.contradiction', 'ask.free');
    return judgeWithoutHelp(need, candidate, price);
  },
};

/** Nothing of the client's is known to be taken, and no help with the fee was reported. */
function judgeWithoutHelp(need: Need, candidate: Candidate, price: number | undefined): Verdict {
  const payers = need.payers ?? [];
  const budget = need.maxCost;
  if (budget && price !== undefined && (payers.length === 0 || allRefused(need, candidate)))
    return fails(
      'payment.over_budget',
      { price, budget: budget.amount, currency: budget.currency, per: budget.per },
      { asked: budget.amount, found: price },
    );
  const isOpen = payers.length === 0 ? !isReported(candidate, 'payers') : !allRefused(need, candidate);
  if (isOpen) return unknown('payment.unknown', payers.length > 0 ? 'ask.payers' : 'ask.price', { payers });
  if (budget && price === undefined && stance(candidate, 'payers', 'self-pay') !== 'no')
    return unknown('payment.price_unknown', 'ask.price', { payers });
  return fails('payment.not_accepted', { payers }, { asked: payers });
}

function allRefused(need: Need, candidate: Candidate): boolean {
  const payers = need.payers ?? [];
  return payers.every((payer) => {
    if (payer === 'sliding-fee') return candidate.slidingFee === false || isReported(candidate, 'payers');
    if (payer === 'self-pay' && need.maxCost) return true;
    return stance(candidate, 'payers', payer) === 'no';
  });
}
