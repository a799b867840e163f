import { DETOX_ALONE } from '../../vocabulary/approach-roles.js';
import { type Medication, MEDICATIONS_FOR } from '../../vocabulary/medications.js';
import { type Candidate, yes } from '../candidate.js';

/** Levels at which withdrawal is managed. */
export const WITHDRAWAL_LEVELS: ReadonlySet<string> = new Set(['op-med', 'hosp', 'res-med']);

/**
 * Withdrawal management, and for opioid use nothing after it: no other level of care, and no medication that treats
 * opioid use over time. A medication for alcohol or tobacco is no care for opioid use, nor is oral naltrexone
 * (clinical/evidence.md: medication by condition; `detox-alone-oud` asks for a start of medication).
 *
 * @param continued medications of which it is enough that the program continues them; of all others a start counts
 */
export function isDetoxAlone(candidate: Candidate, continued: readonly Medication[]): boolean {
  return (
    (yes(candidate, 'withdrawalSettings').length > 0 ||
      candidate.claims.some(({ approach }) => approach === DETOX_ALONE)) &&
    yes(candidate, 'levelsOfCare').every((level) => WITHDRAWAL_LEVELS.has(level)) &&
    !MEDICATIONS_FOR.opioid.some(
      (medication) =>
        candidate.medications[medication] === 'starts' ||
        (candidate.medications[medication] === 'continues' && continued.includes(medication)),
    )
  );
}
