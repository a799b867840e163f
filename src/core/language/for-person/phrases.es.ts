import { sameAreaInWords, wholeDistance, wholeDistanceInWords } from '../distance-words.js';
import { money } from '../labels.en.js';
import { days } from '../phrases.es.js';
import { list, number, type SentenceValues, text } from '../sentence-template.js';
import type { ReasonValue } from '../../matching/verdict.js';
import { PLAIN_SPANISH } from './words.es.js';

const { allOf, anyOf, label, noneOf } = PLAIN_SPANISH;

/** Whole miles, or kilometers where the request asks for them. */
export const whole = (meters: ReasonValue | undefined, v: SentenceValues): string =>
  wholeDistanceInWords(number(meters), v, 'es');
export const about = (meters: ReasonValue | undefined, v: SentenceValues): string =>
  wholeDistance(number(meters), v) === 0 ? whole(meters, v) : `cerca de ${whole(meters, v)}`;
export const itsDistance = (v: SentenceValues): string =>
  v.meters === 0
    ? `Está en la misma zona postal, ${sameAreaInWords(v, 'es')}.`
    : `Está a ${about(v.meters, v)}.`;
export const itsDistanceIfKnown = (v: SentenceValues): string =>
  v.meters === undefined ? 'No sabemos dónde está.' : itsDistance(v);

export const ifInState = (v: SentenceValues): string => `No sabemos si se puede en ${text(v.state)}.`;
export const IF_STATE_TOLD = 'Para decir si se puede, hay que saber en qué estado está la persona.';

/** Whole dollars, up: what is over a limit never looks as if it were within it. */
export const wholePrice = (v: SentenceValues): string => {
  const cents = number(v.price);
  const isWhole = cents % 100 === 0;
  return `${isWhole ? '' : 'unos '}${money(Math.ceil(cents / 100) * 100, text(v.currency))} por ${label(text(v.per))}`;
};
/** Whole dollars, down. */
export const limit = (v: SentenceValues): string =>
  `el límite de ${money(Math.floor(number(v.budget) / 100) * 100, text(v.currency))}`;

export const timeAtWork = (v: SentenceValues): string =>
  v.assumed ? 'del horario de trabajo usual (de lunes a viernes, de 9 a 5)' : 'del horario de trabajo';
/** Only if hours were compared and it is not known whether both are in the same time zone. */
export const maybeOtherZone = (v: SentenceValues): string =>
  v.zones === 'unknown' ? ' Puede estar en otra zona horaria.' : '';

export const firstVisit = (v: SentenceValues): string =>
  number(v.days) === 0
    ? 'Se puede empezar el mismo día.'
    : `La primera visita es en un plazo de ${days(v.days)}.`;

const WEEKDAYS: Readonly<Record<string, string>> = {
  mo: 'lunes',
  tu: 'martes',
  we: 'miércoles',
  th: 'jueves',
  fr: 'viernes',
  sa: 'sábado',
  su: 'domingo',
};
/** `mo 18:00-21:30` as `lunes de 6 pm a 9:30 pm`. */
const session = (span: string): string => {
  const [day = '', hours = ''] = span.split(' ');
  const [from = '', to = ''] = hours.split('-');
  return `${WEEKDAYS[day] ?? day} de ${clock(from)} a ${clock(to)}`;
};
const clock = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? 'mediodía' : 'medianoche';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour % 24 < 12 ? 'am' : 'pm'}`;
};
/** The hours that were named, and what to keep in mind of them. */
export const namedTimes = (v: SentenceValues): string =>
  `${list(v.sessions).map(session).join(', ')}${v.zones === 'converted' ? ' (su hora local)' : ''}. En días feriados puede cambiar.${maybeOtherZone(v)}`;

/** A sentence for a list, if there is anything in it. */
const ifAny = (
  codes: ReasonValue | undefined,
  says: (codes: readonly string[]) => string,
): readonly string[] => (list(codes).length > 0 ? [says(list(codes))] : []);

/** What a program has of some things, what it does not have, and what is not known. */
export const has = (v: SentenceValues): string =>
  [
    ...ifAny(v.present, (codes) => `Tiene ${allOf(codes)}.`),
    ...ifAny(v.partly, (codes) => `En parte, tiene ${allOf(codes)}.`),
    ...ifAny(v.absent, (codes) => `No tiene ${noneOf(codes)}.`),
    ...ifAny(v.unlisted, (codes) => `No nombró ${noneOf(codes)}.`),
    ...ifAny(v.declined, (codes) => `Dice que no tiene ${noneOf(codes)}.`),
    ...ifAny(v.notReported, (codes) => `No sabemos si tiene ${anyOf(codes)}.`),
  ].join(' ');

export const wished = (v: SentenceValues): string =>
  [
    ...ifAny(v.present, (codes) => `Tiene lo que se deseaba: ${allOf(codes)}.`),
    ...ifAny(v.absent, (codes) => `Le falta lo que se deseaba: ${allOf(codes)}.`),
    ...ifAny(v.unwished, (codes) => `Tiene lo que no se deseaba: ${allOf(codes)}.`),
    ...ifAny(v.notReported, (codes) => `No sabemos si tiene ${anyOf(codes)}.`),
  ].join(' ') || 'Nada de lo que se deseaba habla en contra.';
