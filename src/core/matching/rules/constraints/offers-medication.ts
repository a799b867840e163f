import { type Medication, type MedicationStance, OPIOID_AGONISTS } from '../../../vocabulary/medications.js';
import { type Candidate } from '../../candidate.js';
import { type Need, needsOpioidMedication, onlyOpioidMedication } from '../../need.js';
import { both, fails, meets, unknown, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { treats } from '../treats.js';

export const offersMedication: Constraint = {
  code: 'offers_medication',
  reads: {
    facts: { medications: true, conditions: true },
    need: ['medications', 'conditions', 'overlays', 'currentMedications'],
    cache: (need) => ({
      medications: need.medications,
      ...(mustStart(need) ? onlyOpioidMedication(need) : {}),
    }),
  },
  asks: { 'ask.starts_medication': ['medications'] },
  isSafety: () => true,
  isAsked: (need) => need.medications.length > 0 || mustStart(need),
  judge(need, candidate) {
    const forOpioids = mustStart(need) ? judgeOpioidMedication(candidate) : undefined;
    const named = need.medications.length > 0 ? judgeAny(need.medications, candidate) : undefined;
    return forOpioids && named ? both(forOpioids, named) : (forOpioids ?? named);
  },
};

/** A client who takes methadone or buprenorphine needs a program that continues it (`medication_continuity`), no start. */
function mustStart(need: Need): boolean {
  return (
    needsOpioidMedication(need) && !need.currentMedications.some((code) => OPIOID_AGONISTS.includes(code))
  );
}

/**
 * For opioid use disorder methadone or buprenorphine has to be started. A program that refuses them, or does not
 * treat opioid use, is not suitable; one that only continues them, or reports nothing, has to be asked.
 */
function judgeOpioidMedication(candidate: Candidate): Verdict {
  if (treats(candidate, 'opioid') === 'no') return fails('offers_medication.not_opioid');
  const { methadone, buprenorphine, 'buprenorphine-injection': injection } = candidate.medications;
  // A program does not start the injection alone: where it refuses both others, the injection is not an open question.
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
