import { type Candidate, stance } from '../../candidate.js';
import type { Constraint } from '../constraint.js';
import { fails, meets, unknown } from '../../verdict.js';

/** Approaches that sit a person and their partner or family down together. */
const JOINT_APPROACHES: readonly string[] = ['bct', 'mdft', 'family-therapies-teen', 'acra'];

/**
 * Approaches that invite the loved one or meet them (clinical/safety.md SF-VIOL: joint and couples work and every
 * invitation hidden until everybody is safe).
 */
export const INVITING_APPROACHES: readonly string[] = [
  'craft',
  'craft-group-self',
  'arise',
  'johnson-intervention',
  ...JOINT_APPROACHES,
];

/** Help for the family member alone, whatever the loved one does. */
const OWN_HELP: readonly string[] = ['five-step', 'al-anon'];

/** Every approach that the question of safety at home looks at. */
export const FAMILY_CARE_APPROACHES: readonly string[] = [...INVITING_APPROACHES, ...OWN_HELP];

/** What a program offers that invites or meets the loved one: approaches, and counseling for couples. */
export function invitingOffers(candidate: Candidate): string[] {
  return offersOf(candidate, INVITING_APPROACHES);
}

/** What a program offers to a person together with their partner or family. */
export function jointOffers(candidate: Candidate): string[] {
  return offersOf(candidate, JOINT_APPROACHES);
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
