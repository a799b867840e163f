import type { Candidate } from '../candidate.js';
import type { Constraint } from '../constraint.js';
import { fails, meets } from '../verdict.js';

/** Approaches that invite or meet the loved one (clinical/safety.md SF-VIOL: hidden until everybody is safe). */
export const INVITING_APPROACHES: readonly string[] = [
  'craft',
  'craft-group-self',
  'arise',
  'bct',
  'johnson-intervention',
];

/** The approaches by which a program helps a family and which invite or meet the loved one. */
export function invitingApproaches({ claims }: Candidate): string[] {
  return claims.map(({ approach }) => approach).filter((code) => INVITING_APPROACHES.includes(code));
}

/**
 * Where somebody is hurt or afraid, a program that offers a family nothing but ways to invite or meet the loved one
 * is left out; one with help for the family member alone (five-step, Al-Anon) stays.
 */
export const safeToInvite: Constraint = {
  code: 'safe_to_invite',
  isSafety: () => true,
  isAsked: ({ role, familySafety }) => role === 'family' && familySafety === 'unsafe',
  judge(_need, candidate) {
    const ownHelp = candidate.claims.some(
      ({ approach }) => approach === 'five-step' || approach === 'al-anon',
    );
    const inviting = invitingApproaches(candidate);
    return inviting.length > 0 && !ownHelp
      ? fails('safe_to_invite.invites', { approaches: inviting })
      : meets('safe_to_invite.own_help');
  },
};
