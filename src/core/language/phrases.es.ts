// Numbers are written as Spanish is in the United States: a decimal point, and the dollar sign before the amount.
import { list, number, type SentenceValues, text } from './sentence-template.js';
import { SPANISH } from './spanish.js';
import { approachInSpanish } from './words/approach-names.js';
import type { ReasonValue } from '../matching/verdict.js';

export const years = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 año' : `${number(value)} años`;
export const days = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 día' : `${number(value)} días`;

/** El enfoque de una advertencia. */
export const approachNamed = (v: SentenceValues): string => approachInSpanish(text(v.approach), text(v.name));

/** Los enfoques de una lista; lo que no es un enfoque, como un servicio, tiene su código por nombre. */
export const approachesNamed = (v: SentenceValues): string[] => {
  const codes = list(v.approaches ?? v.offers);
  return list(v.names).map((name, i) =>
    name === codes[i] ? SPANISH.label(name) : approachInSpanish(codes[i], name),
  );
};
