import { forPerson } from '../../core/language/sentences.js';
import type { ConstraintCode, CriterionCode } from '../../core/matching/codes.js';
import { CONSTRAINTS } from '../../core/matching/rules/constraints/all-constraints.js';
import { CRITERIA } from '../../core/matching/rules/criteria/all-criteria.js';
import { cachedNeed, type Reads } from '../../core/matching/rules/reads.js';
import { WARNINGS_READ } from '../../core/matching/rules/warnings.js';
import type { Contribution } from '../../core/matching/score.js';
import type { Reason } from '../../core/matching/verdict.js';
import { toBriefProgram } from '../brief-program.dto.js';
import { toEvidence } from '../evidence-answer.js';
import { type AnswerContext, type RankedList, toWarning } from '../match-answer.js';
import type { KeptTexts, Piece, Shelf } from './kept-texts.js';

/** The texts that lines of one list are made of. What may be shared with other answers is kept, all else ends with it. */
export class LineTexts {
  private readonly sentences = new Map<Reason, string>();
  private readonly constraintsKept = new Map<ConstraintCode, boolean>();
  private readonly criteriaKept = new Map<CriterionCode, boolean>();
  private warningsKept: boolean | undefined;
  private readonly brief: Shelf;

  constructor(
    readonly kept: KeptTexts,
    private readonly list: RankedList,
    private readonly context: AnswerContext,
  ) {
    this.brief = kept.shelf('brief');
  }

  /**
   * Whether the verdicts of a constraint are said in codes of the vocabularies alone: only then they are facts of the
   * directory, and may be kept.
   */
  keepsConstraint(code: ConstraintCode): boolean {
    let keeps = this.constraintsKept.get(code);
    if (keeps === undefined)
      this.constraintsKept.set(code, (keeps = this.isInCodes(CONSTRAINTS[code].reads)));
    return keeps;
  }

  keepsCriterion(code: CriterionCode): boolean {
    let keeps = this.criteriaKept.get(code);
    if (keeps === undefined) {
      const criterion = CRITERIA[code];
      this.criteriaKept.set(code, (keeps = !criterion.wishes && this.isInCodes(criterion.reads)));
    }
    return keeps;
  }

  private isInCodes(reads: Reads): boolean {
    const { track } = this.list;
    return cachedNeed(reads, track.needOf(this.context.need)) !== undefined;
  }

  /** The sentence for the person. */
  sentence(reason: Reason): string {
    let sentence = this.sentences.get(reason);
    if (sentence === undefined)
      this.sentences.set(reason, (sentence = forPerson(reason, this.context.language)));
    return sentence;
  }

  /** What speaks against a program, as JSON; text where it is not kept. */
  warnings(warnings: readonly Reason[]): Piece | string {
    if (warnings.length === 0) return '[]';
    const { language } = this.context;
    const make = () => JSON.stringify(warnings.map((each) => toWarning(each, language)));
    this.warningsKept ??= this.isInCodes(WARNINGS_READ);
    return this.warningsKept ? this.kept.shelf(`warnings ${language}`).get(warnings, make) : make();
  }

  /** What is needed of a program to call it, as JSON. */
  briefProgram(row: number): Piece {
    const { shown } = this.context.snapshot;
    return this.brief.part(shown, row, () => JSON.stringify(toBriefProgram(shown.at(row).program)));
  }

  /** How far the essentials of good care are reported, as JSON; text where it is not kept. */
  evidence(criteria: readonly Contribution[]): Piece | string {
    const { language, snapshot } = this.context;
    const make = () => JSON.stringify(toEvidence(criteria, snapshot.policy, language));
    const [first, ...others] = criteria.filter(({ components, signs }) => components ?? signs);
    if (!first || ![first, ...others].every(({ code }) => this.keepsCriterion(code))) return make();
    const numbers = others.map(({ reason }) => numberOf(reason)).join(' ');
    return this.kept.shelf(`evidence ${language}`).part(first.reason, numbers, make);
  }
}

/** A number for each object that is asked about, so that it can be part of a name. */
const numbers = new WeakMap<object, number>();
let lastNumber = 0;
function numberOf(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) numbers.set(object, (number = lastNumber += 1));
  return number;
}
