import { MEDICATIONS, NOT_KEPT_UP } from '../vocabulary/medications.js';
import { type Candidate, stance } from './candidate.js';

/**
 * What may be different the next time: after a relapse or a drop-out another element is offered first
 * (clinical/matching-factors.md row 15; loc-rules R1, R1b).
 */
export const CARE_ELEMENTS = [
  'medication',
  'contingency-management',
  'recovery-check-ups',
  'family',
] as const;
export type CareElement = (typeof CARE_ELEMENTS)[number];

const FAMILY_APPROACHES = ['craft', 'craft-group-self', 'bct', 'arise', 'five-step'];

/** Whether a program offers an element; undefined where nobody said. */
export function offersElement(candidate: Candidate, element: CareElement): boolean | undefined {
  switch (element) {
    case 'medication':
      return MEDICATIONS.some((code) => !NOT_KEPT_UP.has(code) && candidate.medications[code] === 'starts')
        ? true
        : undefined;
    case 'contingency-management':
      return delivers(candidate, 'contingency-management') || delivers(candidate, 'cm-with-moud')
        ? true
        : candidate.declinedApproaches.has('contingency-management')
          ? false
          : undefined;
    case 'recovery-check-ups':
      return delivers(candidate, 'rmc') ? true : said(stance(candidate, 'services', 'outcome-follow-up'));
    case 'family':
      return FAMILY_APPROACHES.some((code) => delivers(candidate, code))
        ? true
        : said(stance(candidate, 'services', 'family-counseling'));
  }
}

/** The elements that a program is known to offer. */
export function elementsOf(candidate: Candidate): CareElement[] {
  return CARE_ELEMENTS.filter((element) => offersElement(candidate, element) === true);
}

function delivers({ claims }: Candidate, approach: string): boolean {
  return claims.some((claim) => claim.approach === approach);
}

function said(known: string): boolean | undefined {
  return known === 'yes' ? true : known === 'no' ? false : undefined;
}
