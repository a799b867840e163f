import type { Language } from '../vocabulary/languages.js';
import { grouped } from './grouped.js';
import { number, type SentenceValues } from './sentence-template.js';

const METERS_PER_MILE = 1609.344;

const WORDS = {
  en: { mile: 'mile', miles: 'miles', mph: 'mph' },
  es: { mile: 'milla', miles: 'millas', mph: 'millas por hora' },
} as const;

const LESS_THAN_ONE = {
  en: { mile: 'less than a mile', km: 'less than a kilometer' },
  es: { mile: 'menos de una milla', km: 'menos de un kilómetro' },
} as const;

const isMetric = ({ units }: SentenceValues): boolean => units === 'km';

/** Metres as miles with one decimal, or as kilometres where the reason says `units: 'km'`. */
export function distanceInWords(meters: number, values: SentenceValues, language: Language): string {
  if (isMetric(values)) return `${grouped(meters / 1000)} km`;
  const miles = grouped(meters / METERS_PER_MILE);
  return `${miles} ${miles === '1' ? WORDS[language].mile : WORDS[language].miles}`;
}

/**
 * Whole miles, or kilometres where the reason says `units: 'km'`, for a reader who needs no more. Less than half of one is
 * `less than a mile`.
 */
export function wholeDistanceInWords(meters: number, values: SentenceValues, language: Language): string {
  const unit = isMetric(values) ? 'km' : 'mile';
  const whole = wholeDistance(meters, values);
  if (whole === 0) return LESS_THAN_ONE[language][unit];
  if (unit === 'km') return `${grouped(whole)} km`;
  return `${grouped(whole)} ${whole === 1 ? WORDS[language].mile : WORDS[language].miles}`;
}

/** Whole miles, or kilometres where the reason says `units: 'km'`. */
export function wholeDistance(meters: number, values: SentenceValues): number {
  return Math.round(meters / (isMetric(values) ? 1000 : METERS_PER_MILE));
}

/** Whether `meters` and `max` come to the same whole number, so that a sentence must not compare them by it. */
export function looksAsFar(values: SentenceValues): boolean {
  return wholeDistance(number(values.meters), values) === wholeDistance(number(values.max), values);
}

/** Of two middles of the same postal code area: no more is known than that. */
export function sameAreaInWords(values: SentenceValues, language: Language): string {
  const range = isMetric(values) ? ['5', 'km'] : ['3', WORDS[language].miles];
  return language === 'en' ? `0 to ${range.join(' ')}` : `de 0 a ${range.join(' ')}`;
}

/** Kilometres an hour as miles an hour, in the same way. */
export function speedInWords(kmPerHour: number, values: SentenceValues, language: Language): string {
  if (isMetric(values)) return `${kmPerHour} km/h`;
  return `${grouped((kmPerHour * 1000) / METERS_PER_MILE)} ${WORDS[language].mph}`;
}
