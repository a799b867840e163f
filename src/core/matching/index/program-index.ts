import type { Candidate } from '../candidate.js';
import type { DictionaryColumn } from './dictionary-column.js';
import { cellOf } from './grid.js';
import { ProgramColumns, type ProgramColumnsData } from './program-columns.js';
import { addRow, hasRow, removeRow, withRoom, wordsFor } from './row-bits.js';
import { rangesByState, reachingEachState, type SparseRows, type StateRange } from './state-ranges.js';
import { uuidWords } from './uuid-column.js';

/** An index as it travels between threads; see `buffersOf`. */
export interface ProgramIndexData {
  readonly columns: ProgramColumnsData;
  readonly byId: Uint32Array;
}

/** Rows of the delta segment from which compaction is worth it: a fiftieth of the base, at least two thousand. */
const DELTA_SHARE = 0.02;
const MIN_DELTA_ROWS = 2000;

/**
 * One version of all published programs, ready to be ranked. Rows of the base segment are sorted by state, then by the
 * cell of their place; those of a state without a place are its last. Programs that changed since are in a delta segment
 * behind them, and their old rows are deleted. A version never changes: a change makes a new version, which shares the
 * rows.
 */
export class ProgramIndex {
  private constructor(
    readonly columns: ProgramColumns,
    /** Rows of this version, deleted ones included. Rows from here on belong to newer versions. */
    readonly length: number,
    /** Rows of the base, sorted by id. */
    private readonly byId: Uint32Array,
    /** Rows of the base, by state. */
    readonly states: readonly StateRange[],
    private readonly reaching: ReadonlyMap<string, SparseRows>,
    /** The rows that are programs of this version, as bits. */
    readonly live: Int32Array,
    private readonly delta: ReadonlyMap<string, number>,
    /** Number of programs. */
    readonly size: number,
  ) {}

  static build(candidates: Iterable<Candidate>): ProgramIndex {
    const unsorted = ProgramColumns.empty();
    for (const candidate of candidates) unsorted.add(candidate);
    return ProgramIndex.sort(unsorted).index;
  }

