import type { Candidate } from '../candidate.js';
import type { Place } from '../facts/distance.js';
import { ALL_TRACKS } from '../rules/tracks.js';
import { DictionaryColumn, type DictionaryColumnData } from './dictionary-column.js';
import { GROUPS, PROJECTIONS } from './projections.js';
import { addRow, hasRow, withRoom, wordsFor } from './row-bits.js';
import { candidateWith, keyOfFacts, type StoredFacts, storedFacts } from './stored-facts.js';
import { UuidColumn, type UuidColumnData } from './uuid-column.js';

/** The columns as they travel between threads. */
export interface ProgramColumnsData {
  readonly facts: Readonly<Record<string, DictionaryColumnData<StoredFacts>>>;
  readonly states: DictionaryColumnData<string>;
  readonly ids: UuidColumnData;
  readonly organizations: UuidColumnData;
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  readonly placed: Int32Array;
  readonly tracks: readonly Int32Array[];
  readonly length: number;
}

/**
 * A row for every version of every program: its facts in dictionary columns, its place, its id and organization. A row
 * is written once and never changed: a program that changes gets a new row. An unknown place is NaN.
 */
export class ProgramColumns {
  private readonly representatives: Record<string, Candidate[]> = {};

  private constructor(
    private readonly facts: Readonly<Record<string, DictionaryColumn<StoredFacts>>>,
    readonly states: DictionaryColumn<string>,
    readonly ids: UuidColumn,
    readonly organizations: UuidColumn,
    /** Degrees, WGS 84. */
    private latitudes: Float64Array,
    private longitudes: Float64Array,
    private placedRows: Int32Array,
    private rowsOfTracks: readonly Int32Array[],
    private filled: number,
  ) {}

  static empty(): ProgramColumns {
    const facts = Object.fromEntries(
      [...GROUPS, ...PROJECTIONS].map(({ name }) => [name, DictionaryColumn.empty(keyOfFacts)]),
    );
    return new ProgramColumns(
      facts,
      DictionaryColumn.empty(keyOfState),
      new UuidColumn(),
      new UuidColumn(),
      new Float64Array(1024),
      new Float64Array(1024),
      new Int32Array(wordsFor(1024)),
      ALL_TRACKS.map(() => new Int32Array(wordsFor(1024))),
      0,
    );
  }

  static of(data: ProgramColumnsData): ProgramColumns {
    const facts = Object.fromEntries(
      Object.entries(data.facts).map(([name, column]) => [name, DictionaryColumn.of(column, keyOfFacts)]),
    );
    return new ProgramColumns(
      facts,
      DictionaryColumn.of(data.states, keyOfState),
      UuidColumn.of(data.ids),
      UuidColumn.of(data.organizations),
      data.latitudes,
      data.longitudes,
      data.placed,
      data.tracks,
      data.length,
    );
  }

  get data(): ProgramColumnsData {
    return {
      facts: Object.fromEntries(Object.entries(this.facts).map(([name, column]) => [name, column.data])),
      states: this.states.data,
      ids: this.ids.data,
      organizations: this.organizations.data,
      latitudes: this.latitudes,
      longitudes: this.longitudes,
      placed: this.placedRows,
      tracks: this.rowsOfTracks,
      length: this.filled,
    };
  }

  get length(): number {
    return this.filled;
  }

  /** Number of rows that fit in before the columns grow. */
  get room(): number {
    return this.latitudes.length;
  }

  get latitude(): Float64Array {
    return this.latitudes;
  }

  get longitude(): Float64Array {
    return this.longitudes;
  }

  /** The rows whose place is known, as bits. */
  get placed(): Int32Array {
    return this.placedRows;
  }

  /** The rows of each track, as bits, in the order of `ALL_TRACKS`. */
  get tracks(): readonly Int32Array[] {
    return this.rowsOfTracks;
  }

  column(name: string): DictionaryColumn<StoredFacts> {
    return this.facts[name]!;
  }

  placeAt(row: number): Place | undefined {
    const latitude = this.latitudes[row]!;
    return Number.isNaN(latitude) ? undefined : { latitude, longitude: this.longitudes[row]! };
  }

  /** A candidate with the facts of one entry; all others are unknown. */
  representative(name: string, entry: number): Candidate {
    const known = (this.representatives[name] ??= []);
    return (known[entry] ??= candidateWith([this.facts[name]!.valueOf(entry)]));
  }

  /** A candidate with the facts of a row in one column, and its place. */
  withPlaceAt(row: number, name: string): Candidate {
    const place = this.placeAt(row);
    const candidate = this.representative(name, this.facts[name]!.entries[row]!);
    return place ? { ...candidate, place } : candidate;
  }

  /** The program in a row, with every fact that the engine reads. */
  candidateAt(row: number): Candidate {
    const place = this.placeAt(row);
    return candidateWith(
      GROUPS.map(({ name }) => this.facts[name]!.at(row)),
      {
        id: this.ids.at(row),
        organizationId: this.organizations.at(row),
        state: this.states.at(row),
        ...(place ? { place } : {}),
      },
    );
  }

  /** Adds a row and returns its number. */
  add(candidate: Candidate): number {
    const row = this.filled;
    if (row === this.latitudes.length) this.makeRoom(row * 2);
    for (const { name, facts } of [...GROUPS, ...PROJECTIONS])
      this.facts[name]!.push(storedFacts(candidate, facts));
    this.states.push(candidate.state);
    this.ids.push(candidate.id);
    this.organizations.push(candidate.organizationId);
    this.latitudes[row] = candidate.place?.latitude ?? NaN;
    this.longitudes[row] = candidate.place?.longitude ?? NaN;
    if (candidate.place) addRow(this.placedRows, row);
    ALL_TRACKS.forEach((track, i) => {
      if (track.includes(candidate)) addRow(this.rowsOfTracks[i]!, row);
    });
    this.filled = row + 1;
    return row;
  }

  /** The same rows in another order, with spare room. */
  inOrder(order: Uint32Array, spare: number): ProgramColumns {
    const facts = Object.fromEntries(
      Object.entries(this.facts).map(([name, column]) => [name, column.inOrder(order, spare)]),
    );
    const room = order.length + spare;
    const sorted = (from: Float64Array): Float64Array => {
      const to = new Float64Array(room);
      for (let row = 0; row < order.length; row++) to[row] = from[order[row]!]!;
      return to;
    };
    const sortedBits = (from: Int32Array): Int32Array => {
      const to = new Int32Array(wordsFor(room));
      for (let row = 0; row < order.length; row++) if (hasRow(from, order[row]!)) addRow(to, row);
      return to;
    };
    return new ProgramColumns(
      facts,
      this.states.inOrder(order, spare),
      this.ids.inOrder(order, spare),
      this.organizations.inOrder(order, spare),
      sorted(this.latitudes),
      sorted(this.longitudes),
      sortedBits(this.placedRows),
      this.rowsOfTracks.map(sortedBits),
      order.length,
    );
  }

  private makeRoom(rows: number): void {
    const moved = (from: Float64Array): Float64Array => {
      const to = new Float64Array(rows);
      to.set(from.subarray(0, this.filled));
      return to;
    };
    this.latitudes = moved(this.latitudes);
    this.longitudes = moved(this.longitudes);
    this.placedRows = withRoom(this.placedRows, rows);
    this.rowsOfTracks = this.rowsOfTracks.map((bits) => withRoom(bits, rows));
  }
}

function keyOfState(state: string): string {
  return state;
}
