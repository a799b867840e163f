import type { LineCode } from '../../matching/codes.js';
import type { Catalogues } from '../sentence-template.js';
import { CONSTRAINTS_FOR_PROFESSIONAL_EN } from './constraints.en.js';
import { CONSTRAINTS_FOR_PROFESSIONAL_ES } from './constraints.es.js';
import { CRITERIA_FOR_PROFESSIONAL_EN } from './criteria.en.js';
import { CRITERIA_FOR_PROFESSIONAL_ES } from './criteria.es.js';
import { TRAVEL_FOR_PROFESSIONAL_EN } from './travel.en.js';
import { TRAVEL_FOR_PROFESSIONAL_ES } from './travel.es.js';
import { WARNINGS_FOR_PROFESSIONAL_EN } from './warnings.en.js';
import { WARNINGS_FOR_PROFESSIONAL_ES } from './warnings.es.js';

/** Every line for a professional; a missing one is a type error. */
export const FOR_PROFESSIONAL: Catalogues<LineCode> = {
  en: {
    ...CONSTRAINTS_FOR_PROFESSIONAL_EN,
    ...CRITERIA_FOR_PROFESSIONAL_EN,
    ...WARNINGS_FOR_PROFESSIONAL_EN,
    ...TRAVEL_FOR_PROFESSIONAL_EN,
  },
  es: {
    ...CONSTRAINTS_FOR_PROFESSIONAL_ES,
    ...CRITERIA_FOR_PROFESSIONAL_ES,
    ...WARNINGS_FOR_PROFESSIONAL_ES,
    ...TRAVEL_FOR_PROFESSIONAL_ES,
  },
};
