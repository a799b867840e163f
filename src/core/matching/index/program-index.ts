import type { Candidate } from '../candidate.js';
import { candidateWith } from './column-groups.js';
import { cellOf } from './grid.js';
import { ProgramColumns, type ProgramColumnsData } from './program-columns.js';
import { uuidWords } from './uuid-column.js';

/** An index as it travels between threads; see `buffersOf`. */
export interface ProgramIndexData {
  readonly columns: ProgramColumnsData;
  readonly located: number;
  readonly byId: Uint32Array;
}

/** Rows that may be added before it is worth sorting all of them anew: a fiftieth, or two thousand. */
const TAIL_SHARE = 0.02;
const LEAST_TAIL = 2000;

/**
 * One version of all published programs, ready to be ranked. The rows of its base are sorted by where they are, then
 * those whose place nobody knows; programs that changed since stand in a tail behind them, and their old rows are
 * dead. A version never changes: a change makes a new one, which shares all rows but the new ones.
 */
export class ProgramIndex {
  private constructor(
    readonly columns: ProgramColumns,
    /** Rows of this version: those before, dead and living. */
    readonly length: number,
    /** Rows of the base whose place is known, sorted by cell. */
    readonly located: number,
    /** Rows of the base, sorted by id. */
    private readonly byId: Uint32Array,
    /** Rows of the base that reach each state by telehealth. */
    private readonly reaching: ReadonlyMap<string, readonly number[]>,
    private readonly dead: Uint8Array,
    private readonly tail: ReadonlyMap<string, number>,
    /** How many programs there are. */
    readonly size: number,
  ) {}

  static build(candidates: Iterable<Candidate>): ProgramIndex {
    const found = ProgramColumns.empty();
    for (const candidate of candidates) found.add(candidate);
    return ProgramIndex.sort(found).index;
  }

  /** An index of programs that came in any order, with the row that each of its rows was before. */
  static sort(found: ProgramColumns): { readonly index: ProgramIndex; readonly order: Uint32Array } {
    const { latitude, longitude, ids } = found;
    // Those whose place nobody knows have no cell, and stand last.
    const cells = Float64Array.from({ length: found.length }, (_, row) => {
      const cell = cellOf(latitude[row]!, longitude[row]!);
      return Number.isNaN(cell) ? Infinity : cell;
    });
    const order = Uint32Array.from(cells.keys()).sort((a, b) =>
      cells[a] === cells[b] ? ids.compare(a, b) : cells[a]! - cells[b]!,
    );
    const spare = Math.max(LEAST_TAIL, Math.ceil(order.length * TAIL_SHARE));
    const columns = found.inOrder(order, spare);
    const byId = Uint32Array.from(order.keys()).sort((a, b) => columns.ids.compare(a, b));
    const located = cells.filter((cell) => cell !== Infinity).length;
    return { index: ProgramIndex.onBase(columns, located, byId), order };
  }

  static of({ columns, located, byId }: ProgramIndexData): ProgramIndex {
    return ProgramIndex.onBase(ProgramColumns.of(columns), located, byId);
  }

  private static onBase(columns: ProgramColumns, located: number, byId: Uint32Array): ProgramIndex {
    const rows = columns.length;
    return new ProgramIndex(
      columns,
      rows,
      located,
      byId,
      reachingEachState(columns),
      new Uint8Array(rows),
      new Map(),
      rows,
    );
  }

  /** Of a version that nothing was added to. */
  get data(): ProgramIndexData {
    return { columns: this.columns.data, located: this.located, byId: this.byId };
  }

  /** Rows of the base; those from here on are the tail. */
  get base(): number {
    return this.byId.length;
  }

  /** So much has changed that sorting everything anew is worth it. */
  get isWorn(): boolean {
    return this.length - this.base > Math.max(LEAST_TAIL, this.base * TAIL_SHARE);
  }

  isAlive(row: number): boolean {
    return this.dead[row] !== 1;
  }

  /** The rows of the base, dead ones too, that reach a state by telehealth. */
  rowsReaching(state: string): readonly number[] {
    return this.reaching.get(state) ?? [];
  }

  /** The row of a program; undefined where this version does not have it. */
  rowOf(id: string): number | undefined {
    const row = this.tail.get(id) ?? this.rowInBase(id);
    return row !== undefined && this.isAlive(row) ? row : undefined;
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
      if (organizations.compareTo(row, words) === 0 && this.isAlive(row)) rows.push(row);
    return rows;
  }

  /**
   * The next version: these programs as they are now, and without those that are gone. This version stays as it is.
   *
   * @throws Error when a next version was made already: one line of versions shares the rows
   */
  with(now: readonly Candidate[], gone: readonly string[]): ProgramIndex {
    if (this.columns.length !== this.length) throw new Error('Only the newest version can be added to.');
    const dead = new Uint8Array(this.length + now.length);
    dead.set(this.dead);
    const tail = new Map(this.tail);
    let { size } = this;
    for (const id of [...gone, ...now.map(({ id: each }) => each)]) {
      const row = tail.get(id) ?? this.rowInBase(id);
      if (row === undefined || dead[row] === 1) continue;
      dead[row] = 1;
      tail.delete(id);
      size -= 1;
    }
    for (const candidate of now) tail.set(candidate.id, this.columns.add(candidate));
    return new ProgramIndex(
      this.columns,
      this.columns.length,
      this.located,
      this.byId,
      this.reaching,
      dead,
      tail,
      size + now.length,
    );
  }

  /** Every program there is, for whoever has to look at each. */
  *candidates(): Generator<Candidate> {
    for (let row = 0; row < this.length; row++) if (this.isAlive(row)) yield this.columns.candidateAt(row);
  }
}

function reachingEachState(columns: ProgramColumns): Map<string, number[]> {
  const column = columns.column('reach');
  const statesOfClass = Array.from({ length: column.classes }, (_, number) => {
    const { modalities, telehealthStates } = candidateWith([column.valueOf(number)]).lists;
    if (modalities?.codes.telehealth !== 'yes' || !telehealthStates) return [];
    return Object.keys(telehealthStates.codes).filter((code) => telehealthStates.codes[code] === 'yes');
  });
  const reaching = new Map<string, number[]>();
  for (let row = 0; row < columns.length; row++)
    for (const state of statesOfClass[column.ofRows[row]!]!) {
      const rows = reaching.get(state);
      if (rows) rows.push(row);
      else reaching.set(state, [row]);
    }
  return reaching;
}

/** The buffers of an index, to be handed to another thread without being copied. */
export function buffersOf({ columns, byId }: ProgramIndexData): ArrayBuffer[] {
  const { facts, states, ids, organizations, latitudes, longitudes, tracks } = columns;
  return [
    ...Object.values(facts).map(({ numbers }) => numbers),
    states.numbers,
    ids.words,
    organizations.words,
    latitudes,
    longitudes,
    tracks,
    byId,
  ].map(({ buffer }) => buffer as ArrayBuffer);
}
