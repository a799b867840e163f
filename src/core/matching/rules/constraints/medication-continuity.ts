import type { MedicationStance } from '../../../vocabulary/medications.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

export const medicationContinuity: Constraint = {
  code: 'medication_continuity',
  reads: { facts: { medications: true }, need: ['currentMedications'], cache: true },
  asks: { 'ask.continues_medication': ['medications'] },
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