  /** Sorts programs that came in any order into an index. `order` has, for each new row, the row it was before. */
  static sort(unsorted: ProgramColumns): { readonly index: ProgramIndex; readonly order: Uint32Array } {
    const { latitude, longitude, ids, states } = unsorted;
    const ranks = rankedByName(states);
    // Rows without a place have no cell and come last in their state.
    const keys = Float64Array.from({ length: unsorted.length }, (_, row) => {
      const cell = cellOf(latitude[row]!, longitude[row]!);
      return (
        ranks[states.entries[row]!]! * MORE_THAN_CELLS + (Number.isNaN(cell) ? MORE_THAN_CELLS - 1 : cell)
      );
    });
    const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || ids.compare(a, b));
    const spare = Math.max(MIN_DELTA_ROWS, Math.ceil(order.length * DELTA_SHARE));
    const columns = unsorted.inOrder(order, spare);
    const byId = Uint32Array.from(order.keys()).sort((a, b) => columns.ids.compare(a, b));
    return { index: ProgramIndex.onBase(columns, byId), order };
  }

  static of({ columns, byId }: ProgramIndexData): ProgramIndex {
    return ProgramIndex.onBase(ProgramColumns.of(columns), byId);
  }

  private static onBase(columns: ProgramColumns, byId: Uint32Array): ProgramIndex {
    const rows = columns.length;
    const live = new Int32Array(wordsFor(rows));
    for (let row = 0; row < rows; row++) addRow(live, row);
    return new ProgramIndex(
      columns,
      rows,
      byId,
      rangesByState(columns),
      reachingEachState(columns),
      live,
      new Map(),
      rows,
    );
  }

  /** Of a version without a delta segment. */
  get data(): ProgramIndexData {
    return { columns: this.columns.data, byId: this.byId };
  }

  /** Rows of the base segment; rows from here on are the delta segment. */
  get base(): number {
    return this.byId.length;
  }

  /** So much has changed that the index should be rebuilt. */
  get needsCompaction(): boolean {
    return this.length - this.base > Math.max(MIN_DELTA_ROWS, this.base * DELTA_SHARE);
  }

  isLive(row: number): boolean {
    return hasRow(this.live, row);
  }

  /** Rows of the base, deleted ones included, that reach a state by telehealth. */
  rowsReaching(state: string): SparseRows {
    return this.reaching.get(state) ?? NO_ROWS;
  }

  /** The row of a program; undefined if this version does not have it. */
  rowOf(id: string): number | undefined {
    const row = this.delta.get(id) ?? this.rowInBase(id);
    return row !== undefined && this.isLive(row) ? row : undefined;
  }

  private rowInBase(id: string): number | undefined {
    const { ids } = this.columns;
    const words = uuidWords(id);
    let [low, high] = [0, this.byId.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ids.compareTo(this.byId[middle]!, words) < 0) low = middle + 1;
      else high = middle;
    }
    const row = this.byId[low];
    return row !== undefined && ids.compareTo(row, words) === 0 ? row : undefined;
  }

  /** The rows of an organization's programs. */
  rowsOf(organizationId: string): number[] {
    const { organizations } = this.columns;
    const words = uuidWords(organizationId);
    const rows: number[] = [];
    for (let row = 0; row < this.length; row++)
      if (organizations.compareTo(row, words) === 0 && this.isLive(row)) rows.push(row);
    return rows;
  }

  /**
   * The next version: with these programs as they are now, and without those that are gone. This version stays as it is.
   *
   * @throws Error if this version already has a next one: one line of versions shares the rows
   */
  with(now: readonly Candidate[], gone: readonly string[]): ProgramIndex {
    if (this.columns.length !== this.length) throw new Error('Only the newest version can be added to.');
    const live = withRoom(this.live, this.length + now.length);
    const delta = new Map(this.delta);
    let { size } = this;
    for (const id of [...gone, ...now.map(({ id: each }) => each)]) {
      const row = delta.get(id) ?? this.rowInBase(id);
      if (row === undefined || !hasRow(live, row)) continue;
      removeRow(live, row);
      delta.delete(id);
      size -= 1;
    }
    for (const candidate of now) {
      const row = this.columns.add(candidate);
      addRow(live, row);
      delta.set(candidate.id, row);
    }
    return new ProgramIndex(
      this.columns,
      this.columns.length,
      this.byId,
      this.states,
      this.reaching,
      live,
      delta,
      size + now.length,
    );
  }

  /** Every program of this version. */
  *candidates(): Generator<Candidate> {
    for (let row = 0; row < this.length; row++) if (this.isLive(row)) yield this.columns.candidateAt(row);
  }
}

/** Greater than the number of any cell. */
const MORE_THAN_CELLS = 1e7;

const NO_ROWS: SparseRows = { words: new Uint32Array(), bits: new Int32Array() };

/** For each entry the place of its state in the order of names. */
function rankedByName(states: DictionaryColumn<string>): number[] {
  const names = Array.from({ length: states.entryCount }, (_, entry) => states.valueOf(entry));
  const sorted = [...names].sort();
  return names.map((name) => sorted.indexOf(name));
}

/** The buffers of an index, to be handed to another thread without being copied. */
export function buffersOf({ columns, byId }: ProgramIndexData): ArrayBuffer[] {
  const { facts, states, ids, organizations, latitudes, longitudes, placed, tracks } = columns;
  return [
    ...Object.values(facts).map(({ entries }) => entries),
    states.entries,
    ids.words,
    organizations.words,
    latitudes,
    longitudes,
    placed,
    ...tracks,
    byId,
  ].map(({ buffer }) => buffer as ArrayBuffer);
}
