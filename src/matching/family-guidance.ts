import type { ApproachResponse } from '../evidence/approach.dto.js';

/** What a family is told of: how to engage the loved one, and what not to do (levels-of-care.md §4, Y3). */
export const FAMILY_GUIDANCE = ['craft', 'johnson-intervention', 'confrontational-counselling'] as const;

/** One approach as a family is told of it. */
export interface FamilyGuidance {
  readonly approach: ApproachResponse;
  readonly says: string;
}

/** The registry's word on each: what it is listed as decides what is said, never a list of our own. */
export function familyGuidance(approaches: readonly ApproachResponse[]): FamilyGuidance[] {
  return approaches.map((approach) => ({ approach, says: wordOn(approach) }));
}

function wordOn({ name, listing }: ApproachResponse): string {
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
