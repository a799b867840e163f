import { distanceInWords, sameAreaInWords, speedInWords } from '../distance-words.js';
import { money } from '../labels.en.js';
import { SPANISH } from '../spanish.js';
import { days } from '../phrases.es.js';
import { approachInSpanish } from '../words/approach-names.js';
import { list, number, type SentenceValues, text } from '../sentence-template.js';
import type { ReasonValue } from '../../matching/verdict.js';

const { allOf, label, session } = SPANISH;

export const price = (v: SentenceValues): string =>
  `${money(number(v.price), text(v.currency))} por ${label(text(v.per))}`;

/** Millas, o kilómetros si la petición los pide. */
export const far = (meters: ReasonValue | undefined, values: SentenceValues): string =>
  distanceInWords(number(meters), values, 'es');
export const away = (v: SentenceValues): string =>
  v.meters === 0 ? `En la misma zona postal, ${sameAreaInWords(v, 'es')}.` : `A ${far(v.meters, v)}.`;
export const fromAfar = (v: SentenceValues): string =>
  v.meters === undefined ? 'No se conoce su ubicación.' : away(v);

export const firstAppointment = (v: SentenceValues): string =>
  number(v.days) === 0 ? 'Primera cita el mismo día.' : `Primera cita en un plazo de ${days(v.days)}.`;

/** Only if hours were compared and it is not known whether both are in the same time zone. */
export const clocks = (values: SentenceValues): string =>
  values.zones === 'unknown' ? '; no se conocen las zonas horarias: se comparan como si fueran la misma' : '';
export const pace = (v: SentenceValues): string => {
  const local = speedInWords(number(v.kmPerHour), v, 'es');
  return v.kmPerHour === v.beyondKmPerHour
    ? `a ${local}`
    : `a ${local} hasta ${far(number(v.localKm) * 1000, v)} y a ${speedInWords(number(v.beyondKmPerHour), v, 'es')} después`;
};
export const driving = (values: SentenceValues): string =>
  values.assumed === true ? '; se supone que se va en automóvil' : '';
export const workHours = (v: SentenceValues): string =>
  v.assumed
    ? 'del horario de trabajo habitual (de lunes a viernes, de 9 a 5, supuesto)'
    : 'del horario de trabajo';
/** The hours that were named, with what is not known of them. */
export const hours = (v: SentenceValues): string =>
  `${list(v.sessions).map(session).join(', ')}${v.zones === 'converted' ? ' en la hora local del programa' : ''} (en días feriados: no se sabe${clocks(v)})`;

export function parts(title: string, codes: ReasonValue | undefined): string[] {
  return list(codes).length > 0 ? [`${title}: ${allOf(list(codes))}.`] : [];
}

/** Three kinds of absence: not reported, left blank on an answered list, or the program says no. */
export function absences(v: SentenceValues): string[] {
  const named = (title: string, of: ReasonValue | undefined) =>
    list(of).length > 0 ? [`${title}: ${list(of).map(component).join(', ')}.`] : [];
  return [
    ...named('No se informa', v.missing),
    ...named('No está en su lista', v.unlisted),
    ...named('Dice que no lo ofrece', v.declined),
  ];
}

/** `opioid|medication|Methadone|verified|here` → `Methadone (medicamentos para problemas por el consumo de opioides, con verificación)`. */
export function earned(entry: string): string {
  const [purpose, kind, approach, standing, way, code] = entry.split('|');
  const from = way && way !== 'here' ? `, ${label(way)}` : '';
  return `${approachInSpanish(code, approach!)} (${component(`${purpose}|${kind}`)}${from}, ${label(standing!)})`;
}

/** `opioid|medication` → `medicamentos para problemas por el consumo de opioides`. */
export function component(entry: string): string {
  const [purpose, kind] = entry.split('|');
  const what = label(kind!);
  return purpose === 'any' || purpose!.includes('-')
    ? what
    : `${what} para problemas por el consumo de ${label(purpose!)}`;
}
