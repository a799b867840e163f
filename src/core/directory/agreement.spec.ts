import * as fc from 'fast-check';
import { canonical } from './agreement.js';
import { resolveFacts } from './resolve-facts.js';
import { stanceOf, surestOrigin } from './resolved-facts.js';
import type { SourceRecord, StatedFacts } from './source-record.js';

const TODAY = '2026-11-24';

const survey = (facts: StatedFacts): SourceRecord => ({
  source: 'survey',
  asOf: '2026-11-20',
  standing: 'self-reported',
  facts,
});

/** What one observer was told on a day. */
const observed = (observer: string, facts: StatedFacts, asOf = '2026-11-10', recordedAt?: string) =>
  ({
    source: 'observation',
    asOf,
    standing: 'confirmed',
    facts,
    observer,
    by: `Coach ${observer}`,
    ...(recordedAt === undefined ? {} : { recordedAt }),
  }) satisfies SourceRecord;

const resolve = (...records: SourceRecord[]) => resolveFacts(records, TODAY);

describe('observers who agree', () => {
  it('are counted, and the newest of them gives the date', () => {
    const facts = resolve(
      survey({ slidingFee: false }),
      observed('a', { slidingFee: true }),
      observed('b', { slidingFee: true }, '2026-11-12'),
    );
    expect(facts.values.slidingFee).toEqual({ value: true, origin: 0, confirmedBy: 2 });
    expect(facts.origins[0]).toEqual({
      source: 'observation',
      asOf: '2026-11-12',
      standing: 'confirmed',
      by: 'Coach b',
    });
    expect(facts).not.toHaveProperty('disputed');
  });

  it('count once each, however often they say it', () => {
    const facts = resolve(
      observed('a', { slidingFee: true }),
      observed('a', { slidingFee: true }, '2026-11-12'),
    );
    expect(facts.values.slidingFee?.confirmedBy).toBe(1);
  });

  it('agree on hours in whatever order they name them', () => {
    const evening = { day: 'tu', from: '18:00', to: '20:00' } as const;
    const morning = { day: 'sa', from: '09:00', to: '11:00' } as const;
    const facts = resolve(
      observed('a', { sessions: [evening, morning] }),
      observed('b', { sessions: [morning, evening] }),
    );
    expect(facts.values.sessions?.confirmedBy).toBe(2);
  });
});

describe('an observer', () => {
  it('counts with the newest statement only', () => {
    const facts = resolve(
      observed('a', { slidingFee: true }),
      observed('a', { slidingFee: false }, '2026-11-12'),
    );
    expect(facts.values.slidingFee).toEqual({ value: false, origin: 0, confirmedBy: 1 });
    expect(facts).not.toHaveProperty('disputed');
  });

  it('counts with the later of two statements of one day', () => {
    const facts = resolve(
      observed('a', { waitDays: 70 }, '2026-11-20', '2026-11-20T09:00:00Z'),
      observed('a', { waitDays: 7 }, '2026-11-20', '2026-11-20T09:05:00Z'),
    );
    expect(facts.values.waitDays?.value).toBe(7);
  });
});

describe('observers who disagree', () => {
  it('make the fact unknown, whatever a survey says', () => {
    const facts = resolve(
      survey({ slidingFee: true }),
      observed('a', { slidingFee: true }),
      observed('b', { slidingFee: false }, '2026-11-12'),
    );
    expect(facts.values.slidingFee).toBeUndefined();
    expect(facts.disputed).toEqual([{ fact: 'slidingFee', settled: false, origins: [0, 1] }]);
  });

  it('are settled by strictly more, and the minority stays on record', () => {
    const facts = resolve(
      observed('a', { slidingFee: true }),
      observed('b', { slidingFee: true }),
      observed('c', { slidingFee: false }, '2026-11-12'),
    );
    expect(facts.values.slidingFee).toEqual({ value: true, origin: 1, confirmedBy: 2 });
    expect(facts.disputed).toEqual([{ fact: 'slidingFee', settled: true, origins: [0] }]);
  });

  it.each(['attested', 'verified'] as const)('do not touch what is %s', (standing) => {
    const facts = resolve(
      { source: 'letter', asOf: '2026-01-01', standing, facts: { slidingFee: true } },
      observed('a', { slidingFee: false }),
      observed('b', { slidingFee: true }),
    );
    expect(facts.values.slidingFee).toEqual({ value: true, origin: 0 });
    expect(facts).not.toHaveProperty('disputed');
  });

  it('disagree on one code of a list or one medication, not on the others', () => {
    const facts = resolve(
      survey({ payers: { yes: ['medicaid', 'private'] }, medications: { methadone: 'starts' } }),
      observed('a', { payers: { yes: ['medicaid', 'self-pay'] }, medications: { methadone: 'starts' } }),
      observed('b', { payers: { no: ['medicaid'] }, medications: { methadone: 'refuses' } }),
    );
    expect(
      ['medicaid', 'private', 'self-pay'].map((payer) => stanceOf(facts, 'payers', payer as 'private')),
    ).toEqual(['unknown', 'yes', 'yes']);
    expect(facts.medications.methadone).toBeUndefined();
    expect(facts.disputed).toEqual([
      { fact: 'payers', code: 'medicaid', settled: false, origins: [0, 1] },
      { fact: 'medications', code: 'methadone', settled: false, origins: [0, 1] },
    ]);
  });

  it('on a code that a full list leaves out make it a maybe, never a no', () => {
    const facts = resolve(
      observed('a', { payers: { yes: ['medicaid'], complete: true } }),
      observed('b', { payers: { yes: ['private'] } }),
    );
    expect(stanceOf(facts, 'payers', 'private')).toBe('maybe');
    expect(stanceOf(facts, 'payers', 'tribal')).toBe('no');
  });
});

