import type { Candidate } from '../candidate.js';
import type { DictionaryColumn } from './dictionary-column.js';
import type { ProgramColumns } from './program-columns.js';
import type { StoredFacts } from './stored-facts.js';
import type { PlaneTable } from './rule-planes.js';
import type { DistinctResults, PlanedResults, ResultsByEntry, RuleResults } from './rule-results.js';

/** By entry, except for programs that the need names: those are judged one by one, by id and organization. */
export class ResultsExceptNamed<Result> implements RuleResults<Result>, PlanedResults {
  private readonly named: ReadonlyMap<number, Result>;

  /** @param numberOf the first measure of a result */
  constructor(
    private readonly others: ResultsByEntry<Result>,
    named: Iterable<readonly [row: number, result: Result]>,
    private readonly numberOf: (result: Result) => number,
  ) {
    this.named = new Map(named);
  }

  get planed(): this {
    return this;
  }

  writePlanes(table: PlaneTable, words: Uint32Array, rows: Int32Array, into: readonly Int32Array[]): void {
    this.others.writePlanes(table, words, rows, into);
    for (const [row, result] of this.named) {
      const i = words.indexOf(row >>> 5);
      const bit = 1 << (row & 31);
      if (i < 0 || (rows[i]! & bit) === 0) continue;
      const member = table.ofNumber[this.numberOf(result)]!;
      for (let p = 0; p < into.length; p++) {
        if ((member >>> p) & 1) into[p]![i]! |= bit;
        else into[p]![i]! &= ~bit;
      }
    }
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
    if (result === undefined && !this.memo.has(row)) this.memo.set(row, (result = this.judge(row)));
    return result as Result;
  }
}

/**
 * A question that is decided in the words of the vocabulary, such as the groups of an age: many clients share the results
 * that are scored. What one client reads is judged by what they said themselves, and not kept.
 */
export class ResultsInOwnWords<Result> implements RuleResults<Result> {
  private readonly memo = new Map<number, Result>();
  private readonly column: DictionaryColumn<StoredFacts>;

  constructor(
    private readonly shared: ResultsByEntry<Result>,
    private readonly columns: ProgramColumns,
    private readonly name: string,
    private readonly judge: (candidate: Candidate) => Result,
  ) {
    this.column = columns.column(name);
  }

  get distinct(): DistinctResults {
    return this.shared;
  }

  get planed(): PlanedResults {
    return this.shared;
  }

  at(row: number): Result {
    const entry = this.column.entries[row]!;
    let result = this.memo.get(entry);
    if (result === undefined && !this.memo.has(entry))
      this.memo.set(entry, (result = this.judge(this.columns.representative(this.name, entry))));
    return result as Result;
  }
}
