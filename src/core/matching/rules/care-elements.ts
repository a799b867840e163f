import {
  CHECK_UPS,
  CONTINGENCY_MANAGEMENT,
  CONTINGENCY_MANAGEMENT_WITH_MEDICATION,
  FAMILY_ELEMENT,
} from '../../vocabulary/approach-roles.js';
import type { Condition } from '../../vocabulary/conditions.js';
import { MEDICATIONS, MEDICATIONS_FOR, NOT_KEPT_UP } from '../../vocabulary/medications.js';
import { CARE_ELEMENTS, type CareElement } from '../codes.js';
import { type Candidate, delivers, said, stance } from '../candidate.js';
import type { FactsRead } from './reads.js';

/** What `offersElement` reads. */
export const CARE_ELEMENT_FACTS: FactsRead = {
  medications: true,
  claims: [...FAMILY_ELEMENT, CHECK_UPS, CONTINGENCY_MANAGEMENT, CONTINGENCY_MANAGEMENT_WITH_MEDICATION],
  declinedApproaches: [CHECK_UPS, CONTINGENCY_MANAGEMENT],
  services: ['family-counseling', 'outcome-follow-up'],
};

/**
 * Whether a program offers an element to a person with these conditions; undefined where it is not known.
 *
 * @param conditions none: medication for any
 */
export function offersElement(
  candidate: Candidate,
  element: CareElement,
  conditions: readonly Condition[],
): boolean | undefined {
  switch (element) {
    case 'medication':
      return startsMedicationFor(candidate, conditions);
    case 'contingency-management':
      return (
        delivers(candidate, CONTINGENCY_MANAGEMENT_WITH_MEDICATION) === true ||
        delivers(candidate, CONTINGENCY_MANAGEMENT)
      );
    case 'recovery-check-ups':
      return (
        delivers(candidate, CHECK_UPS) === true || said(stance(candidate, 'services', 'outcome-follow-up'))
      );
    case 'family':
      return (
        FAMILY_ELEMENT.some((code) => delivers(candidate, code) === true) ||
        said(stance(candidate, 'services', 'family-counseling'))
      );
  }
}

/** The elements that a program is known to offer to a person with these conditions. */
export function elementsOf(candidate: Candidate, conditions: readonly Condition[]): CareElement[] {
  return CARE_ELEMENTS.filter((element) => offersElement(candidate, element, conditions) === true);
}

/** No where no medication treats the conditions, or where the program refuses each that does. */
function startsMedicationFor(
  { medications }: Candidate,
  conditions: readonly Condition[],
): boolean | undefined {
  const fitting =
    conditions.length === 0
      ? MEDICATIONS.filter((code) => !NOT_KEPT_UP.has(code))
      : conditions.flatMap((condition) => MEDICATIONS_FOR[condition]);
  if (fitting.some((code) => medications[code] === 'starts')) return true;
  return fitting.every((code) => medications[code] === 'refuses') ? false : undefined;
}
