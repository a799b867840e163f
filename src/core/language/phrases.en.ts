import { number } from './sentence-template.js';
import type { ReasonValue } from '../matching/verdict.js';

export const days = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 day' : `${number(value)} days`;
