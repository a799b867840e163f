import type { Candidate } from '../candidate.js';
import type { Judgement } from '../rules/criterion.js';
import type { Outcome, Verdict } from '../verdict.js';
import type { ClassColumn } from './dictionary-column.js';
import type { Facts } from './column-groups.js';
import type { ColumnName, ProgramColumns } from './program-columns.js';

/** What one rule says of each program of an index, for one need. What is said here is what scores, and what is told. */
export interface Answers<Answer> {
  at(row: number): Answer;
  /** Where many programs are answered alike. */
  readonly inKinds?: AnswersInKinds;
}

/** What answers come to, in numbers: so that many rows are gone through without an object. */
export interface AnswersInKinds {
  /** For each measure, what the answers of each kind come to. */
  readonly measured: readonly (readonly number[])[];
  /** Tells the kind of each of some rows. */
  kindsOf(rows: Uint32Array, into: Uint32Array): void;
}

/** What an answer comes to, in numbers. */
export type Measures<Answer> = readonly ((answer: Answer) => number)[];

/** Outcomes by their number; a constraint that says nothing of a program comes first. */
export const OUTCOMES: readonly (Outcome | undefined)[] = [undefined, 'meets', 'fails', 'unknown'];

/** Of a verdict: the number of its outcome. */
export const OUTCOME: Measures<Verdict | undefined> = [(verdict) => OUTCOMES.indexOf(verdict?.verdict)];

/** Of a judgement: its value, and what of it is known. */
export const VALUE_AND_KNOWN: Measures<Pick<Judgement, 'value' | 'known'>> = [
  ({ value }) => value,
  ({ known }) => known,
];

/**
 * Judged when the first program of a class comes by; it holds for all that are alike to the rule. What answers come to is
 * kept in numbers, a few bytes a class; the words are found again for the few that are told.
 */
export class AnswersByClass<Answer> implements Answers<Answer>, AnswersInKinds {
  readonly measured: readonly (readonly number[])[];
  /** For each class one more than the kind of its answer; 0 where nobody asked yet. */
  private kinds: Uint16Array | Uint32Array;
  /** The same for each row, as far as somebody looked and the number fits; only of what is asked again and again. */
  private kindsOfRows: Uint8Array | undefined;
  private readonly column: ClassColumn<Facts>;
  private readonly kindOfMeasures = new Map<string, number>();
  private readonly told = new Map<number, Answer>();
  private readonly judgeClass: (number: number) => Answer;
  private readonly measure: (number: number) => number[];

  /** @param measures what two answers have to come to alike to be of one kind */
  constructor(
    private readonly columns: ProgramColumns,
    of: ColumnName,
    judge: (candidate: Candidate) => Answer,
    measures: Measures<Answer>,
  ) {
    this.column = columns.column(of);
    this.kinds = new Uint16Array(this.column.classes);
    this.measured = measures.map(() => []);
    this.judgeClass = (number) => judge(columns.representative(of, number));
    this.measure = (number) => {
      const answer = this.judgeClass(number);
      return measures.map((each) => each(answer));
    };
  }

  get inKinds(): this {
    return this;
  }

  /** Makes room for classes and rows that came since. */
  fit(): this {
    const { classes } = this.column;
    if (this.kindsOfRows && this.kindsOfRows.length < this.columns.length)
      this.kindsOfRows = copied(this.kindsOfRows, new Uint8Array(this.columns.room));
    if (this.kinds.length < classes) {
      const Same = this.kinds.constructor as new (length: number) => Uint16Array | Uint32Array;
      this.kinds = copied(this.kinds, new Same(classes * 2));
    }
    return this;
  }

  at(row: number): Answer {
    return this.ofClass(this.column.ofRows[row]!);
  }

  ofClass(number: number): Answer {
    let answer = this.told.get(number);
    if (answer === undefined) this.told.set(number, (answer = this.judgeClass(number)));
    return answer;
  }

  /** From now on what is found for a row is kept for it: a byte a row, and the rows of one place lie together. */
  keepRows(): void {
    this.kindsOfRows ??= new Uint8Array(this.columns.room);
  }

  /** Goes by classes again. */
  forgetRows(): void {
    this.kindsOfRows = undefined;
  }

  kindsOf(rows: Uint32Array, into: Uint32Array): void {
    const known = this.kindsOfRows ?? NOTHING_KNOWN;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const kind = row < known.length ? known[row]! : 0;
      into[i] = (kind === 0 ? this.findAt(row) : kind) - 1;
    }
  }

  private findAt(row: number): number {
    const number = this.column.ofRows[row]!;
    const known = this.kinds[number]!;
    const kind = known === 0 ? this.find(number) : known;
    if (kind <= 0xff && this.kindsOfRows) this.kindsOfRows[row] = kind;
    return kind;
  }

  private find(number: number): number {
    const measures = this.measure(number);
    const key = measures.join();
    let kind = this.kindOfMeasures.get(key);
    if (kind === undefined) {
      kind = this.kindOfMeasures.size + 1;
      this.kindOfMeasures.set(key, kind);
      measures.forEach((each, i) => (this.measured[i] as number[]).push(each));
      if (kind > 0xffff && this.kinds instanceof Uint16Array)
        this.kinds = copied(this.kinds, new Uint32Array(this.kinds.length));
    }
    this.kinds[number] = kind;
    return kind;
  }
}

/** Yes or no, for all programs of a class alike. */
export class FlagsByClass implements Answers<boolean> {
  private readonly column: ClassColumn<Facts>;
  /** For each class `NO` or `YES`; 0 where nobody asked yet. */
  private flags: Uint8Array;

  constructor(
    private readonly columns: ProgramColumns,
    private readonly of: ColumnName,
    private readonly holds: (candidate: Candidate) => boolean,
  ) {
    this.column = columns.column(of);
    this.flags = new Uint8Array(this.column.classes);
  }

  /** Makes room for classes that came since. */
  fit(): this {
    const { classes } = this.column;
    if (this.flags.length < classes) this.flags = copied(this.flags, new Uint8Array(classes * 2));
    return this;
  }

  at(row: number): boolean {
    const number = this.column.ofRows[row]!;
    const flag = this.flags[number]!;
    return (flag === 0 ? this.find(number) : flag) === YES;
  }

  private find(number: number): number {
    return (this.flags[number] = this.holds(this.columns.representative(this.of, number)) ? YES : NO);
  }
}

const NOTHING_KNOWN = new Uint8Array();

const NO = 1;
const YES = 2;

function copied<T extends Uint8Array | Uint16Array | Uint32Array>(from: ArrayLike<number>, to: T): T {
  to.set(from);
  return to;
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
