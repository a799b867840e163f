import { distanceInWords, sameAreaInWords } from './distance-words.js';
import { money } from './labels.en.js';
import { number, type SentenceValues, text } from './sentence-template.js';
import type { ReasonValue } from '../matching/verdict.js';

export const days = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 day' : `${number(value)} days`;

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
