import { featureOf, judgeFeatures, type Wished, type Wishes } from '../criteria/preferences.js';
import type { Judgement } from '../criterion.js';
import type { Knowledge } from '../constraint.js';
import { sharedAnswers } from './shared-answers.js';
import type { Verdict } from '../verdict.js';
import { type Answers, AnswersByClass } from './answers.js';
import type { ConstraintCode } from '../codes.js';
import type { ProgramColumns } from './program-columns.js';

type Feature = ReturnType<typeof featureOf>[number];

/** What wishes come to: programs that have the same of what is wished for are judged once. */
export class WishAnswers implements Answers<Judgement> {
  private readonly judged = new Map<string, Judgement>();
  private readonly wished: readonly Answers<readonly Feature[]>[];
  private readonly unwished: readonly Answers<readonly Feature[]>[];

  constructor(
    columns: ProgramColumns,
    { wished, unwished }: Wishes,
    verdictsOn: (code: ConstraintCode) => Answers<Verdict | undefined>,
    private readonly knowledge: Knowledge,
  ) {
    const ask = (each: Wished): Answers<readonly Feature[]> => {
      if ('constraint' in each) {
        const verdicts = verdictsOn(each.constraint.code);
        return { at: (row) => featureOf(each, verdicts.at(row)) };
      }
      // A wish is a word of the vocabulary or of the registry.
      return sharedAnswers(columns, knowledge, 'wish', `${each.of} ${each.code}`, () => {
        const feature = (present: boolean | undefined) => [{ code: each.code, present }];
        const [yes, no, open] = [feature(true), feature(false), feature(undefined)];
        return new AnswersByClass(columns, each.of, (candidate) => {
          const present = each.isPresent(candidate);
          return present === undefined ? open : present ? yes : no;
        });
      });
    };
    this.wished = wished.map(ask);
    this.unwished = unwished.map(ask);
  }

  at(row: number): Judgement {
    const key = this.wished.map(keyAt(row)).join('') + this.unwished.map(keyAt(row)).join('');
    let judgement = this.judged.get(key);
    if (!judgement) {
      const featuresIn = (answers: readonly Answers<readonly Feature[]>[]) =>
        answers.flatMap((each) => each.at(row));
      judgement = judgeFeatures(featuresIn(this.wished), featuresIn(this.unwished), this.knowledge.policy);
      this.judged.set(key, judgement);
    }
    return judgement;
  }
}

function keyAt(row: number): (answers: Answers<readonly Feature[]>) => string {
  return (answers) => {
    const [feature] = answers.at(row);
    if (!feature) return '-';
    return feature.present === undefined ? '?' : feature.present ? 'y' : 'n';
  };
}
