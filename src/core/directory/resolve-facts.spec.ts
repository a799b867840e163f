import * as fc from 'fast-check';
import { arbitraryRecords } from '../../../test/properties/arbitrary-programs.js';
import { resolveFacts } from './resolve-facts.js';
import { stanceOf } from './resolved-facts.js';
import type { SourceRecord, StatedFacts } from './source-record.js';

const TODAY = '2026-11-24';

function said(facts: StatedFacts, record: Partial<SourceRecord> = {}): SourceRecord {
  return { source: 'directory', asOf: '2026-11-01', standing: 'self-reported', facts, ...record };
}

describe('several sources on one program', () => {
  it('are ranked by standing, then by date, then by name', () => {
    const { origins } = resolveFacts(
      [
        said({}, { source: 'b' }),
        said({}, { source: 'a' }),
        said({}, { source: 'newer', asOf: '2026-11-02' }),
        said({}, { source: 'call', standing: 'confirmed', asOf: '2020-01-01' }),
        said({}, { source: 'letter', standing: 'attested', asOf: '2020-01-01' }),
        said({}, { source: 'visit', standing: 'verified', asOf: '2020-01-01' }),
      ],
      TODAY,
    );
    expect(origins.map(({ source }) => source)).toEqual(['visit', 'letter', 'call', 'newer', 'a', 'b']);
  });

  it('give the statement of the better standing, even if another is newer', () => {
    const facts = resolveFacts(
      [
        said({ faithBased: true }, { source: 'visit', standing: 'verified', asOf: '2025-01-01' }),
        said({ faithBased: false }),
      ],
      TODAY,
    );
    expect(facts.values.faithBased).toEqual({ value: true, origin: 0 });
  });

  it('of the same standing give the newer statement', () => {
    const facts = resolveFacts(
      [
        said({ medications: { methadone: 'refuses' } }),
        said({ medications: { methadone: 'starts' } }, { source: 'later', asOf: '2026-11-02' }),
      ],
      TODAY,
    );
    expect(facts.medications).toEqual({ methadone: { stance: 'starts', origin: 0 } });
    expect(facts.origins[0]!.source).toBe('later');
  });

  it('complete one another, fact by fact and medication by medication', () => {
    const facts = resolveFacts(
      [
        said({ faithBased: true, medications: { methadone: 'starts' } }, { standing: 'verified' }),
        said({ slidingFee: true, medications: { naltrexone: 'continues' } }, { source: 'survey' }),
      ],
      TODAY,
    );
    expect(facts.values).toEqual({
      faithBased: { value: true, origin: 0 },
      slidingFee: { value: true, origin: 1 },
    });
    expect(facts.medications).toEqual({
      methadone: { stance: 'starts', origin: 0 },
      naltrexone: { stance: 'continues', origin: 1 },
    });
  });

  it('never make an answer depend on the order in which they come', () => {
    fc.assert(
      fc.property(
        arbitraryRecords.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          expect(JSON.stringify(resolveFacts(shuffled, TODAY))).toBe(
            JSON.stringify(resolveFacts(records, TODAY)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a list', () => {
  it('is resolved code by code', () => {
    const facts = resolveFacts(
      [
        said({ approaches: { yes: ['cbt'], no: ['rmc'] } }, { source: 'visit', standing: 'verified' }),
        said({ approaches: { yes: ['rmc', 'mi-met'] } }),
      ],
      TODAY,
    );
    expect(facts.lists.approaches).toEqual({
      codes: {
        cbt: { stance: 'yes', origin: 0 },
        'mi-met': { stance: 'yes', origin: 1 },
        rmc: { stance: 'no', origin: 0 },
      },
    });
  });

  it('lets a plain yes or no of any source go before a maybe', () => {
    const facts = resolveFacts(
      [
        said({ levelsOfCare: { maybe: ['op', 'iop', 'php'] } }, { source: 'visit', standing: 'verified' }),
        said({ levelsOfCare: { yes: ['op'], no: ['iop'] } }),
      ],
      TODAY,
    );
    expect(facts.lists.levelsOfCare?.codes).toEqual({
      iop: { stance: 'no', origin: 1 },
      op: { stance: 'yes', origin: 1 },
      php: { stance: 'maybe', origin: 0 },
    });
  });

  it('whose source claims to be complete is no for what it does not name', () => {
    const facts = resolveFacts([said({ genders: { yes: ['woman'], complete: true } })], TODAY);
    expect([stanceOf(facts, 'genders', 'woman'), stanceOf(facts, 'genders', 'man')]).toEqual(['yes', 'no']);
  });

  it('that is open leaves unknown what it does not name, and so does no list at all', () => {
    const facts = resolveFacts([said({ genders: { yes: ['woman'] } })], TODAY);
    expect([stanceOf(facts, 'genders', 'man'), stanceOf(facts, 'payers', 'medicaid')]).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('that is complete outranks what a lesser source adds', () => {
    const facts = resolveFacts(
      [
        said({ payers: { yes: ['private'], complete: true } }, { source: 'visit', standing: 'verified' }),
        said({ payers: { yes: ['medicaid'] } }),
      ],
      TODAY,
    );
    expect(facts.lists.payers).toEqual({
      codes: { medicaid: { stance: 'no', origin: 0 }, private: { stance: 'yes', origin: 0 } },
      complete: 0,
    });
  });

  it('that is complete, of a lesser source, removes nothing from a better one', () => {
    const facts = resolveFacts(
      [
        said({ payers: { yes: ['medicaid'] } }, { source: 'visit', standing: 'verified' }),
        said({ payers: { yes: ['private'], complete: true } }),
      ],
      TODAY,
    );
    expect([
      stanceOf(facts, 'payers', 'medicaid'),
      stanceOf(facts, 'payers', 'private'),
      stanceOf(facts, 'payers', 'tribal'),
    ]).toEqual(['yes', 'yes', 'no']);
  });
});

describe('a fact past its shelf life', () => {
  it('yields to the next source', () => {
    const facts = resolveFacts(
      [
        said({ waitDays: 3 }, { source: 'visit', standing: 'verified', asOf: '2026-11-09' }),
        said({ waitDays: 20 }, { asOf: '2026-11-20' }),
      ],
      TODAY,
    );
    expect(facts.values.waitDays).toEqual({ value: 20, origin: 1 });
    expect(facts.expired).toEqual([{ fact: 'waitDays', origin: 0 }]);
  });

  it('is unknown if no other source states it, and is still listed as expired', () => {
    const facts = resolveFacts([said({ waitDays: 3, faithBased: true }, { asOf: '2026-11-09' })], TODAY);
    expect(facts.values).toEqual({ faithBased: { value: true, origin: 0 } });
    expect(facts.expired).toEqual([{ fact: 'waitDays', origin: 0 }]);
  });

  it('takes a list with it', () => {
    const facts = resolveFacts([said({ licenses: { yes: ['dea'] } }, { asOf: '2025-11-01' })], TODAY);
    expect(facts.lists.licenses).toBeUndefined();
    expect(facts.expired).toEqual([{ fact: 'licenses', origin: 0 }]);
  });
});

describe('the day to resolve again', () => {
  it('is the first on which a fact that is known goes stale', () => {
    const facts = resolveFacts(
      [
        said({ prices: [], sessions: [] }, { asOf: '2026-11-01' }),
        said({ waitDays: 1 }, { source: 'visit', asOf: '2026-11-20' }),
        said({ waitDays: 1 }, { source: 'old', asOf: '2026-01-01' }),
      ],
      TODAY,
    );
    expect(facts.resolveAgainOn).toBe('2026-12-05');
  });

  it('resolves to something else on that day, and not before it', () => {
    const records = [said({ waitDays: 1 }, { asOf: '2026-11-20' })];
    const [before, on] = ['2026-12-04', '2026-12-05'].map(
      (day) => resolveFacts(records, day).values.waitDays,
    );
    expect(before).toEqual({ value: 1, origin: 0 });
    expect(on).toBeUndefined();
  });

  it('is absent where nothing goes stale', () => {
    expect(resolveFacts([said({ faithBased: true })], TODAY)).not.toHaveProperty('resolveAgainOn');
  });
});

describe('the point of a program', () => {
  const door = { latitude: 41.3, longitude: -72.9, precision: 'address' } as const;
  const center = { latitude: 41.4, longitude: -72.8, precision: 'postal-code' } as const;

  it('is that of the street address before the center of a ZIP code, whoever states it and when', () => {
    const old = said({ coordinates: door }, { source: 'list', asOf: '2021-04-01' });
    const seen = said({ coordinates: center }, { source: 'visit', standing: 'verified' });
    for (const records of [
      [old, seen],
      [seen, old],
    ])
      expect(resolveFacts(records, TODAY).values.coordinates).toEqual({ value: door, origin: 1 });
  });

  it('is, of two street addresses, that of the better standing, then the newer', () => {
    const other = { ...door, latitude: 41.2 };
    const of = (...records: SourceRecord[]) => resolveFacts(records, TODAY).values.coordinates?.value;
    const old = said({ coordinates: door }, { source: 'list', asOf: '2021-04-01' });
    expect(of(old, said({ coordinates: other }))).toEqual(other);
    expect(of({ ...old, standing: 'verified' }, said({ coordinates: other }))).toEqual(door);
  });
});

describe('a web site', () => {
  it('counts for ten years from the day of its source, and a newer one replaces it', () => {
    const old = said({ website: 'old.example' }, { source: 'list', asOf: '2017-01-01' });
    expect(resolveFacts([old], TODAY)).toMatchObject({
      values: { website: { value: 'old.example', origin: 0 } },
      resolveAgainOn: '2026-12-31',
    });
    expect(resolveFacts([old], '2026-12-31').expired).toEqual([{ fact: 'website', origin: 0 }]);
    const { values } = resolveFacts([old, said({ website: 'new.example' })], TODAY);
    expect(values.website).toEqual({ value: 'new.example', origin: 0 });
  });
});
