import { distanceInWords, sameAreaInWords, speedInWords } from '../distance-words.js';
import { money } from '../labels.en.js';
import { ENGLISH } from '../labels.en.js';
import { days } from '../phrases.en.js';
import { list, number, type SentenceValues, text } from '../sentence-template.js';
import type { ReasonValue } from '../../matching/verdict.js';

const { allOf, label, session } = ENGLISH;

export const price = (v: SentenceValues): string =>
  `${money(number(v.price), text(v.currency))} per ${text(v.per)}`;

/** Miles, or kilometers where the request asks for them. */
export const far = (meters: ReasonValue | undefined, values: SentenceValues): string =>
  distanceInWords(number(meters), values, 'en');
export const away = (v: SentenceValues): string =>
  v.meters === 0
    ? `In the same postal code area, ${sameAreaInWords(v, 'en')} away.`
    : `${far(v.meters, v)} away.`;
export const fromAfar = (v: SentenceValues): string =>
  v.meters === undefined ? 'Its location is not known.' : away(v);

export const firstAppointment = (v: SentenceValues): string =>
  number(v.days) === 0 ? 'First appointment on the same day.' : `First appointment within ${days(v.days)}.`;

/** Only if hours were compared and it is not known whether both are in the same time zone. */
export const clocks = (values: SentenceValues): string =>
  values.zones === 'unknown' ? '; time zones not known: compared as the same' : '';
export const pace = (v: SentenceValues): string => {
  const local = speedInWords(number(v.kmPerHour), v, 'en');
  return v.kmPerHour === v.beyondKmPerHour
    ? `at ${local}`
    : `at ${local} for its first ${far(number(v.localKm) * 1000, v)} and ${speedInWords(number(v.beyondKmPerHour), v, 'en')} after them`;
};
export const driving = (values: SentenceValues): string =>
  values.assumed === true ? '; driving is assumed' : '';
export const workHours = (values: SentenceValues): string =>
  values.assumed ? 'usual working hours (Monday to Friday, 9 to 5, assumed)' : 'the working hours';
/** The hours that were named, with what is not known of them. */
export const hours = (values: SentenceValues): string =>
  `${list(values.sessions).map(session).join(', ')}${values.zones === 'converted' ? " in the program's local time" : ''} (on public holidays: not known${clocks(values)})`;

export function parts(title: string, codes: ReasonValue | undefined): string[] {
  return list(codes).length > 0 ? [`${title}: ${allOf(list(codes))}.`] : [];
}

/** Three kinds of absence: not reported, left blank on an answered list, or the program says no. */
export function absences(v: SentenceValues): string[] {
  const named = (title: string, of: ReasonValue | undefined) =>
    list(of).length > 0 ? [`${title}: ${list(of).map(component).join(', ')}.`] : [];
  return [
    ...named('Not reported', v.missing),
    ...named('Not on its list', v.unlisted),
    ...named('Says that it does not offer', v.declined),
  ];
}

/** `opioid|medication|Methadone|self-reported|here` → `Methadone (medication for opioids, self-reported)`. */
export function earned(entry: string): string {
  const [purpose, kind, approach, standing, way] = entry.split('|');
  const from = way && way !== 'here' ? `, ${label(way)}` : '';
  return `${approach} (${component(`${purpose}|${kind}`)}${from}, ${label(standing!)})`;
}

/** `opioid|medication` → `medication for opioids`. */
export function component(entry: string): string {
  const [purpose, kind] = entry.split('|');
  const what = label(kind!);
  return purpose === 'any' || purpose!.includes('-') ? what : `${what} for ${label(purpose!)}`;
}
