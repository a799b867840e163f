import { CRAFT, FOR_FAMILIES } from '../../../vocabulary/approach-roles.js';
import { delivers } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { asPreference } from '../relaxation-step.js';

/**
 * Whether a program whose only help for families is family counseling teaches a family member CRAFT. Such counseling is
 * mostly for the families of its own clients, so a family whose loved one is not in treatment has to ask. A program that
 * names something made for families is not asked.
 */
export const teachesCraft: Constraint = {
  code: 'teaches_craft',
  reads: { facts: { claims: FOR_FAMILIES, declinedApproaches: CRAFT }, need: [], cache: true },
  asks: { 'ask.teaches_craft': ['approaches'] },
  isSafety: () => false,
  isAsked: ({ role }) => role === 'family',
  judge(_need, candidate) {
    const taught = CRAFT.map((approach) => delivers(candidate, approach));
    if (taught.includes(true)) return meets('teaches_craft.yes');
    if (candidate.claims.some(({ approach }) => FOR_FAMILIES.includes(approach))) return undefined;
    return taught.includes(undefined)
      ? unknown('teaches_craft.unknown', 'ask.teaches_craft')
      : fails('teaches_craft.no');
  },
  relax: asPreference('teaches_craft'),
};
