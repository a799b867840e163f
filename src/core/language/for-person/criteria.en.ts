import { APPROACH_NAMES } from '../words/approach-names.js';
import { list, number, type SentenceTemplate, text } from '../sentence-template.js';
import type { CriterionReason } from '../../matching/codes.js';
import type { Freshness } from '../../directory/shelf-life.js';
import type { Standing } from '../../directory/source-record.js';
import { about, firstVisit, has, itsDistance, maybeOtherZone, wholePrice, wished } from './phrases.en.js';
import { kindsOfCare, type KindWords } from './kinds-of-care.js';
import { PLAIN_ENGLISH } from './words.en.js';

const { allOf, anyOf, label } = PLAIN_ENGLISH;

const REPORTED: Readonly<Record<Standing, string>> = {
  verified: 'At least some of these facts were checked.',
  attested: 'The program signed for at least some of these facts.',
  confirmed: 'A call confirmed at least some of these facts.',
  'self-reported': 'The program itself reported these facts.',
};
const AGE: Readonly<Record<Freshness, string>> = {
  fresh: 'They are from the past year.',
  ageing: 'They are more than a year old.',
  stale: 'They are more than two years old.',
};

const hoursOutsideWork = (percent: number): string => {
  if (percent === 0) return 'None of its known hours are outside work hours.';
  if (percent === 100) return 'All of its known hours are outside work hours.';
  return `Of its known hours, ${percent}% are outside work hours.`;
};
const daysOutsideWork = (percent: number): string => {
  if (percent === 0) return 'On no day that we know can people come outside work hours.';
  if (percent === 100) return 'On all the days that we know, people can come outside work hours.';
  return `On ${percent}% of the days that we know, people can come outside work hours.`;
};

const KINDS: KindWords = {
  words: PLAIN_ENGLISH,
  approach: (code = '', name) => APPROACH_NAMES.en[code] ?? name,
  kindFor: (kind, purpose) => `${kind} for ${purpose}`,
  earned: (names) => `It offers ${names}.`,
  missing: (kinds) => `We do not know if it offers ${kinds}.`,
  unlisted: (kinds) => `It did not name ${kinds}.`,
  declined: (kinds) => `It says it does not offer ${kinds}.`,
};

/** English sentences of what a criterion counts, for the person. */
export const CRITERIA_FOR_PERSON_EN: Readonly<Record<CriterionReason, SentenceTemplate>> = {
  'evidence.earned': (v) => kindsOfCare(v, KINDS),
  'evidence.unknown': (v) => kindsOfCare(v, KINDS),
  'quality.signs': has,
  'level_of_care_fit.offers': (v) => `Closest to what is needed, it offers ${label(text(v.level))}.`,
  'level_of_care_fit.unknown': 'We do not know what kinds of care it offers.',
  'cost.free': 'It does not charge for care.',
  'cost.covered': (v) => `It takes ${allOf(list(v.payers))}.`,
  'cost.within_budget': (v) => `It costs ${wholePrice(v)}.`,
  'cost.sliding_fee': 'The price depends on income. We do not know how much it is.',
  'cost.assistance': 'It can help people pay. We do not know by how much.',
  'cost.over_budget': (v) => `It costs ${wholePrice(v)}. That is over the limit that was set.`,
  'cost.not_covered': (v) => `It does not take ${anyOf(list(v.payers))}.`,
  'cost.unknown': 'We do not know what it would cost.',
  'distance.meters': itsDistance,
  'distance.telehealth': 'Care is by phone or video.',
  'distance.both': (v) => `Care is by phone or video. The place itself is ${about(v.meters, v)} away.`,
  'distance.unknown': 'We do not know how far away it is.',
  'access_speed.same_day': 'Care can start on the same day.',
  'access_speed.wait': firstVisit,
  'access_speed.unknown': 'We do not know how long the wait is.',
  'schedule_fit.sessions': (v) => `${hoursOutsideWork(number(v.percent))}${maybeOtherZone(v)}`,
  'schedule_fit.visits': (v) => `${daysOutsideWork(number(v.percent))}${maybeOtherZone(v)}`,
  'schedule_fit.telehealth': 'Care is by phone or video. We do not know the hours.',
  'schedule_fit.unknown': 'We do not know its hours.',
  'preferences.features': wished,
  'engagement.parts': has,
  'engagement.unknown': 'We do not know how it helps people to get started.',
  'engagement.ready': 'No extra help to get started is needed.',
  'continuity.parts': has,
  'continuity.unknown': 'We do not know what help comes after treatment.',
  'continuity.helped_before': 'It has helped before.',
  'continuity.same_again':
    'It is the same group with the same kind of care as before. That care ended early, or use came back.',
  'trust.record': (v) =>
    [
      REPORTED[v.standing as Standing],
      AGE[v.freshness as Freshness],
      ...(list(v.accreditations).length > 0
        ? [`An outside body approved it: ${allOf(list(v.accreditations))}.`]
        : []),
      ...(list(v.licenses).length > 0 ? ['It has a license.'] : []),
    ].join(' '),
};
