import { INVITING, OWN_HELP } from '../../../vocabulary/approach-roles.js';
import { stance } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { invitingOffers } from '../family-offers.js';

/**
 * While a person is hurt or afraid, or that was not asked, a program has to have help for the family member alone. A
 * program with nothing but ways to invite or meet the loved one is excluded once a person is known to be hurt or afraid; family
 * counseling may be alone or together, so the program is asked (clinical/safety.md SF-VIOL, matching-factors.md row 14).
 */
export const safeToInvite: Constraint = {
  code: 'safe_to_invite',
  reads: {
    facts: {
      claims: [...INVITING, ...OWN_HELP],
      services: ['couples-counseling', 'family-counseling'],
    },
    need: ['familySafety'],
  },
  // That a family member is seen alone first is no fact the directory holds.
  asks: { 'ask.seen_alone': [] },
  isSafety: () => true,
  isAsked: ({ role, familySafety }) => role === 'family' && familySafety !== 'safe',
  judge({ familySafety }, candidate) {
    if (candidate.claims.some(({ approach }) => OWN_HELP.includes(approach)))
      return meets('safe_to_invite.own_help');
    const offers = invitingOffers(candidate);
    if (stance(candidate, 'services', 'family-counseling') === 'yes')
      return unknown('safe_to_invite.counseling', 'ask.seen_alone');
    if (offers.length === 0) return undefined;
    return familySafety === 'unsafe'
      ? fails('safe_to_invite.invites', { offers })
      : unknown('safe_to_invite.not_asked', 'ask.seen_alone', { offers });
  },
};
