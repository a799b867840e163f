import type { Place } from '../facts/distance.js';
import { REACHES_CLIENT, statesReached } from '../rules/telehealth.js';
import { boxAround, type Slice, slicesIn } from './grid.js';
import type { ProgramColumns } from './program-columns.js';
import { columnFor } from './projections.js';
import { candidateWith } from './stored-facts.js';

/** The rows of one state: those with a known place, sorted by cell, then the others. */
export interface StateRange {
  readonly state: string;
  readonly from: number;
  /** Where rows without a known place begin. */
  readonly located: number;
  readonly to: number;
  /** Degrees; the smallest box around the known places. Empty where there are none. */
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** The ranges of rows that are sorted by state, and in a state by place. */
export function rangesByState({ states, latitude, longitude, length }: ProgramColumns): StateRange[] {
  const ranges: StateRange[] = [];
  for (let from = 0; from < length;) {
    const state = states.at(from);
    let to = from;
    let located = from;
    let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
    for (; to < length && states.at(to) === state; to++) {
      const up = latitude[to]!;
      const along = longitude[to]!;
      if (Number.isNaN(up)) continue;
      located = to + 1;
      south = Math.min(south, up);
      north = Math.max(north, up);
      west = Math.min(west, along);
      east = Math.max(east, along);
    }
    ranges.push({ state, from, located, to, south, north, west, east });
    from = to;
  }
  return ranges;
}

/** Slices of rows of all states that hold every place within some metres; most rows in them are within it. */
export function slicesAround(
  ranges: readonly StateRange[],
  place: Place,
  meters: number,
  { latitude, longitude }: Pick<ProgramColumns, 'latitude' | 'longitude'>,
): Slice[] {
  const box = boxAround(place, meters);
  return ranges.flatMap(({ from, located, south, north, west, east }) =>
    south > box.north || north < box.south || west > box.east || east < box.west
      ? []
      : slicesIn(box, latitude, longitude, from, located),
  );
}

/** Rows as bits of some words. */
export interface SparseRows {
  readonly words: Uint32Array;
  readonly bits: Int32Array;
}

/** Of each state the rows that reach it by telehealth. */
export function reachingEachState(columns: ProgramColumns): ReadonlyMap<string, SparseRows> {
  const column = columns.column(columnFor(REACHES_CLIENT.facts));
  const statesOfEntry = Array.from({ length: column.entryCount }, (_, entry) =>
    statesReached(candidateWith([column.valueOf(entry)])),
  );
  const reaching = new Map<string, { words: number[]; bits: number[] }>();
  for (let row = 0; row < columns.length; row++)
    for (const state of statesOfEntry[column.entries[row]!]!) {
      let rows = reaching.get(state);
      if (!rows) reaching.set(state, (rows = { words: [], bits: [] }));
      const word = row >>> 5;
      if (rows.words.at(-1) !== word) {
        rows.words.push(word);
        rows.bits.push(0);
      }
      rows.bits[rows.bits.length - 1]! |= 1 << (row & 31);
    }
  return new Map(
    Array.from(reaching, ([state, { words, bits }]) => [
      state,
      { words: Uint32Array.from(words), bits: Int32Array.from(bits) },
    ]),
  );
}
