import type { Need } from '../core/matching/need.js';
import { INVITING_APPROACHES } from '../core/matching/constraints/family.js';
import type { ApproachResponse } from '../evidence/approach.dto.js';

/** What a family is told of: how to engage the loved one, and what not to do (levels-of-care.md §4, Y3). */
export const FAMILY_GUIDANCE = ['craft', 'johnson-intervention', 'confrontational-counselling'] as const;

/** One approach as a family is told of it. */
export interface FamilyGuidance {
  readonly approach: ApproachResponse;
  readonly says: string;
}

/**
 * The registry's word on each: what it is listed as decides what is said, never a list of our own. What invites the
 * loved one waits until everybody is known to be safe (clinical/safety.md).
 */
export function familyGuidance(
  approaches: readonly ApproachResponse[],
  safety: Need['familySafety'],
): FamilyGuidance[] {
  return approaches.map((approach) => ({ approach, says: wordOn(approach, safety) }));
}

function wordOn({ code, name, listing }: ApproachResponse, safety: Need['familySafety']): string {
  if (listing === 'normal' && safety === 'unsafe' && INVITING_APPROACHES.includes(code))
    return `${name}: not while somebody is hurt or afraid. Safety first; it may be offered when everybody is safe.`;
  switch (listing) {
    case 'never-recommend':
      return `${name}: not recommended.`;
    case 'warn-offer-craft-first':
      return `${name}: not recommended before CRAFT has been offered.`;
    case 'normal':
      return `${name}: worth offering to a family first.`;
    default:
      return `${name}: listed with a warning.`;
  }
}
