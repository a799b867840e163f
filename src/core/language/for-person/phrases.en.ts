import { sameAreaInWords, wholeDistance, wholeDistanceInWords } from '../distance-words.js';
import { money } from '../labels.en.js';
import { days } from '../phrases.en.js';
import { list, number, type SentenceValues, text } from '../sentence-template.js';
import type { ReasonValue } from '../../matching/verdict.js';
import { PLAIN_ENGLISH } from './words.en.js';

const { allOf, anyOf } = PLAIN_ENGLISH;

/** Whole miles, or kilometers where the request asks for them. */
export const whole = (meters: ReasonValue | undefined, v: SentenceValues): string =>
  wholeDistanceInWords(number(meters), v, 'en');
export const about = (meters: ReasonValue | undefined, v: SentenceValues): string =>
  wholeDistance(number(meters), v) === 0 ? whole(meters, v) : `about ${whole(meters, v)}`;
export const itsDistance = (v: SentenceValues): string =>
  v.meters === 0
    ? `It is in the same ZIP code area, ${sameAreaInWords(v, 'en')} away.`
    : `It is ${about(v.meters, v)} away.`;
export const itsDistanceIfKnown = (v: SentenceValues): string =>
  v.meters === undefined ? 'We do not know where it is.' : itsDistance(v);

export const ifInState = (v: SentenceValues): string =>
  `We do not know if that is possible in ${text(v.state)}.`;
export const IF_STATE_TOLD = 'We need to know the state to say if that is possible.';

/** Whole dollars, up: what is over a limit never looks as if it were within it. */
export const wholePrice = (v: SentenceValues): string => {
  const cents = number(v.price);
  const isWhole = cents % 100 === 0;
  return `${isWhole ? '' : 'about '}${money(Math.ceil(cents / 100) * 100, text(v.currency))} a ${text(v.per)}`;
};
/** Whole dollars, down. */
export const limit = (v: SentenceValues): string =>
  `the limit of ${money(Math.floor(number(v.budget) / 100) * 100, text(v.currency))}`;

export const timeAtWork = (v: SentenceValues): string =>
  v.assumed ? 'usual work hours (Monday to Friday, 9 to 5)' : 'work hours';
/** Only if hours were compared and it is not known whether both are in the same time zone. */
export const maybeOtherZone = (v: SentenceValues): string =>
  v.zones === 'unknown' ? ' It may be in another time zone.' : '';

export const firstVisit = (v: SentenceValues): string =>
  number(v.days) === 0 ? 'Care can start on the same day.' : `The first visit is within ${days(v.days)}.`;

const WEEKDAYS: Readonly<Record<string, string>> = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};
/** `mo 18:00-21:30` as `Monday 6 pm to 9:30 pm`. */
const session = (span: string): string => {
  const [day = '', hours = ''] = span.split(' ');
  const [from = '', to = ''] = hours.split('-');
  return `${WEEKDAYS[day] ?? day} ${clock(from)} to ${clock(to)}`;
};
const clock = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? 'noon' : 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour % 24 < 12 ? 'am' : 'pm'}`;
};
/** The hours that were named, and what to keep in mind of them. */
export const namedTimes = (v: SentenceValues): string =>
  `${list(v.sessions).map(session).join(', ')}${v.zones === 'converted' ? ' (its local time)' : ''}. Holidays may differ.${maybeOtherZone(v)}`;

/** A sentence for a list, if there is anything in it. */
const ifAny = (
  codes: ReasonValue | undefined,
  says: (codes: readonly string[]) => string,
): readonly string[] => (list(codes).length > 0 ? [says(list(codes))] : []);

/** What a program has of some things, what it does not have, and what is not known. */
export const has = (v: SentenceValues): string =>
  [
    ...ifAny(v.present, (codes) => `It has ${allOf(codes)}.`),
    ...ifAny(v.partly, (codes) => `In part, it has ${allOf(codes)}.`),
    ...ifAny(v.absent, (codes) => `It does not have ${anyOf(codes)}.`),
    ...ifAny(v.unlisted, (codes) => `It did not name ${anyOf(codes)}.`),
    ...ifAny(v.declined, (codes) => `It says it does not have ${anyOf(codes)}.`),
    ...ifAny(v.notReported, (codes) => `We do not know if it has ${anyOf(codes)}.`),
  ].join(' ');

export const wished = (v: SentenceValues): string =>
  [
    ...ifAny(v.present, (codes) => `It has what was wished for: ${allOf(codes)}.`),
    ...ifAny(v.absent, (codes) => `It lacks what was wished for: ${allOf(codes)}.`),
    ...ifAny(v.unwished, (codes) => `It has what was not wished for: ${allOf(codes)}.`),
    ...ifAny(v.notReported, (codes) => `We do not know if it has ${anyOf(codes)}.`),
  ].join(' ') || 'Nothing that was wished for speaks against it.';
