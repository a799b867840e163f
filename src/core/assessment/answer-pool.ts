import type { Condition } from '../vocabulary/conditions.js';
import type { ClientStatement } from './assessment.js';
import type { Answer, Answers, Instrument } from './instrument.js';
import type { Subject } from './red-flag.js';

/** The answers of one person that count for several instruments: the AUDIT contains the AUDIT-C. */
export class AnswerPool {
  private readonly answers = new Map<string, Answer>();
  private readonly skipped: ReadonlySet<string>;

  constructor(private readonly statement: ClientStatement) {
    for (const { condition, answers } of statement.responses)
      for (const [item, answer] of Object.entries(answers)) this.answers.set(keyOf(item, condition), answer);
    this.skipped = new Set(
      (statement.skipped ?? []).flatMap(({ instrument, condition, items }) =>
        (items ?? instrument.items.map(({ id }) => id)).map((item) => keyOf(item, condition)),
      ),
    );
  }

  get(item: string, condition: Condition | undefined): Answer | undefined {
    return this.answers.get(keyOf(item, condition));
  }

  /** Whether the client would rather not answer it, for this condition or for every one. */
  isSkipped(item: string, condition: Condition | undefined): boolean {
    return this.skipped.has(keyOf(item, condition)) || this.skipped.has(keyOf(item, undefined));
  }

  /** Each instrument that was answered, once per condition, with all answers that count for it. */
  answered(): [Instrument, Answers, Subject, Condition | undefined][] {
    const seen = new Map<string, [Instrument, Answers, Subject, Condition | undefined]>();
    for (const { instrument, condition } of this.statement.responses) {
      const answers = Object.fromEntries(
        instrument.items.flatMap(({ id }) => {
          const answer = this.get(id, condition);
          return answer === undefined ? [] : [[id, answer]];
        }),
      );
      seen.set(`${instrument.id} ${condition ?? ''}`, [
        instrument,
        answers,
        subjectOf(instrument, this.statement.role),
        condition,
      ]);
    }
    return [...seen.values()];
  }
}

const keyOf = (item: string, condition: Condition | undefined) => `${condition ?? ''}/${item}`;

/** A family member answers for themselves if the instrument is made for families; otherwise as an observer. */
export function subjectOf({ respondents }: Instrument, role: ClientStatement['role']): Subject {
  return role === 'family' && !respondents.includes('family') ? 'loved_one' : 'self';
}
