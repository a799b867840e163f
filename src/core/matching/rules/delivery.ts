import type { Delivery } from '../../evidence/strength.js';
import { type Candidate, stance } from '../candidate.js';
import type { FactsRead } from './reads.js';

/** What `deliveryOf` reads. */
export const DELIVERY_FACTS: FactsRead = {
  claims: true,
  declinedApproaches: true,
  access: true,
  answeredLists: true,
  opioidTreatmentProgram: true,
};

/** What a program states of the approaches that it delivers, as the strength of its evidence is measured. */
export function deliveryOf(candidate: Candidate): Delivery {
  const { claims, declinedApproaches, access, opioidTreatmentProgram } = candidate;
  return {
    claims,
    declined: declinedApproaches,
    access,
    isAnswered: (list) => stance(candidate, 'answeredLists', list) === 'yes',
    certified: opioidTreatmentProgram === true,
  };
}
