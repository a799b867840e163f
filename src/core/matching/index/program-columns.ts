import type { Candidate } from '../candidate.js';
import type { Place } from '../facts/distance.js';
import { ALL_TRACKS } from '../rules/tracks.js';
import { DictionaryColumn, type DictionaryColumnData } from './dictionary-column.js';
import {
  candidateWith,
  COLUMN_GROUP_NAMES,
  type ColumnGroupName,
  type StoredFacts,
  factsOf,
} from './column-groups.js';
import { PROJECTION_NAMES, type ProjectionName, PROJECTIONS } from './projections.js';
import { UuidColumn, type UuidColumnData } from './uuid-column.js';

/** A column that rules read: a group of facts, or a projection across groups. */
export type ColumnName = ColumnGroupName | ProjectionName;

/** The columns as they travel between threads. */
export interface ProgramColumnsData {
  readonly facts: Readonly<Record<ColumnName, DictionaryColumnData<StoredFacts>>>;
  readonly states: DictionaryColumnData<string>;
  readonly ids: UuidColumnData;
  readonly organizations: UuidColumnData;
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  readonly tracks: Uint8Array;
  readonly length: number;
}

/**
 * A row for every version of every program: its facts in dictionary columns, its place, its id and organization. A row
 * is written once and never changed: a program that changes gets a new row. An unknown place is NaN.
 */
export class ProgramColumns {
  private readonly representatives: Partial<Record<ColumnName, Candidate[]>> = {};

  private constructor(
    private readonly facts: Readonly<Record<ColumnName, DictionaryColumn<StoredFacts>>>,
    readonly states: DictionaryColumn<string>,
    readonly ids: UuidColumn,
    readonly organizations: UuidColumn,
    /** Degrees, WGS 84. */
    private latitudes: Float64Array,
    private longitudes: Float64Array,
    /** A bit for each track that the program is in, in the order of `ALL_TRACKS`. */
    private trackBits: Uint8Array,
    private filled: number,
  ) {}

  static empty(): ProgramColumns {
    const facts = Object.fromEntries(
      [...COLUMN_GROUP_NAMES, ...PROJECTION_NAMES].map((name) => [name, DictionaryColumn.empty(keyOfFacts)]),
    ) as Record<ColumnName, DictionaryColumn<StoredFacts>>;
    return new ProgramColumns(
      facts,
      DictionaryColumn.empty(keyOfState),
      new UuidColumn(),
      new UuidColumn(),
      new Float64Array(1024),
      new Float64Array(1024),
      new Uint8Array(1024),
      0,
    );
  }

  static of(data: ProgramColumnsData): ProgramColumns {
    const facts = Object.fromEntries(
      Object.entries(data.facts).map(([name, column]) => [name, DictionaryColumn.of(column, keyOfFacts)]),
    ) as Record<ColumnName, DictionaryColumn<StoredFacts>>;
    return new ProgramColumns(
      facts,
      DictionaryColumn.of(data.states, keyOfState),
      UuidColumn.of(data.ids),
      UuidColumn.of(data.organizations),
      data.latitudes,
      data.longitudes,
      data.tracks,
      data.length,
    );
  }

  get data(): ProgramColumnsData {
    return {
      facts: Object.fromEntries(
        Object.entries(this.facts).map(([name, column]) => [name, column.data]),
      ) as ProgramColumnsData['facts'],
      states: this.states.data,
      ids: this.ids.data,
      organizations: this.organizations.data,
      latitudes: this.latitudes,
      longitudes: this.longitudes,
      tracks: this.trackBits,
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

  get tracks(): Uint8Array {
    return this.trackBits;
  }

  column(name: ColumnName): DictionaryColumn<StoredFacts> {
    return this.facts[name];
  }

  placeAt(row: number): Place | undefined {
    const latitude = this.latitudes[row]!;
    return Number.isNaN(latitude) ? undefined : { latitude, longitude: this.longitudes[row]! };
  }

  /** A candidate with the facts of one entry; all others are unknown. */
  representative(name: ColumnName, entry: number): Candidate {
    const known = (this.representatives[name] ??= []);
    return (known[entry] ??= candidateWith([this.facts[name].valueOf(entry)]));
  }

  /** A candidate with the place of a row and the states it reaches: what rules about distance read. */
  reachAndPlaceAt(row: number): Candidate {
    const place = this.placeAt(row);
    const reach = this.representative('reach', this.facts.reach.entries[row]!);
    return place ? { ...reach, place } : reach;
  }

  /** A candidate with the facts of some groups of a row; all others are unknown. */
  candidateWithGroupsAt(row: number, groups: readonly ColumnGroupName[]): Candidate {
    return candidateWith(groups.map((name) => this.facts[name].at(row)));
  }

  /** The program in a row, with every fact that the engine reads. */
  candidateAt(row: number): Candidate {
    const place = this.placeAt(row);
    return candidateWith(
      COLUMN_GROUP_NAMES.map((name) => this.facts[name].at(row)),
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
    for (const name of COLUMN_GROUP_NAMES) this.facts[name].push(factsOf(name, candidate));
    for (const name of PROJECTION_NAMES) this.facts[name].push(PROJECTIONS[name](candidate));
    this.states.push(candidate.state);
    this.ids.push(candidate.id);
    this.organizations.push(candidate.organizationId);
    this.latitudes[row] = candidate.place?.latitude ?? NaN;
    this.longitudes[row] = candidate.place?.longitude ?? NaN;
    this.trackBits[row] = ALL_TRACKS.reduce(
      (bits, track, i) => (track.includes(candidate) ? bits | (1 << i) : bits),
      0,
    );
    this.filled = row + 1;
    return row;
  }

  /** The same rows in another order, with spare room. */
  inOrder(order: Uint32Array, spare: number): ProgramColumns {
    const facts = Object.fromEntries(
      Object.entries(this.facts).map(([name, column]) => [name, column.inOrder(order, spare)]),
    ) as Record<ColumnName, DictionaryColumn<StoredFacts>>;
    const sorted = <T extends Float64Array | Uint8Array>(from: T, to: T): T => {
      for (let row = 0; row < order.length; row++) to[row] = from[order[row]!]!;
      return to;
    };
    const room = order.length + spare;
    return new ProgramColumns(
      facts,
      this.states.inOrder(order, spare),
      this.ids.inOrder(order, spare),
      this.organizations.inOrder(order, spare),
      sorted(this.latitudes, new Float64Array(room)),
      sorted(this.longitudes, new Float64Array(room)),
      sorted(this.trackBits, new Uint8Array(room)),
      order.length,
    );
  }

  private makeRoom(rows: number): void {
    const moved = <T extends Float64Array | Uint8Array>(from: T, to: T): T => {
      to.set(from.subarray(0, this.filled));
      return to;
    };
    this.latitudes = moved(this.latitudes, new Float64Array(rows));
    this.longitudes = moved(this.longitudes, new Float64Array(rows));
    this.trackBits = moved(this.trackBits, new Uint8Array(rows));
  }
}

function keyOfState(state: string): string {
  return state;
}

/** The order of codes is part of the key: sentences name codes in it. */
function keyOfFacts({ lists, values }: StoredFacts): string {
  if (!values) return JSON.stringify(lists);
  const { claims, declinedApproaches, timeZone, ...rest } = values;
  const claimed = claims?.map(({ approach, standing, stale }) => `${approach} ${standing} ${stale}`).join();
  return JSON.stringify([
    lists,
    rest,
    claimed,
    declinedApproaches && [...declinedApproaches],
    timeZone?.name,
  ]);
}
