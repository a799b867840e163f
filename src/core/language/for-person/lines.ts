import type { LineCode } from '../../matching/codes.js';
import type { Catalogues } from '../sentence-template.js';
import { CONSTRAINTS_FOR_PERSON_EN } from './constraints.en.js';
import { CONSTRAINTS_FOR_PERSON_ES } from './constraints.es.js';
import { CRITERIA_FOR_PERSON_EN } from './criteria.en.js';
import { CRITERIA_FOR_PERSON_ES } from './criteria.es.js';
import { TRAVEL_FOR_PERSON_EN } from './travel.en.js';
import { TRAVEL_FOR_PERSON_ES } from './travel.es.js';
import { WARNINGS_FOR_PERSON_EN } from './warnings.en.js';
import { WARNINGS_FOR_PERSON_ES } from './warnings.es.js';

/** Every line for the person; a missing one is a type error. */
export const FOR_PERSON: Catalogues<LineCode> = {
  en: {
    ...CONSTRAINTS_FOR_PERSON_EN,
    ...CRITERIA_FOR_PERSON_EN,
    ...WARNINGS_FOR_PERSON_EN,
    ...TRAVEL_FOR_PERSON_EN,
  },
  es: {
    ...CONSTRAINTS_FOR_PERSON_ES,
    ...CRITERIA_FOR_PERSON_ES,
    ...WARNINGS_FOR_PERSON_ES,
    ...TRAVEL_FOR_PERSON_ES,
  },
};
