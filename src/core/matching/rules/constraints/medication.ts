import type { Medication, MedicationStance } from '../../../vocabulary/medications.js';
import { OPIOID_AGONISTS } from '../../../vocabulary/medications.js';
import type { Candidate } from '../../candidate.js';
import type { Constraint } from '../constraint.js';
import { needsOpioidMedication } from '../../need.js';
import { both, fails, meets, unknown, type Verdict } from '../../verdict.js';
import { treats } from './care.js';

export const offersMedication: Constraint = {
  code: 'offers_medication',
  isSafety: () => true,
  isAsked: (need) => need.medications.length > 0 || needsOpioidMedication(need),
  judge(need, candidate) {
    const forOpioids = needsOpioidMedication(need) ? judgeOpioidMedication(candidate) : undefined;
    const named = need.medications.length > 0 ? judgeAny(need.medications, candidate) : undefined;
    return forOpioids && named ? both(forOpioids, named) : (forOpioids ?? named);
  },
};

/**
 * For opioid use disorder methadone or buprenorphine has to be started. A program that refuses them, or does not
 * treat opioid use, is not suitable; one that only continues them, or says nothing, has to be asked.
 */
function judgeOpioidMedication(candidate: Candidate): Verdict {
  if (treats(candidate, 'opioid') === 'no') return fails('offers_medication.not_opioid');
  const { methadone, buprenorphine, 'buprenorphine-injection': injection } = candidate.medications;
  // Nobody starts the injection alone: where both others are refused, silence on it settles nothing in its favor.
  if (methadone === 'refuses' && buprenorphine === 'refuses' && injection === undefined)
    return fails('offers_medication.refuses', { medications: ['methadone', 'buprenorphine'] });
  return judgeAny(OPIOID_AGONISTS, candidate);
}

function judgeAny(medications: readonly Medication[], candidate: Candidate): Verdict {
  const by = (wanted: MedicationStance) =>
    medications.filter((code) => candidate.medications[code] === wanted);
  const started = by('starts');
  if (started.length > 0) return meets('offers_medication.starts', { medications: started });
  const continued = by('continues');
  if (continued.length > 0)
    return unknown('offers_medication.continues', 'ask.starts_medication', { medications: continued });
  if (by('refuses').length === medications.length) return fails('offers_medication.refuses', { medications });
  return unknown('offers_medication.unknown', 'ask.starts_medication', { medications });
}

export const medicationContinuity: Constraint = {
  code: 'medication_continuity',
  isSafety: () => true,
  isAsked: (need) => need.currentMedications.length > 0,
  judge(need, candidate) {
    const by = (wanted: MedicationStance | undefined) =>
      need.currentMedications.filter((code) => candidate.medications[code] === wanted);
    const refused = by('refuses');
    if (refused.length > 0) return fails('medication_continuity.refuses', { medications: refused });
    const open = by(undefined);
    if (open.length > 0)
      return unknown('medication_continuity.unknown', 'ask.continues_medication', { medications: open });
    return meets('medication_continuity.continues', { medications: need.currentMedications });
  },
};