describe('a fact that changes from day to day', () => {
  it('has the value of the newer day, without dispute', () => {
    const facts = resolve(
      observed('a', { waitDays: 3 }, '2026-11-18'),
      observed('b', { waitDays: 9 }, '2026-11-20'),
    );
    expect(facts.values.waitDays).toEqual({ value: 9, origin: 0, confirmedBy: 1 });
    expect(facts).not.toHaveProperty('disputed');
  });

  it('is unknown if two observers disagree on one day', () => {
    const facts = resolve(
      survey({ waitDays: 5 }),
      observed('a', { waitDays: 3 }, '2026-11-20'),
      observed('b', { waitDays: 9 }, '2026-11-20'),
    );
    expect(facts.values.waitDays).toBeUndefined();
    expect(facts.disputed).toEqual([{ fact: 'waitDays', settled: false, origins: [0, 1] }]);
  });
});

describe('a record that ends by itself', () => {
  const certificate = (expiresOn: string): SourceRecord => ({
    source: 'verification',
    asOf: '2026-06-01',
    standing: 'verified',
    facts: { faithBased: true, sessions: [] },
    expiresOn,
  });

  it('counts until that day, and yields to the next from it on', () => {
    const records = [survey({ faithBased: false }), certificate('2026-11-24')];
    expect(resolveFacts(records, '2026-11-23').values.faithBased?.value).toBe(true);
    expect(resolveFacts(records, '2026-11-24').values.faithBased?.value).toBe(false);
    expect(resolveFacts(records, '2026-11-23').resolveAgainOn).toBe('2026-11-24');
  });

  it('never outlasts the shelf life of a fact', () => {
    expect(resolve(certificate('2027-06-01')).expired).toEqual([]);
    expect(resolveFacts([certificate('2028-06-01')], '2026-11-29').expired).toEqual([
      { fact: 'sessions', origin: 0 },
    ]);
  });

  it('adds no trust once no fact rests on it', () => {
    const records = [survey({ faithBased: false }), certificate('2026-11-24')];
    expect(surestOrigin(resolveFacts(records, '2026-11-23'))?.source).toBe('verification');
    expect(surestOrigin(resolveFacts(records, '2026-11-24'))?.source).toBe('survey');
  });
});

describe('observations in any number', () => {
  const observation = fc
    .record({
      observer: fc.constantFrom('a', 'b', 'c', 'd'),
      asOf: fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20'),
      at: fc.integer({ min: 10, max: 59 }),
      facts: fc.record(
        {
          waitDays: fc.constantFrom(1, 2),
          slidingFee: fc.boolean(),
          payers: fc.constantFrom({ yes: ['medicaid'] as const }, { no: ['medicaid'] as const }),
          medications: fc.constantFrom({ methadone: 'starts' as const }, { methadone: 'refuses' as const }),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ observer, asOf, at, facts }) => observed(observer, facts, asOf, `${asOf}T09:00:${at}Z`));
  // No two statements are recorded at the same moment.
  const observations = fc.uniqueArray(observation, {
    maxLength: 8,
    selector: ({ observer, recordedAt }) => `${observer} ${recordedAt}`,
  });

  it('resolve to the same in whatever order they come', () => {
    fc.assert(
      fc.property(
        observations.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          expect(JSON.stringify(resolveFacts(shuffled, TODAY))).toBe(
            JSON.stringify(resolveFacts(records, TODAY)),
          );
        },
      ),
    );
  });

  it('count if more observers agree than disagree, and not otherwise', () => {
    fc.assert(
      fc.property(observations, (records) => {
        const newest = new Map<string, boolean>();
        for (const { observer, facts } of [...records].sort((a, b) => canonicalOrder(a, b)))
          if (facts.slidingFee !== undefined) newest.set(observer, facts.slidingFee);
        const count = (wanted: boolean) => [...newest.values()].filter((value) => value === wanted).length;
        const [yes, no] = [count(true), count(false)];
        const { slidingFee } = resolveFacts([survey({ slidingFee: true }), ...records], TODAY).values;
        if (newest.size === 0) expect(slidingFee?.value).toBe(true);
        else if (yes === no) expect(slidingFee).toBeUndefined();
        else expect([slidingFee?.value, slidingFee?.confirmedBy]).toEqual([yes > no, Math.max(yes, no)]);
      }),
    );
  });

  it('never move what is verified', () => {
    const verified: SourceRecord = {
      source: 'verification',
      asOf: '2026-01-01',
      standing: 'verified',
      facts: { slidingFee: true, payers: { yes: ['medicaid'] }, medications: { methadone: 'starts' } },
    };
    fc.assert(
      fc.property(observations, (records) => {
        const facts = resolveFacts([...records, verified], TODAY);
        expect([
          facts.values.slidingFee?.value,
          stanceOf(facts, 'payers', 'medicaid'),
          facts.medications.methadone?.stance,
        ]).toEqual([true, 'yes', 'starts']);
      }),
    );
  });
});

it('One meaning has one text', () => {
  expect(canonical([{ b: 1, a: [2, 1] }, 'x'])).toBe(canonical(['x', { a: [1, 2], b: 1 }]));
  expect(canonical({ a: 1 })).not.toBe(canonical({ a: 2 }));
});

function canonicalOrder(a: SourceRecord, b: SourceRecord): number {
  return `${a.asOf}${a.recordedAt}` < `${b.asOf}${b.recordedAt}` ? -1 : 1;
}
