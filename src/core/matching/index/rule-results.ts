import type { Candidate } from '../candidate.js';
import { CLIENT_QUESTIONS } from '../codes.js';
import type { Judgement } from '../rules/criterion.js';
import type { Outcome, Verdict } from '../verdict.js';
import type { DictionaryColumn } from './dictionary-column.js';
import type { ProgramColumns } from './program-columns.js';
import type { StoredFacts } from './stored-facts.js';

/** What one rule answers for each program, for one need. The same results are scored and explained. */
export interface RuleResults<Result> {
  at(row: number): Result;
  /** Where many programs share a result. */
  readonly distinct?: DistinctResults;
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

/** Of a verdict: the number of its outcome, and of its question to the client; -1 where it has none. */
export const OUTCOME_AND_CLIENT_QUESTION: Measures<Verdict | undefined> = [
  (verdict) => OUTCOMES.indexOf(verdict?.verdict),
  (verdict) => (verdict?.askClient ? CLIENT_QUESTIONS.indexOf(verdict.askClient) : -1),
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
export class ResultsByEntry<Result> implements RuleResults<Result>, DistinctResults {
  readonly measured: readonly (readonly number[])[];
  /** Result id + 1 per entry; 0: not evaluated. */
  private idByEntry: Uint16Array | Uint32Array;
  /** Result id + 1 per row, where it fits into a byte; 0: not looked up. Only for a query that is asked repeatedly. */
  private idByRow: Uint8Array | undefined;
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

  /** Makes room for entries and rows added since. */
  grow(): this {
    const { entryCount } = this.column;
    if (this.idByRow && this.idByRow.length < this.columns.length)
      this.idByRow = copied(this.idByRow, new Uint8Array(this.columns.room));
    if (this.idByEntry.length < entryCount) {
      const Same = this.idByEntry.constructor as new (length: number) => Uint16Array | Uint32Array;
      this.idByEntry = copied(this.idByEntry, new Same(entryCount * 2));
    }
    return this;
  }

  at(row: number): Result {
    const entry = this.column.entries[row]!;
    let result = this.memo.get(entry);
    if (result === undefined) this.memo.set(entry, (result = this.judgeEntry(entry)));
    return result;
  }

  /** From now on ids are also kept by row: a byte a row, and the rows of one area lie together in memory. */
  cacheRows(): void {
    this.idByRow ??= new Uint8Array(this.columns.room);
  }

  /** Keeps ids by entry only. */
  dropRows(): void {
    this.idByRow = undefined;
  }

  resultIds(rows: Uint32Array, into: Uint32Array): void {
    const known = this.idByRow ?? NO_ROWS;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const id = row < known.length ? known[row]! : 0;
      into[i] = (id === 0 ? this.lookUp(row) : id) - 1;
    }
  }

  private lookUp(row: number): number {
    const entry = this.column.entries[row]!;
    const known = this.idByEntry[entry]!;
    const id = known === 0 ? this.evaluate(entry) : known;
    if (id <= 0xff && this.idByRow) this.idByRow[row] = id;
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

/** By entry, except for programs that the need names: those are judged one by one, by id and organization. */
export class ResultsExceptNamed<Result> implements RuleResults<Result> {
  private readonly named: ReadonlyMap<number, Result>;

  constructor(
    private readonly others: ResultsByEntry<Result>,
    named: Iterable<readonly [row: number, result: Result]>,
  ) {
    this.named = new Map(named);
  }

  at(row: number): Result {
    return this.named.get(row) ?? this.others.at(row);
  }
}

/** Each program judged by itself. */
export class ResultsByProgram<Result> implements RuleResults<Result> {
  private readonly memo = new Map<number, Result>();

  constructor(private readonly judge: (row: number) => Result) {}

  at(row: number): Result {
    let result = this.memo.get(row);
    if (result === undefined) this.memo.set(row, (result = this.judge(row)));
    return result;
  }
}
