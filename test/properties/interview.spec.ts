import * as fc from 'fast-check';
import { assess } from '../../src/core/assessment/assess.js';
import type { Assessment, ClientStatement } from '../../src/core/assessment/assessment.js';
import type { Answer, Item } from '../../src/core/assessment/instrument.js';
import type { NeedQuestionCode } from '../../src/core/assessment/need-questions.js';
import { shipped } from '../cases/assessment-case.js';
import { searches } from '../support/searches.js';

const EMPTY: ClientStatement = {
  role: 'self',
  respondent: {},
  responses: [],
  totals: [],
  skipped: [],
  conditions: [],
  risks: {},
};

/** Decides one thing after the other by a list of numbers, from its start again once it is used up. */
class Decisions {
  private at = 0;
  constructor(private readonly numbers: readonly number[]) {}

  below(limit: number): number {
    return this.numbers[this.at++ % this.numbers.length]! % limit;
  }
}

function answerTo({ kind, options = [], min = 0, max = 0 }: Item, decisions: Decisions): Answer {
  switch (kind) {
    case 'choice':
      return options[decisions.below(options.length)]!.value;
    case 'choices':
      return options.flatMap(({ value }) => (decisions.below(4) === 0 ? [String(value)] : []));
    case 'integer':
      return min + decisions.below(Math.min(max - min, 90) + 1);
    case 'text':
      return '';
  }
}

interface Turn {
  readonly asked: readonly string[];
  readonly result: Assessment;
}

/** An interview with somebody who answers anything, in whole or in part, or skips it; and the need now or later. */
function interview(role: ClientStatement['role'], decisions: Decisions): Turn[] {
  const turns: Turn[] = [];
  const given = new Set<NeedQuestionCode>();
  const skippedNeeds = new Set<NeedQuestionCode>();
  let cannotLeaveWork: boolean | undefined;
  let statement: ClientStatement = { ...EMPTY, role };
  for (let turn = 0; turn < 300; turn++) {
    const age = statement.responses.find(({ answers }) => typeof answers['age'] === 'number')?.answers['age'];
    statement = {
      ...statement,
      respondent: typeof age === 'number' ? { age } : {},
      need: {
        given: new Set(given),
        skipped: new Set(skippedNeeds),
        ...(cannotLeaveWork === undefined ? {} : { cannotLeaveWork }),
      },
    };
    const result = assess(statement, shipped);
    const { next, needQuestions } = result;
    const [need] = needQuestions;
    if (!next && !need) return [...turns, { asked: [], result }];
    // Who knows the need answers it between the other questions.
    if (need && (!next || decisions.below(6) === 0)) {
      turns.push({ asked: [need.code], result });
      if (decisions.below(3) === 0) skippedNeeds.add(need.code);
      else {
        given.add(need.code);
        if (need.code === 'work') cannotLeaveWork = decisions.below(2) === 0;
      }
      continue;
    }
    const { instrument, condition, items } = next!;
    const set = { instrument, ...(condition ? { condition } : {}) };
    const chosen = items.slice(0, 1 + decisions.below(items.length));
    turns.push({ asked: chosen.map(({ id }) => `${condition ?? ''}/${id}`), result });
    if (decisions.below(3) === 0)
      statement = {
        ...statement,
        skipped: [...statement.skipped!, { ...set, items: chosen.map(({ id }) => id) }],
      };
    else {
      const answers = Object.fromEntries(chosen.map((item) => [item.id, answerTo(item, decisions)]));
      statement = { ...statement, responses: [...statement.responses, { ...set, answers }] };
    }
  }
  throw new Error('The interview never ends.');
}

describe.each(['self', 'family'] as const)('an interview with random answers, role %s', (role) => {
  it('ends, asks nothing twice, and never says more progress than there is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 80 }), (numbers) => {
        const turns = interview(role, new Decisions(numbers));
        const asked = turns.flatMap((turn) => turn.asked);
        expect(asked.filter((one, at) => asked.indexOf(one) < at)).toEqual([]);
        const results = turns.map(({ result }) => result);
        results.forEach(({ progress: { answered, atMost }, contradictions }, at) => {
          expect(answered).toBeLessThanOrEqual(atMost);
          if (at === 0) return;
          const before = results[at - 1]!;
          expect(answered).toBeGreaterThanOrEqual(before.progress.answered);
          // An answer that contradicts an earlier one can call for questions that the earlier one had closed.
          if (contradictions.length === before.contradictions.length)
            expect(atMost).toBeLessThanOrEqual(before.progress.atMost);
        });
        const { answered, atMost } = results.at(-1)!.progress;
        expect(answered).toBe(atMost);
      }),
      // A step is slow and has many answers: a smaller example would take minutes.
      { ...searches(8), endOnFailure: true },
    );
  });
});
