import type { Need } from '../need.js';
import type { Reads } from '../rules/reads.js';
import { takesTelehealth } from '../rules/telehealth.js';
import { BEYOND, DistanceBands, INNER } from './distance-bands.js';
import type { Slice } from './grid.js';
import type { ProgramColumns } from './program-columns.js';
import type { ProgramIndex } from './program-index.js';
import { bitsOfRange, wordsFor } from './row-bits.js';
import { slicesAround, type SparseRows } from './state-ranges.js';

/** The rows that a query looks at in some track, as bits; see `isLookedAt` and `lookedAt`. */
export interface Universe {
  /** The words that have any of them, each once. All else is by position in it. */
  readonly words: Uint32Array;
  /** Rows whose site is within the distance. */
  readonly within: Int32Array;
  /** Rows that are looked at for their site: within twice the distance, or in the client's state. */
  readonly around: Int32Array;
  /** Rows that are looked at in a track that telehealth reaches the client for. */
  readonly afar: Int32Array;
}

/** What `universeOf` reads. */
export const UNIVERSE_READS: Reads = {
  facts: {},
  need: ['place', 'maxDistanceMeters', 'modalities', 'strictness', 'state'],
};

/**
 * Looks up the universe of a need: by the grid around a place, by the telehealth lists of the state, then through the
 * delta segment.
 */
export function universeOf(index: ProgramIndex, need: Need): Universe {
  const { place, maxDistanceMeters, state } = need;
  if (place && maxDistanceMeters !== undefined) return around(index, need, maxDistanceMeters);
  if (place || state === undefined) return everyRow(index);
  // Without a place a client of the state is reached whether they would rather come or not.
  const reaching = index.rowsReaching(state);
  const own = index.states.filter((range) => range.state === state);
  const found = new FoundRows(
    index,
    own.reduce((sum, { from, to }) => sum + wordsIn([from, to]), 0),
    reaching,
  );
  for (const { from, to } of own) found.addRange(from, to);
  found.addAfar(reaching);
  const { states } = index.columns;
  found.addDelta((row) => (states.at(row) === state ? AROUND : AFAR));
  return found.universe();
}

function around(index: ProgramIndex, need: Need, maximum: number): Universe {
  const { columns } = index;
  const { latitude, longitude, states } = columns;
  const { state } = need;
  const place = need.place!;
  const slices = slicesAround(index.states, place, 2 * maximum, columns);
  const unplaced = index.states.filter((range) => state === undefined || range.state === state);
  const reaching = state !== undefined && takesTelehealth(need) ? index.rowsReaching(state) : NO_ROWS;
  const words =
    slices.reduce((sum, slice) => sum + wordsIn(slice), 0) +
    unplaced.reduce((sum, { located, to }) => sum + wordsIn([located, to]), 0);
  const found = new FoundRows(index, words, reaching);
  const bands = new DistanceBands(place, maximum, 2 * maximum);
  for (const [from, to] of slices)
    for (let row = from; row < to; row++) {
      const band = bands.bandOf(latitude[row]!, longitude[row]!);
      if (band !== BEYOND) found.add(row, band === INNER ? WITHIN : AROUND);
    }
  for (const { located, to } of unplaced) found.addRange(located, to);
  found.addAfar(reaching);
  found.addDelta((row) => {
    if (Number.isNaN(latitude[row]!)) return state === undefined || states.at(row) === state ? AROUND : AFAR;
    const band = bands.bandOf(latitude[row]!, longitude[row]!);
    return band === INNER ? WITHIN : band === BEYOND ? AFAR : AROUND;
  });
  return found.universe();
}

function everyRow({ length, live }: ProgramIndex): Universe {
  const words = Uint32Array.from({ length: wordsFor(length) }, (_, word) => word);
  const none = new Int32Array(words.length);
  return { words, within: none, around: live, afar: none };
}

/** The site of a row, with respect to the place of a need. */
const WITHIN = 'within';
const AROUND = 'around';
const AFAR = 'afar';
type Site = typeof WITHIN | typeof AROUND | typeof AFAR;

const NO_ROWS: SparseRows = { words: new Uint32Array(), bits: new Int32Array() };

function wordsIn([from, to]: Slice): number {
  return to > from ? ((to - 1) >>> 5) - (from >>> 5) + 1 : 0;
}

/** Rows found one after the other, in any order; those that are no longer programs are left out in the end. */
class FoundRows {
  private readonly positions: Uint32Array;
  private readonly words: Uint32Array;
  private readonly within: Int32Array;
  private readonly around: Int32Array;
  private readonly afar: Int32Array;
  private count = 0;

  /** @param words at most so many are met beside those of `reaching` and of the delta segment */
  constructor(
    private readonly index: ProgramIndex,
    words: number,
    reaching: SparseRows,
  ) {
    const all = wordsFor(index.length);
    const most = Math.min(all, words + reaching.words.length + wordsIn([index.base, index.length]));
    this.positions = positionsIn(index.columns, all);
    this.words = new Uint32Array(most);
    this.within = new Int32Array(most);
    this.around = new Int32Array(most);
    this.afar = new Int32Array(most);
  }

  add(row: number, site: Site): void {
    const at = this.positionOf(row >>> 5);
    const bit = 1 << (row & 31);
    if (site === AFAR) this.afar[at]! |= bit;
    else this.around[at]! |= bit;
    if (site === WITHIN) this.within[at]! |= bit;
  }

  /** Adds rows for their site. */
  addRange(from: number, to: number): void {
    if (from >= to) return;
    for (let word = from >>> 5; word <= (to - 1) >>> 5; word++)
      this.around[this.positionOf(word)]! |= bitsOfRange(word, from, to);
  }

  addAfar({ words, bits }: SparseRows): void {
    for (let i = 0; i < words.length; i++) this.afar[this.positionOf(words[i]!)]! |= bits[i]!;
  }

  addDelta(siteOf: (row: number) => Site): void {
    const { base, length } = this.index;
    for (let row = base; row < length; row++) if (this.index.isLive(row)) this.add(row, siteOf(row));
  }

  universe(): Universe {
    const { count, positions } = this;
    const { live } = this.index;
    const words = this.words.subarray(0, count);
    const onlyLive = (rows: Int32Array) => {
      const found = rows.subarray(0, count);
      for (let i = 0; i < count; i++) found[i]! &= live[words[i]!]!;
      return found;
    };
    for (const word of words) positions[word] = 0;
    return {
      words,
      within: onlyLive(this.within),
      around: onlyLive(this.around),
      afar: onlyLive(this.afar),
    };
  }

  private positionOf(word: number): number {
    const known = this.positions[word]!;
    if (known !== 0) return known - 1;
    this.words[this.count] = word;
    this.count += 1;
    this.positions[word] = this.count;
    return this.count - 1;
  }
}

/** The position + 1 of each word while rows are found, 0 at all other times: one array for all queries. */
const POSITIONS = new WeakMap<ProgramColumns, Uint32Array>();

function positionsIn(columns: ProgramColumns, words: number): Uint32Array {
  let positions = POSITIONS.get(columns);
  if (!positions || positions.length < words)
    POSITIONS.set(columns, (positions = new Uint32Array(wordsFor(columns.room))));
  return positions;
}
