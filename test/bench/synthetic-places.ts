import zipcodes from 'zipcodes';
import { findPostalCode, type PostalCode } from '../../src/directory/postal-codes.js';
import { SeededDraw } from '../../src/interchange/demo/seeded-draw.js';
import { PROGRAMS_BY_STATE } from './national-marginals.js';

/**
 * How much more a city of many postal codes draws than one of few, and how far postal codes differ among themselves,
 * up to a cap. Tried by hand until the fullest cells of a tenth of a degree were about as full as in the national
 * directory: of 12,744 programs the 1st, 11th, 101st and 1001st cell hold 66, 28, 12 and 3, there 58, 31, 12 and 4. The
 * thin end is too thin: about 6,100 cells are filled, there 4,630.
 */
const CITY_EXPONENT = 0.1;
const POSTAL_CODE_SPREAD = 2.4;
const MOST_SPREAD = 1.6;

/** Draws real postal codes, crowded as programs are: by state, then by size of the city, then unevenly within it. */
export class SyntheticPlaces {
  private readonly codes: readonly PostalCode[];
  /** Running sums of the weights. */
  private readonly upTo: Float64Array;

  constructor() {
    this.codes = Object.keys(zipcodes.codes)
      .filter((code) => PROGRAMS_BY_STATE[findPostalCode(code)?.state ?? ''] !== undefined)
      .map((code) => findPostalCode(code)!);
    const draw = new SeededDraw('the crowding of postal codes');
    const cityOf = ({ city, state }: PostalCode) => `${city}, ${state}`;
    const sizes = tally(this.codes.map((code) => [cityOf(code), 1]));
    const weights = this.codes.map(
      (code) =>
        sizes.get(cityOf(code))! ** CITY_EXPONENT *
        Math.exp(POSTAL_CODE_SPREAD * Math.min(MOST_SPREAD, bell(draw))),
    );
    const byState = tally(this.codes.map(({ state }, i) => [state, weights[i]!]));
    let sum = 0;
    this.upTo = Float64Array.from(this.codes, ({ state }, i) => {
      sum += (weights[i]! / byState.get(state)!) * PROGRAMS_BY_STATE[state]!;
      return sum;
    });
  }

  draw(draw: SeededDraw): PostalCode {
    const wanted = draw.next() * this.upTo.at(-1)!;
    let low = 0;
    let high = this.upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.upTo[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return this.codes[low]!;
  }
}

/** A standard normal draw (Box and Muller). */
export function bell(draw: SeededDraw): number {
  return Math.sqrt(-2 * Math.log(1 - draw.next())) * Math.cos(2 * Math.PI * draw.next());
}

function tally(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, weight] of entries) sums.set(key, (sums.get(key) ?? 0) + weight);
  return sums;
}
