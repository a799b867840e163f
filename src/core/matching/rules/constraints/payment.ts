import { type Candidate, isReported, stance, yes } from '../../candidate.js';
import type { Price } from '../../../vocabulary/payment.js';
import type { Need } from '../../need.js';
import { fails, meets, unknown, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import {
  acceptedPayers,
  isFree,
  lowestComparablePrice,
  othersMayPay,
  payerStance,
  PAYMENT_READS,
  saysPayment,
} from '../payment-terms.js';
import type { RelaxationStep } from '../relaxation-step.js';

export const payment: Constraint = {
  code: 'payment',
  reads: PAYMENT_READS,
  asks: {
    'ask.sliding_fee': ['prices', 'slidingFee'],
    'ask.assistance': ['prices', 'paymentAssistance'],
    'ask.free': ['payers'],
    'ask.payers': ['payers'],
    'ask.price': ['prices'],
    'ask.who_pays': ['payers', 'prices'],
  },
  isSafety: () => false,
  isAsked: saysPayment,
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
    return need.payers === undefined && othersMayPay(candidate)
      ? judgeWithoutPayers(candidate, budget!, price)
      : judgeWithoutHelp(need, candidate, price);
  },
  relax: (need, price) => [...nextBudget(need, price), ...slidingFee(need)],
};

/** It is not known who pays: what is over the budget, or has no price, may still be covered. */
function judgeWithoutPayers(candidate: Candidate, budget: Price, price: number | undefined): Verdict {
  if (price !== undefined)
    return unknown('payment.over_budget_unless_covered', 'ask.who_pays', {
      price,
      budget: budget.amount,
      currency: budget.currency,
      per: budget.per,
    });
  if (!isReported(candidate, 'payers')) return unknown('payment.unknown', 'ask.price');
  return stance(candidate, 'payers', 'self-pay') === 'no'
    ? unknown('payment.payer_not_told', 'ask.who_pays', { payers: yes(candidate, 'payers') })
    : unknown('payment.price_unknown', 'ask.price');
}

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
    return payerStance(candidate, payer) === 'no';
  });
}

function nextBudget(need: Need, price: number | undefined): RelaxationStep[] {
  if (!need.maxCost || price === undefined) return [];
  const maxCost = { ...need.maxCost, amount: price };
  const { currency, per } = maxCost;
  return [
    {
      change: { constraints: { maxCost } },
      label: { code: 'relax.budget', values: { price, currency, per } },
      need: { ...need, maxCost },
    },
  ];
}

function slidingFee(need: Need): RelaxationStep[] {
  if (!need.payers || need.payers.includes('sliding-fee')) return [];
  const payers = [...need.payers, 'sliding-fee' as const];
  return [
    {
      change: { constraints: { payers } },
      label: { code: 'relax.sliding_fee', values: {} },
      need: { ...need, payers },
    },
  ];
}
