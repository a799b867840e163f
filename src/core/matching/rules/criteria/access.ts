import { CONTINUUM_POSITION, type LevelOfCare } from '../../../vocabulary/levels-of-care.js';
import { stance, yes } from '../../candidate.js';
import { acceptedPayers, isFree, lowestComparablePrice } from '../constraints/payment.js';
import { distanceTo } from '../constraints/place.js';
import { isSeenByTelehealth, reachesByTelehealth } from '../telehealth.js';
import type { Criterion } from '../criterion.js';
import { known, notKnown } from '../criterion.js';
import { areFreeInAnyZone, shareFree } from '../../facts/hours.js';
import { acceptableLevels, type Need, needsOpioidMedication } from '../../need.js';
import type { MatchingPolicy } from '../../policy.js';
import { compareZones } from '../../facts/zone-shifts.js';

export const levelOfCareFit: Criterion = {
  code: 'level_of_care_fit',
  applies: (need) => (acceptableLevels(need)?.length ?? 0) > 0,
  judge(need, candidate, knowledge) {
    const wanted = acceptableLevels(need)!;
    const offered = yes(candidate, 'levelsOfCare');
    if (offered.length === 0) return notKnown(knowledge, 'level_of_care_fit');
    const { tooLittlePerStep, tooMuchPerStep } = knowledge.policy.curves.levelOfCareFit;
    const fit = (level: LevelOfCare) => {
      const steps = wanted.map((each) => CONTINUUM_POSITION[level] - CONTINUUM_POSITION[each]);
      const nearest = steps.reduce((best, step) => (Math.abs(step) < Math.abs(best) ? step : best));
      return Math.max(0, 1 - (nearest < 0 ? -nearest * tooLittlePerStep : nearest * tooMuchPerStep));
    };
    const best = offered.reduce((a, b) => (fit(b) > fit(a) ? b : a));
    return known(fit(best), 'level_of_care_fit.offers', { level: best });
  },
};

export const cost: Criterion = {
  code: 'cost',
  applies: (need) => need.payers !== undefined || need.maxCost !== undefined,
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
    // A payer that was not reported may still pay, whatever the price; "free" beside payers contradicts itself.
    const isOpen =
      stance(candidate, 'payers', 'free') === 'yes' ||
      asked.some((payer) => stance(candidate, 'payers', payer) !== 'no');
    if (isOpen) return notKnown(knowledge, 'cost');
    if (budget && price !== undefined)
      return known(0, 'cost.over_budget', { price, currency: budget.currency, per: budget.per });
    return asked.length > 0 && !budget
      ? known(0, 'cost.not_covered', { payers: asked })
      : notKnown(knowledge, 'cost');
  },
};

export const distance: Criterion = {
  code: 'distance',
  applies: (need) => need.place !== undefined,
  judge(need, candidate, knowledge) {
    const meters = distanceTo(need, candidate);
    const near = closeness(need, meters, reachesByTelehealth(need, candidate), knowledge.policy);
    if (near === undefined) return notKnown(knowledge, 'distance');
    return near.by === 'telehealth'
      ? known(near.value, 'distance.telehealth')
      : known(near.value, 'distance.meters', { meters: meters! });
  },
};

/**
 * How near a program is, 0 to 1: by its site, or by telehealth where that brings it nearer; undefined where its
 * place is not known and it does not come by telehealth.
 *
 * @param meters to its site, where that is known
 * @param reaches see `reachesByTelehealth`
 */
export function closeness(
  need: Need,
  meters: number | undefined,
  reaches: boolean,
  policy: MatchingPolicy,
): { readonly value: number; readonly by: 'site' | 'telehealth' } | undefined {
  const { defaultScaleKm, telehealth } = policy.curves.distance;
  const scale = need.maxDistanceMeters ?? defaultScaleKm * 1000;
  const bySite =
    meters === undefined ? undefined : scale === 0 ? Number(meters === 0) : Math.exp((-2 * meters) / scale);
  if (reaches && !needsOpioidMedication(need)) {
    const value = need.preferences.modality === 'telehealth' ? 1 : telehealth;
    if (value >= (bySite ?? 0)) return { value, by: 'telehealth' };
  }
  return bySite === undefined ? undefined : { value: bySite, by: 'site' };
}

export const accessSpeed: Criterion = {
  code: 'access_speed',
  applies: (need) =>
    need.conditions.length > 0 ||
    need.startsWithinDays !== undefined ||
    need.priorities.access_speed !== undefined,
  judge(_need, candidate, knowledge) {
    if (candidate.sameDayStart === true) return known(1, 'access_speed.same_day');
    if (candidate.waitDays === undefined) return notKnown(knowledge, 'access_speed');
    const { halfDays } = knowledge.policy.curves.accessSpeed;
    return known(halfDays / (halfDays + candidate.waitDays), 'access_speed.wait', {
      days: candidate.waitDays,
    });
  },
};

export const scheduleFit: Criterion = {
  code: 'schedule_fit',
  applies: (need) => need.cannotLeaveWork || need.workHours !== undefined,
  judge(need, candidate, knowledge) {
    const { assumedWorkHours, scheduleFit: curve } = knowledge.policy.curves;
    const byTelehealth = isSeenByTelehealth(need, candidate) ? curve.telehealth : undefined;
    const { sessions } = candidate;
    const workHours = need.workHours ?? [assumedWorkHours];
    const { shifts, zones } = compareZones(need.timeZone, candidate.timeZone);
    const bySessions = sessions && shareFree(sessions, workHours, shifts);
    if (byTelehealth !== undefined && byTelehealth >= (bySessions ?? 0))
      return known(byTelehealth, 'schedule_fit.telehealth');
    if (bySessions === undefined) return notKnown(knowledge, 'schedule_fit');
    return known(bySessions, 'schedule_fit.sessions', {
      percent: Math.round(bySessions * 100),
      zones: zones === 'unknown' && areFreeInAnyZone(sessions!, workHours) ? 'same' : zones,
    });
  },
};
