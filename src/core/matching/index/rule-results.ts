import type { Candidate } from '../candidate.js';
import { CLIENT_QUESTIONS } from '../codes.js';
import type { Judgement } from '../rules/criterion.js';
import type { Outcome, Verdict } from '../verdict.js';
import type { DictionaryColumn } from './dictionary-column.js';
import type { ProgramColumns } from './program-columns.js';
import { type NumberedResults, type PlaneTable, RulePlanes, writeOnce } from './rule-planes.js';
import type { StoredFacts } from './stored-facts.js';

/** What one rule answers for each program, for one need. The same results are scored and explained. */
export interface RuleResults<Result> {
  at(row: number): Result;
  /** Where many programs share a result. */
  readonly distinct?: DistinctResults;
  /** Where rows can be told by the number of their result. */
  readonly planed?: PlanedResults;
}

/** Results as rows: those of each kind of answer, 32 at a time. */
export interface PlanedResults {
  /**
   * Writes, of some rows, those of each plane.
   *
   * @param rows by position in `words`, as are the rows of each plane in `into`, which is empty before
   */
  writePlanes(table: PlaneTable, words: Uint32Array, rows: Int32Array, into: readonly Int32Array[]): void;
}

/** Results as numbers, so that a scan over many rows allocates nothing. */
export interface DistinctResults {
  /** One array a measure: the measure of each result, by result id. */
  readonly measured: readonly (readonly number[])[];
  /** Writes the result id of each row. */
  resultIds(rows: Uint32Array, into: Uint32Array): void;
}

/** What a scan or a score needs of a result, in numbers. Results with equal measures share an id. */
export type Measures<Result> = readonly ((result: Result) => number)[];

/** Outcomes by number. No outcome, of a constraint that does not apply, comes first. */
export const OUTCOMES: readonly (Outcome | undefined)[] = [undefined, 'meets', 'fails', 'unknown'];

/** The planes of a verdict: the rows that fail, and those of which it is unknown. */
export const FAILS_AND_UNKNOWN: PlaneTable = {
  planes: 2,
  ofNumber: OUTCOMES.map((outcome) => (outcome === 'fails' ? 1 : outcome === 'unknown' ? 2 : 0)),
};

/** Where `OF_VERDICT` has the number that was found. */
export const FOUND = 2;

/**
 * Of a verdict: the number of its outcome; that of its question to the client, -1 where it has none; and the number that it
 * found, NaN where it found none.
 */
export const OF_VERDICT: Measures<Verdict | undefined> = [
  (verdict) => OUTCOMES.indexOf(verdict?.verdict),
  (verdict) => (verdict?.askClient ? CLIENT_QUESTIONS.indexOf(verdict.askClient) : -1),
  (verdict) => (typeof verdict?.found === 'number' ? verdict.found : NaN),
];

/** Of a judgement: its value, and the share of it that is known. */
export const VALUE_AND_KNOWN: Measures<Pick<Judgement, 'value' | 'known'>> = [
  ({ value }) => value,
  ({ known }) => known,
];

/**
 * Evaluated once for each dictionary entry, when the first program with it is reached. Only the measures are kept, a few
 * bytes an entry; the full result is evaluated again for the few programs that are explained.
 */
export class ResultsByEntry<Result> implements RuleResults<Result>, DistinctResults, PlanedResults {
  readonly measured: readonly (readonly number[])[];
  /** Result id + 1 per entry; 0: not evaluated. */
  private idByEntry: Uint16Array | Uint32Array;
  /** What is kept by row; only for a question that is asked repeatedly. */
  private keepsRows = false;
  /** Result id + 1 per row, where it fits in; 0: not looked up. */
  private idByRow: Uint8Array | Uint16Array | undefined;
  private planes: RulePlanes | undefined;
  private readonly column: DictionaryColumn<StoredFacts>;
  private readonly idByMeasures = new Map<string, number>();
  /** Full results by entry, of what was explained. */
  private readonly memo = new Map<number, Result>();
  private readonly judgeEntry: (entry: number) => Result;
  private readonly measureEntry: (entry: number) => number[];

  constructor(
    private readonly columns: ProgramColumns,
    name: string,
    judge: (candidate: Candidate) => Result,
    measures: Measures<Result>,
  ) {
    this.column = columns.column(name);
    this.idByEntry = new Uint16Array(this.column.entryCount);
    this.measured = measures.map(() => []);
    this.judgeEntry = (entry) => judge(columns.representative(name, entry));
    this.measureEntry = (entry) => {
      const result = this.judgeEntry(entry);
      return measures.map((each) => each(result));
    };
  }

  get distinct(): this {
    return this;
  }

  get planed(): this {
    return this;
  }

