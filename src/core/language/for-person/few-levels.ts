import type { ReasonValue } from '../../matching/verdict.js';
import type { LevelOfCare } from '../../vocabulary/levels-of-care.js';
import { list } from '../sentence-template.js';

/** What levels of care have in common for a person: where one lives meanwhile. */
export type LevelFamily = 'level-visits' | 'level-day' | 'level-stay' | 'level-hospital';

const FAMILIES: Readonly<Record<LevelOfCare, LevelFamily>> = {
  early: 'level-visits',
  monitoring: 'level-visits',
  op: 'level-visits',
  'op-med': 'level-visits',
  iop: 'level-visits',
  php: 'level-day',
  'php-med': 'level-day',
  'res-low': 'level-stay',
  'res-high': 'level-stay',
  'res-med': 'level-stay',
  hosp: 'level-hospital',
};

/** A sentence for the person names no more levels than these one by one. */
export const MOST_LEVELS_NAMED = 3;

/** The levels to name: each of a few, of many their families. The detail for a professional names all. */
export function fewLevels(levels: ReasonValue | undefined): readonly string[] {
  const all = list(levels);
  return all.length > MOST_LEVELS_NAMED
    ? [...new Set(all.map((level) => FAMILIES[level as LevelOfCare] ?? level))]
    : all;
}
