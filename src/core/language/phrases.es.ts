// Numbers are written as Spanish is in the United States: a decimal point, and the dollar sign before the amount.
import { distanceInWords, sameAreaInWords } from './distance-words.js';
import { money } from './labels.en.js';
import { number, type SentenceValues, text } from './sentence-template.js';
import { SPANISH } from './spanish.js';
import type { ReasonValue } from '../matching/verdict.js';

export const years = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 año' : `${number(value)} años`;
export const days = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 día' : `${number(value)} días`;

export const price = (v: SentenceValues): string =>
  `${money(number(v.price), text(v.currency))} por ${SPANISH.label(text(v.per))}`;

/** Millas, o kilómetros si la petición los pide. */
export const far = (meters: ReasonValue | undefined, values: SentenceValues): string =>
  distanceInWords(number(meters), values, 'es');
export const away = (v: SentenceValues): string =>
  v.meters === 0 ? `En la misma zona postal, ${sameAreaInWords(v, 'es')}.` : `A ${far(v.meters, v)}.`;
export const fromAfar = (v: SentenceValues): string =>
  v.meters === undefined ? 'No se conoce su ubicación.' : away(v);
