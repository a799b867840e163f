import * as fc from 'fast-check';
import { InstrumentCatalog } from '../../src/assessments/instrument-catalog.js';
import type { Answer, Answers, Instrument, Item, Scale } from '../../src/core/assessment/instrument.js';
import { isNeedless } from '../../src/core/assessment/is-needless.js';
import { reachableTotals } from '../../src/core/assessment/reachable-totals.js';
import { isAskedOf, scoreAnswers } from '../../src/core/assessment/score-answers.js';
import { scoreTotal } from '../../src/core/assessment/score-total.js';
import type { Respondent } from '../../src/core/assessment/screen-result.js';
import { searches } from '../support/searches.js';

const all = InstrumentCatalog.read().all();
const scored = all.filter(({ scales }) => scales.length > 0);
const answered = scored.filter(({ entry }) => entry === 'answers');
const named = (instruments: readonly Instrument[]) => instruments.map((one) => [one.id, one] as const);

const arbitraryRespondent: fc.Arbitrary<Respondent> = fc.record({
  age: fc.constantFrom(undefined, 18, 40, 80),
  sexAtBirth: fc.constantFrom(undefined, 'female' as const, 'male' as const),
});

/** Answers to every item, those that are not asked of everybody included. */
function arbitraryAnswers({ items }: Instrument): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(items.map((item) => [item.id, arbitraryAnswer(item)])));
}

function arbitraryAnswer({ kind, options = [], min = 0, max = 0 }: Item): fc.Arbitrary<Answer> {
  const values = options.map(({ value }) => value);
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...values);
    case 'choices':
      return fc.subarray(values as string[]);
    case 'integer':
      return fc.integer({ min, max });
    case 'text':
      return fc.string();
  }
}

describe.each(named(scored))('%s', (_id, instrument) => {
  it('puts every total in exactly one band, and every total can be reached', () => {
    for (const scale of instrument.scales) {
      const reachable =
        instrument.entry === 'total-only'
          ? range(scale)
          : [
              ...new Set([
                ...reachableTotals(instrument, scale, 'male'),
                ...reachableTotals(instrument, scale, 'female'),
              ]),
            ];
      expect(reachable.toSorted((a, b) => a - b)).toEqual(range(scale));
      if (scale.bands.length === 0) continue;
      for (const total of reachable)
        expect([total, scale.bands.filter(({ from, to }) => total >= from && total <= to).length]).toEqual([
          total,
          1,
        ]);
    }
  });

  it('reads an unknown sex never milder than either', () => {
    for (const scale of instrument.scales) {
      for (const value of range(scale).slice(0, 60)) {
        const positive = (respondent: Respondent) =>
          scoreTotal(instrument, { scale: scale.code, value, condition: 'opioid' }, respondent).scales[0]!
            .positive;
        if (positive({ sexAtBirth: 'female' }) || positive({ sexAtBirth: 'male' }))
          expect(positive({})).toBe(true);
      }
    }
  });

  it('tells a minor the total of an instrument for adults, and reads nothing from it', () => {
    const { scales, notForMinors } = scoreTotal(
      instrument,
      { scale: instrument.scales[0]!.code, value: instrument.scales[0]!.max, condition: 'opioid' },
      { age: 17 },
    );
    expect(notForMinors).toBe(instrument.adultsOnly);
    expect(scales[0]!.value).toBe(instrument.scales[0]!.max);
    if (instrument.adultsOnly) expect(scales[0]).toMatchObject({ band: null, cutOff: null, positive: null });
  });
});

describe.each(named(answered))('answers to %s', (_id, instrument) => {
  it('read as the total that they make, entered by hand', () => {
    fc.assert(
      fc.property(arbitraryAnswers(instrument), arbitraryRespondent, (answers, respondent) => {
        const result = scoreAnswers(instrument, answers, respondent, 'opioid');
        expect(result.status).toBe('complete');
        for (const scale of result.scales) {
          const entered = scoreTotal(
            instrument,
            { scale: scale.code, value: scale.value!, condition: 'opioid' },
            respondent,
          );
          expect(entered.scales).toEqual([scale]);
        }
      }),
      searches(60),
    );
  });

  it('never make a total while one that counts is missing', () => {
    fc.assert(
      fc.property(
        arbitraryAnswers(instrument),
        arbitraryRespondent,
        fc.constantFrom(...instrument.items),
        (answers, respondent, item) => {
          const { [item.id]: _taken, ...rest } = answers;
          const before = scoreAnswers(instrument, answers, respondent, 'opioid');
          const after = scoreAnswers(instrument, rest, respondent, 'opioid');
          for (const scale of instrument.scales.filter(({ items }) => items.includes(item.id))) {
            const [was, is] = [before, after].map(({ scales }) =>
              scales.find(({ code }) => code === scale.code)!,
            );
            if (isNeeded(item, answers, respondent, instrument)) {
              expect(is).toMatchObject({ value: null, band: null, positive: null });
              expect(is!.missing).toContain(item.id);
            } else expect(is!.value).toBe(was!.value! - pointsAnyway(item, answers, instrument));
          }
        },
      ),
      searches(60),
    );
  });
});

function range({ min, max }: Scale): number[] {
  return Array.from({ length: max - min + 1 }, (_, at) => min + at);
}

/** Points of an answer that was needless and counts all the same. */
function pointsAnyway(
  { id, options = [], countsAnyway }: Item,
  answers: Answers,
  { items }: Instrument,
): number {
  const item = items.find((one) => one.id === id)!;
  if (!countsAnyway || !isNeedless(item, items, (other) => answers[other])) return 0;
  return options.find(({ value }) => value === answers[id])?.score ?? 0;
}

function isNeeded(item: Item, answers: Answers, respondent: Respondent, { items }: Instrument): boolean {
  const dropped = items.some(({ id, options = [] }) =>
    options.some(({ value, drops = [] }) => value === answers[id] && drops.includes(item.id)),
  );
  const gated = isNeedless(item, items, (id) => answers[id]);
  return isAskedOf(item, respondent) && !dropped && !gated;
}
