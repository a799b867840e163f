import { CRITERION_CODES, type CriterionCode } from '../../codes.js';
import type { Criterion } from '../criterion.js';
import { accessSpeed } from './access-speed.js';
import { continuity } from './continuity.js';
import { cost } from './cost.js';
import { distance } from './distance.js';
import { engagement } from './engagement.js';
import { evidence } from './evidence.js';
import { levelOfCareFit } from './level-of-care-fit.js';
import { preferences } from './preferences.js';
import { quality } from './quality.js';
import { scheduleFit } from './schedule-fit.js';
import { trust } from './trust.js';

/** Every criterion by its code. */
export const CRITERIA: Readonly<Record<CriterionCode, Criterion>> = {
  evidence,
  quality,
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

/** Every criterion, in the order in which they are shown. */
export const ALL_CRITERIA: readonly Criterion[] = CRITERION_CODES.map((code) => CRITERIA[code]);
