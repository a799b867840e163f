import { INVITING, JOINT, OWN_HELP } from '../../../vocabulary/approach-roles.js';
import { type Candidate, stance } from '../../candidate.js';
import type { Constraint } from '../constraint.js';
import { fails, meets, unknown } from '../../verdict.js';

/** What a program offers that invites or meets the loved one: approaches, and counseling for couples. */
export function invitingOffers(candidate: Candidate): string[] {
  return offersOf(candidate, INVITING);
}

/** What a program offers to a person together with their partner or family. */
export function jointOffers(candidate: Candidate): string[] {
  return offersOf(candidate, JOINT);
}

function offersOf(candidate: Candidate, approaches: readonly string[]): string[] {
  return [
    ...candidate.claims.map(({ approach }) => approach).filter((code) => approaches.includes(code)),
    ...(stance(candidate, 'services', 'couples-counseling') === 'yes' ? ['couples-counseling'] : []),
  ];
}

/**
 * While somebody is hurt or afraid, or nobody has asked, a program has to have help for the family member alone.
 * Nothing but ways to invite or meet the loved one is left out once somebody is known to be hurt or afraid; family
 * counseling may be alone or together, so the program is asked (clinical/safety.md SF-VIOL, matching-factors.md row 14).
 */
export const safeToInvite: Constraint = {
  code: 'safe_to_invite',
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
