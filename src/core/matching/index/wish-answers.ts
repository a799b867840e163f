import type { ConstraintCode } from '../codes.js';
import type { Knowledge } from '../constraint.js';
import { featureOf, judgeFeatures, type Wished, type Wishes } from '../criteria/preferences.js';
import type { Judgement } from '../criterion.js';
import type { Verdict } from '../verdict.js';
import { type Answers, AnswersByClass } from './answers.js';
import { OUTCOMES } from './measures.js';
import type { ProgramColumns } from './program-columns.js';
import { sharedAnswers } from './shared-answers.js';

type Feature = ReturnType<typeof featureOf>[number];
type OneWish = Answers<readonly Feature[]>;

/** Of what a wish finds: the number of the outcome that says so, or of none. */
const PRESENCE = ([feature]: readonly Feature[]): number =>
  OUTCOMES.indexOf(
    feature && (feature.present === undefined ? 'unknown' : feature.present ? 'meets' : 'fails'),
  );

/** What wishes come to: programs that have the same of what is wished for are judged once. */
export class WishAnswers implements Answers<Judgement> {
  private readonly wished: readonly OneWish[];
  private readonly unwished: readonly OneWish[];
  /** For each wish what a program has of it, in numbers. */
  private readonly presences: readonly ((row: number) => number)[];
  /** A tree: the turning at which a program comes next, by the one it is at and what it has of the next wish. */
  private readonly next: number[] = [];
  private turnings = 0;
  private readonly judged: Judgement[] = [];

  constructor(
    columns: ProgramColumns,
    { wished, unwished }: Wishes,
    verdictsOn: (code: ConstraintCode) => Answers<Verdict | undefined>,
    private readonly knowledge: Knowledge,
  ) {
    const ask = (each: Wished): OneWish => {
      if ('constraint' in each) {
        const verdicts = verdictsOn(each.constraint.code);
        return { at: (row) => featureOf(each, verdicts.at(row)) };
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
    this.presences = [...this.wished, ...this.unwished].map(presenceAt);
  }

  at(row: number): Judgement {
    let turning = 0;
    for (const presenceOf of this.presences) {
      const way = turning * OUTCOMES.length + presenceOf(row);
      turning = this.next[way] ??= ++this.turnings;
    }
    return (this.judged[turning] ??= this.judge(row));
  }

  private judge(row: number): Judgement {
    const featuresIn = (answers: readonly OneWish[]) => answers.flatMap((each) => each.at(row));
    return judgeFeatures(featuresIn(this.wished), featuresIn(this.unwished), this.knowledge.policy);
  }
}

function presenceAt(wish: OneWish): (row: number) => number {
  const { byClass } = wish;
  if (!byClass) return (row) => PRESENCE(wish.at(row));
  const classes = byClass.column.ofRows;
  const [presences] = byClass.measured;
  return (row) => presences![byClass.kindOf(classes[row]!)]!;
}