  /** Makes room for entries and rows added since. */
  grow(): this {
    const { entryCount } = this.column;
    const { length, room } = this.columns;
    if (this.idByRow && this.idByRow.length < length) {
      const Same = this.idByRow.constructor as new (length: number) => Uint8Array | Uint16Array;
      this.idByRow = copied(this.idByRow, new Same(room));
    }
    this.planes?.grow(length);
    if (this.idByEntry.length < entryCount) {
      const Same = this.idByEntry.constructor as new (length: number) => Uint16Array | Uint32Array;
      this.idByEntry = copied(this.idByEntry, new Same(entryCount * 2));
    }
    return this;
  }

  at(row: number): Result {
    const entry = this.column.entries[row]!;
    let result = this.memo.get(entry);
    // A constraint that does not apply has no verdict: that is a result, too.
    if (result === undefined && !this.memo.has(entry))
      this.memo.set(entry, (result = this.judgeEntry(entry)));
    return result as Result;
  }

  /** From now on what is asked is also kept by row, so that the rows of one area lie together in memory. */
  cacheRows(): void {
    this.keepsRows = true;
  }

  /** Keeps ids by entry only. */
  dropRows(): void {
    this.keepsRows = false;
    this.idByRow = undefined;
    this.planes = undefined;
  }

  resultIds(rows: Uint32Array, into: Uint32Array): void {
    if (this.keepsRows) this.idByRow ??= new Uint8Array(this.columns.room);
    const known = this.idByRow ?? NO_ROWS;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const id = row < known.length ? known[row]! : 0;
      into[i] = (id === 0 ? this.lookUp(row) : id) - 1;
    }
  }

  writePlanes(table: PlaneTable, words: Uint32Array, rows: Int32Array, into: readonly Int32Array[]): void {
    if (!this.keepsRows) return writeOnce(this.numbered(), table, words, rows, into);
    this.planes ??= new RulePlanes(this.numbered(), table, this.columns.room);
    this.planes.write(words, rows, into);
  }

  private numbered(): NumberedResults {
    return { numbers: this.measured[0]!, idAt: (row) => this.idOf(row) };
  }

  private idOf(row: number): number {
    const entry = this.column.entries[row]!;
    const known = this.idByEntry[entry]!;
    return (known === 0 ? this.evaluate(entry) : known) - 1;
  }

  private lookUp(row: number): number {
    const id = this.idOf(row) + 1;
    if (!this.idByRow) return id;
    // Few rules have more results than a byte can hold: then rows have two.
    if (id > 0xff && this.idByRow instanceof Uint8Array)
      this.idByRow = copied(this.idByRow, new Uint16Array(this.idByRow.length));
    if (id <= 0xffff) this.idByRow[row] = id;
    return id;
  }

  private evaluate(entry: number): number {
    const measures = this.measureEntry(entry);
    const key = measures.join();
    let id = this.idByMeasures.get(key);
    if (id === undefined) {
      id = this.idByMeasures.size + 1;
      this.idByMeasures.set(key, id);
      measures.forEach((each, i) => (this.measured[i] as number[]).push(each));
      if (id > 0xffff && this.idByEntry instanceof Uint16Array)
        this.idByEntry = copied(this.idByEntry, new Uint32Array(this.idByEntry.length));
    }
    this.idByEntry[entry] = id;
    return id;
  }
}

/** Yes or no, evaluated once for each dictionary entry. */
export class FlagsByEntry implements RuleResults<boolean> {
  private readonly column: DictionaryColumn<StoredFacts>;
  /** `NO` or `YES` per entry; 0: not evaluated. */
  private flagByEntry: Uint8Array;

  constructor(
    private readonly columns: ProgramColumns,
    private readonly name: string,
    private readonly holds: (candidate: Candidate) => boolean,
  ) {
    this.column = columns.column(name);
    this.flagByEntry = new Uint8Array(this.column.entryCount);
  }

  /** Makes room for entries added since. */
  grow(): this {
    const { entryCount } = this.column;
    if (this.flagByEntry.length < entryCount)
      this.flagByEntry = copied(this.flagByEntry, new Uint8Array(entryCount * 2));
    return this;
  }

  at(row: number): boolean {
    const entry = this.column.entries[row]!;
    const flag = this.flagByEntry[entry]!;
    return (flag === 0 ? this.evaluate(entry) : flag) === YES;
  }

  private evaluate(entry: number): number {
    const holds = this.holds(this.columns.representative(this.name, entry));
    return (this.flagByEntry[entry] = holds ? YES : NO);
  }
}

const NO_ROWS = new Uint8Array();

const NO = 1;
const YES = 2;

function copied<T extends Uint8Array | Uint16Array | Uint32Array>(from: ArrayLike<number>, to: T): T {
  to.set(from);
  return to;
}
