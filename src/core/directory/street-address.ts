import type { StatedFacts } from './source-record.js';

/** The parts of an address that tell which door it is. */
export interface StreetAddress {
  readonly street1?: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** An address on one line; `undefined` without a street, since then no door is known. */
export function streetAddressOf({ street1, city, state, postalCode }: StreetAddress): string | undefined {
  return street1 ? `${street1}, ${city}, ${state} ${postalCode}` : undefined;
}

/**
 * What a source states of a program that is at this address now. The point of another address does not count: the program
 * has moved, or its source hides its street now.
 */
export function factsAtAddress(facts: StatedFacts, address: string | undefined): StatedFacts {
  const of = facts.coordinates?.address;
  if (of === undefined || (address !== undefined && lettersOf(of) === lettersOf(address))) return facts;
  const { coordinates: _elsewhere, ...others } = facts;
  return others;
}

/** Without letter case, blanks and punctuation. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');
}
