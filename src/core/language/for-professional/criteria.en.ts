import { ENGLISH } from '../labels.en.js';
import { list, number, text, type SentenceTemplate } from '../sentence-template.js';
import type { CriterionReason } from '../../matching/codes.js';
import { absences, away, clocks, earned, far, firstAppointment, parts, price } from './phrases.en.js';

const { allOf, anyOf, label } = ENGLISH;

/** English sentences of what a criterion counts, for a professional. */
export const CRITERIA_FOR_PROFESSIONAL_EN: Readonly<Record<CriterionReason, SentenceTemplate>> = {
  'evidence.earned': (v) => [`Earned by ${list(v.earned).map(earned).join('; ')}.`, ...absences(v)].join(' '),
  'evidence.unknown': (v) => absences(v).join(' '),
  'quality.signs': (v) =>
    [
      ...parts('Reported', v.present),
      ...parts('Partly', v.partly),
      ...parts('Not reported', v.notReported),
      ...parts('Not on its list', v.unlisted),
      ...parts('Says that it does not offer', v.declined),
    ].join(' '),
  'level_of_care_fit.offers': (v) => `Its closest level is ${label(text(v.level))}.`,
  'level_of_care_fit.unknown': 'Its levels of care are not reported.',
  'cost.free': 'Takes no payment.',
  'cost.covered': (v) => `Covered by ${allOf(list(v.payers))}.`,
  'cost.within_budget': (v) => `Costs ${price(v)}.`,
  'cost.sliding_fee': 'Sliding fee, without an amount.',
  'cost.assistance': 'Payment assistance, without an amount.',
  'cost.over_budget': (v) => `Costs ${price(v)}, over the budget.`,
  'cost.not_covered': (v) => `Does not take ${anyOf(list(v.payers))}.`,
  'cost.unknown': 'What it would cost this client is not reported.',
  'distance.meters': away,
  'distance.telehealth': 'By telehealth.',
  'distance.both': (v) => `By telehealth; its site is ${far(v.meters, v)} away.`,
  'distance.unknown': 'Its distance is not known.',
  'access_speed.same_day': 'Starts on the same day.',
  'access_speed.wait': firstAppointment,
  'access_speed.unknown': 'Its waiting time is not known.',
  'schedule_fit.sessions': (v) => `${number(v.percent)} % of its known hours are outside work${clocks(v)}.`,
  'schedule_fit.visits': (v) =>
    `On ${number(v.percent)} % of the days that it names one may come outside work${clocks(v)}.`,
  'schedule_fit.telehealth': 'By telehealth; hours not reported.',
  'schedule_fit.unknown': 'Its hours are not reported.',
  'preferences.features': (v) =>
    [
      ...parts('Wanted and offered', v.present),
      ...parts('Wanted but not offered', v.absent),
      ...parts('Not wanted but offered', v.unwished),
      ...parts('Not reported', v.notReported),
    ].join(' ') || 'No preference counts against it.',

  'engagement.parts': (v) =>
    [
      ...parts('Offered', v.present),
      ...parts('Not offered', v.absent),
      ...parts('Not reported', v.notReported),
    ].join(' '),
  'engagement.unknown': 'What would help the client to start is not reported.',
  'engagement.ready': 'The client is ready; no special entry is needed.',
  'continuity.parts': (v) =>
    [
      ...parts('Offered', v.present),
      ...parts('Not offered', v.absent),
      ...parts('Not reported', v.notReported),
    ].join(' '),
  'continuity.unknown': 'What follows after treatment is not reported.',
  'continuity.helped_before': 'It has helped the client before.',
  'continuity.same_again': 'The same organization at the same level as before a relapse or drop-out.',

  'trust.record': (v) =>
    [
      `Facts are ${label(text(v.standing))}, ${text(v.freshness)}.`,
      ...(list(v.accreditations).length > 0 ? [`Accredited by ${allOf(list(v.accreditations))}.`] : []),
      ...(list(v.licenses).length > 0 ? ['Licensed or certified.'] : []),
    ].join(' '),
};
