import { stance } from '../../candidate.js';
import { type Criterion, known, notKnown } from '../criterion.js';
import {
  acceptedPayers,
  isFree,
  lowestComparablePrice,
  othersMayPay,
  payerStance,
  PAYMENT_READS,
  saysPayment,
} from '../payment-terms.js';

export const cost: Criterion = {
  code: 'cost',
  reads: PAYMENT_READS,
  applies: saysPayment,
  judge(need, candidate, knowledge) {
    if (isFree(candidate)) return known(1, 'cost.free');
    const payers = acceptedPayers(need, candidate).filter(
      (payer) => payer !== 'sliding-fee' && payer !== 'self-pay',
    );
    if (payers.length > 0) return known(1, 'cost.covered', { payers });
    const { feeHelp, halfAtBudget } = knowledge.policy.curves.cost;
    const budget = need.maxCost;
    const price = budget && lowestComparablePrice(candidate.prices, budget);
    if (budget && price !== undefined && price <= budget.amount)
      return known(
        1 - halfAtBudget * (budget.amount === 0 ? 1 : price / budget.amount),
        'cost.within_budget',
        {
          price,
          currency: budget.currency,
          per: budget.per,
        },
      );
    if (candidate.slidingFee === true || candidate.paymentAssistance === true)
      return known(feeHelp, candidate.slidingFee ? 'cost.sliding_fee' : 'cost.assistance');
    const asked = (need.payers ?? []).filter((payer) => payer !== 'sliding-fee' && payer !== 'self-pay');
    // A payer that was not reported, by the program or by the client, may still pay, whatever the price; "free" beside
    // payers contradicts itself.
    const isOpen =
      stance(candidate, 'payers', 'free') === 'yes' ||
      (need.payers === undefined
        ? othersMayPay(candidate)
        : asked.some((payer) => payerStance(candidate, payer) !== 'no'));
    if (isOpen) return notKnown(knowledge, 'cost');
    if (budget && price !== undefined)
      return known(0, 'cost.over_budget', { price, currency: budget.currency, per: budget.per });
    return asked.length > 0 && !budget
      ? known(0, 'cost.not_covered', { payers: asked })
      : notKnown(knowledge, 'cost');
  },
};
