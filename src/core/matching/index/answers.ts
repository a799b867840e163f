import type { Candidate } from '../candidate.js';
import type { ClassColumn } from './class-column.js';
import type { Facts } from './fact-groups.js';
import type { ColumnName, ProgramColumns } from './program-columns.js';

/** What one rule says of each program of an index, for one need. What is said here is what scores, and what is told. */
export interface Answers<Answer> {
  at(row: number): Answer;
  /** Where programs of one class are all answered alike. */
  readonly byClass?: AnswersByClass<Answer>;
}

/** Judged when the first program of a kind comes by; it holds for all that are alike to the rule. */
export class AnswersByClass<Answer> implements Answers<Answer> {
  readonly column: ClassColumn<Facts>;
  private readonly answers: Answer[] = [];
  private isJudged: Uint8Array;

  constructor(
    private readonly columns: ProgramColumns,
    private readonly of: ColumnName,
    private readonly judge: (candidate: Candidate) => Answer,
  ) {
    this.column = columns.column(of);
    this.isJudged = new Uint8Array(this.column.classes);
  }

  get byClass(): this {
    return this;
  }

  /** Makes room for classes that came since. */
  fit(): this {
    const { classes } = this.column;
    if (this.isJudged.length < classes) {
      const wider = new Uint8Array(classes * 2);
      wider.set(this.isJudged);
      this.isJudged = wider;
    }
    return this;
  }

  at(row: number): Answer {
    return this.ofClass(this.column.ofRows[row]!);
  }

  ofClass(number: number): Answer {
    if (this.isJudged[number] === 0) {
      this.isJudged[number] = 1;
      this.answers[number] = this.judge(this.columns.representative(this.of, number));
    }
    return this.answers[number]!;
  }
}

/** By class, but for some programs that the need knows by name. */
export class AnswersButForNamed<Answer> implements Answers<Answer> {
  private readonly named: ReadonlyMap<number, Answer>;

  constructor(
    private readonly others: AnswersByClass<Answer>,
    named: Iterable<readonly [row: number, answer: Answer]>,
  ) {
    this.named = new Map(named);
  }

  at(row: number): Answer {
    return this.named.get(row) ?? this.others.at(row);
  }
}

/** Every program judged by itself. */
export class AnswersByProgram<Answer> implements Answers<Answer> {
  private readonly answers = new Map<number, Answer>();

  constructor(private readonly judge: (row: number) => Answer) {}

  at(row: number): Answer {
    let answer = this.answers.get(row);
    if (answer === undefined) this.answers.set(row, (answer = this.judge(row)));
    return answer;
  }
}
