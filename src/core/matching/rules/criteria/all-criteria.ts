import { CRITERION_CODES, type CriterionCode } from '../../codes.js';
import type { Criterion } from '../criterion.js';
import { accessSpeed, cost, distance, levelOfCareFit, scheduleFit } from './access.js';
import { evidence } from './evidence.js';
import { continuity, engagement, trust } from './fit.js';
import { preferences } from './preferences.js';

const BY_CODE: Readonly<Record<CriterionCode, Criterion>> = {
  evidence,
  level_of_care_fit: levelOfCareFit,
  cost,
  distance,
  access_speed: accessSpeed,
  schedule_fit: scheduleFit,
  preferences,
  engagement,
  continuity,
  trust,
};

/** Every criterion, in the order in which they are told. */
export const ALL_CRITERIA: readonly Criterion[] = CRITERION_CODES.map((code) => BY_CODE[code]);
