import type { Candidate } from '../candidate.js';
import type { ClassColumn } from './class-column.js';
import type { Facts } from './fact-groups.js';
import type { ProgramColumns } from './program-columns.js';
import type { RuleReading } from './rule-reading.js';

/**
 * What one rule says of the programs of an index, for one need. It is judged when the first program of a kind comes
 * by, and holds for all that are alike to the rule. What was judged here is what scores, and what is told.
 */
export class Answers<Answer> {
  private readonly ofClasses: Answer[] = [];
  private readonly isJudged: Uint8Array;
  private readonly ofRows = new Map<number, Answer>();
  /** Undefined where every program is judged by itself. */
  readonly column: ClassColumn<Facts> | undefined;

  /**
   * @param namedRows rows of programs that the need knows by name
   * @param concerns false: the rule says nothing of this class; true: each of its programs is judged by itself
   */
  constructor(
    private readonly columns: ProgramColumns,
    readonly reading: RuleReading,
    private readonly judge: (candidate: Candidate) => Answer,
    private readonly namedRows: readonly number[],
    private readonly concerns?: (representative: Candidate) => boolean,
  ) {
    const { of } = reading;
    this.column = of === 'whole' || of === 'place' ? undefined : columns.column(of);
    this.isJudged = new Uint8Array(this.column?.classes ?? 0);
    if (reading.byName) for (const row of namedRows) this.ofRows.set(row, judge(columns.candidateAt(row)));
  }

  /** Whether some programs of a class may be judged otherwise than the class. */
  get hasExceptions(): boolean {
    return this.concerns !== undefined || (this.reading.byName === true && this.namedRows.length > 0);
  }

  at(row: number): Answer {
    const own = this.ofRows.get(row);
    if (own !== undefined) return own;
    if (!this.column) return this.ofRow(row);
    const number = this.column.ofRows[row]!;
    if (!this.concerns) return this.ofClass(number);
    return this.isConcerned(number) ? this.ofRow(row) : (undefined as Answer);
  }

  /** What a class answers, where none of its programs is an exception. */
  ofClass(number: number): Answer {
    if (this.isJudged[number] === 0) {
      this.isJudged[number] = 1;
      this.ofClasses[number] = this.judge(this.representative(number));
    }
    return this.ofClasses[number]!;
  }

  private ofRow(row: number): Answer {
    const answer = this.judge(this.columns.candidateAt(row));
    this.ofRows.set(row, answer);
    return answer;
  }

  private isConcerned(number: number): boolean {
    if (this.isJudged[number] === 0)
      this.isJudged[number] = this.concerns!(this.representative(number)) ? 1 : 2;
    return this.isJudged[number] === 1;
  }

  private representative(number: number): Candidate {
    return this.columns.representative(this.reading.of as Parameters<ProgramColumns['column']>[0], number);
  }
}
