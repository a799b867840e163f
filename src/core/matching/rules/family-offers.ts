import { INVITING, JOINT } from '../../vocabulary/approach-roles.js';
import { type Candidate, stance } from '../candidate.js';

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
