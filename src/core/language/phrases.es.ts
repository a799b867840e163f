// Numbers are written as Spanish is in the United States: a decimal point, and the dollar sign before the amount.
import { number } from './sentence-template.js';
import type { ReasonValue } from '../matching/verdict.js';

export const years = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 año' : `${number(value)} años`;
export const days = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 día' : `${number(value)} días`;
