import type { RelaxationReason } from '../../matching/codes.js';
import type { Catalogues } from '../sentence-template.js';
import { RELAXATIONS_EN } from './relaxations.en.js';
import { RELAXATIONS_ES } from './relaxations.es.js';

/** Every label of a relaxation; a missing one is a type error. */
export const RELAXATIONS: Catalogues<RelaxationReason> = { en: RELAXATIONS_EN, es: RELAXATIONS_ES };
