import type { ConstraintCode } from '../codes.js';
import type { Knowledge } from '../rules/constraint.js';
import { featureOf, judgeFeatures, type Wished, type Wishes } from '../rules/criteria/preferences.js';
import type { Judgement } from '../rules/criterion.js';
import type { Verdict } from '../verdict.js';
import { type Answers, AnswersByClass, type AnswersInKinds, OUTCOMES } from './rule-results.js';
import type { ProgramColumns } from './program-columns.js';
import { sharedAnswers } from './result-cache.js';

type Feature = ReturnType<typeof featureOf>[number];
type OneWish = Answers<readonly Feature[]>;

/** Of what a wish finds: the number of the outcome that says so, or of none. */
const PRESENCE = ([feature]: readonly Feature[]): number =>
  OUTCOMES.indexOf(
    feature && (feature.present === undefined ? 'unknown' : feature.present ? 'meets' : 'fails'),
  );

/** What wishes come to: programs that have the same of what is wished for are of one kind, and judged once. */
export class WishAnswers implements Answers<Judgement>, AnswersInKinds {
  readonly measured: readonly [values: number[], knowns: number[]] = [[], []];
  private readonly wished: readonly OneWish[];
  private readonly unwished: readonly OneWish[];
  /** A tree: the turning at which a program comes next, by the one it is at and what it has of the next wish. */
  private readonly next: number[] = [];
  private turnings = 0;

  constructor(
    columns: ProgramColumns,
    { wished, unwished }: Wishes,
    verdictsOn: (code: ConstraintCode) => Answers<Verdict | undefined>,
    private readonly knowledge: Knowledge,
  ) {
    const ask = (each: Wished): OneWish => {
      if ('constraint' in each) {
        const verdicts = verdictsOn(each.constraint.code);
        // A verdict that is a wish is there, is not, or is unknown by the same numbers.
        const { inKinds } = verdicts;
        return { at: (row) => featureOf(each, verdicts.at(row)), ...(inKinds ? { inKinds } : {}) };
      }
      // A wish is a word of the vocabulary or of the registry.
      return sharedAnswers(columns, knowledge, 'wish', `${each.of} ${each.code}`, () => {
        const feature = (present: boolean | undefined): readonly Feature[] => [{ code: each.code, present }];
        const [yes, no, open] = [feature(true), feature(false), feature(undefined)];
        return new AnswersByClass(
          columns,
          each.of,
          (candidate) => {
            const present = each.isPresent(candidate);
            return present === undefined ? open : present ? yes : no;
          },
          [PRESENCE],
        );
      });
    };
    this.wished = wished.map(ask);
    this.unwished = unwished.map(ask);
  }

  get inKinds(): this {
    return this;
  }

  at(row: number): Judgement {
    return this.judge(row);
  }

  /** The last turning of each row is its kind. */
  kindsOf(rows: Uint32Array, into: Uint32Array): void {
    into.fill(0, 0, rows.length);
    const kinds = new Uint32Array(rows.length);
    for (const wish of [...this.wished, ...this.unwished]) {
      if (wish.inKinds) wish.inKinds.kindsOf(rows, kinds);
      const presences = wish.inKinds?.measured[0];
      for (let i = 0; i < rows.length; i++) {
        const presence = presences ? presences[kinds[i]!]! : PRESENCE(wish.at(rows[i]!));
        const way = into[i]! * OUTCOMES.length + presence;
        into[i] = this.next[way] ??= ++this.turnings;
      }
    }
    const [values, knowns] = this.measured;
    for (let i = 0; i < rows.length; i++) {
      const kind = into[i]!;
      if (values[kind] !== undefined) continue;
      const { value, known } = this.judge(rows[i]!);
      values[kind] = value;
      knowns[kind] = known;
    }
  }

  private judge(row: number): Judgement {
    const featuresIn = (answers: readonly OneWish[]) => answers.flatMap((each) => each.at(row));
    return judgeFeatures(featuresIn(this.wished), featuresIn(this.unwished), this.knowledge.policy);
  }
}
