import type { DeliveredClaim } from '../../evidence/strength.js';
import type { Candidate, KnownList } from '../candidate.js';

/** Claims without their provenance. */
export function namesOnly(claims: readonly DeliveredClaim[]): DeliveredClaim[] {
  return claims.map(({ approach }) => ({ approach, standing: 'self-reported', stale: false }));
}

/** The first code of a list that is a yes and counts, in place of all of them; for rules that ask whether there is one. */
export function anyYes(counts: (code: string) => boolean = () => true) {
  return ({ codes }: KnownList): KnownList | undefined => {
    const first = Object.keys(codes).find((code) => codes[code] === 'yes' && counts(code));
    return first === undefined ? undefined : { codes: { [first]: 'yes' }, complete: false };
  };
}

/** Some codes of a list, as far as it reports them. */
export function codesOf({ codes, complete }: KnownList, wanted: readonly string[]): KnownList {
  const said = wanted.filter((code) => codes[code] !== undefined);
  return { codes: Object.fromEntries(said.map((code) => [code, codes[code]!])), complete };
}

/** Some medications. */
export function someMedications(
  medications: Candidate['medications'],
  wanted: readonly string[],
): Candidate['medications'] {
  return Object.fromEntries(Object.entries(medications).filter(([code]) => wanted.includes(code)));
}
