import type { Inputs } from '../core/assessment/expression.js';
import { OPIOID_AGONISTS } from '../core/vocabulary/medications.js';
import type { NeedRequest } from './need-request.dto.js';

/** Inputs of the assessment rules that come from the rest of a request. */
export function contextOf({ constraints = {}, preferences = {} }: NeedRequest): Inputs {
  const takes = (constraints.currentMedications ?? []).some((code) => OPIOID_AGONISTS.includes(code));
  return {
    ...(constraints.cannotLeaveWork ? { must_keep_job_or_care: true } : {}),
    ...(preferences.goal === 'reduction' ? { 'goal.cut_down_alcohol': true } : {}),
    ...(takes ? { 'oud.on_medication': true } : {}),
    ...(constraints.medications?.includes('naltrexone-injection') ? { 'request.xr_naltrexone': true } : {}),
  };
}
