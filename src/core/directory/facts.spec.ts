import { Ajv } from 'ajv';
import type { FactTable, StatementOf } from './fact-definition.js';
import { FACT_KEYS } from './fact-keys.js';
import { FACTS } from './facts.js';
import { factsSchema } from './facts-schema.js';
import { factsToResolve, resolveFacts } from './resolve-facts.js';
import type { SourceRecord } from './source-record.js';

const TODAY = '2026-11-24';

/** The directory's facts, and one additional fact of each kind. */
const MORE_FACTS = {
  ...FACTS,
  addedList: {
    kind: 'list',
    codes: ['breakfast', 'lunch', 'dinner'],
    example: { yes: ['lunch'], no: ['dinner'] },
    matched: false,
  },
  addedFlag: { kind: 'flag', example: true, matched: false },
  addedCode: { kind: 'code', codes: ['single', 'shared'], example: 'shared', matched: false },
  addedValue: {
    kind: 'value',
    schema: { type: 'integer', minimum: 0 },
    example: 4,
    matched: false,
    shelfLifeDays: 2,
    movesDaily: true,
  },
} as const satisfies FactTable;

type StatedFacts = { readonly [Key in keyof typeof MORE_FACTS]?: StatementOf<(typeof MORE_FACTS)[Key]> };

const STATED = {
  payers: { yes: ['medicaid'] },
  addedList: { yes: ['lunch'], no: ['dinner'] },
  addedFlag: false,
  addedCode: 'single',
  addedValue: 3,
} as const satisfies StatedFacts;

describe('a fact that is added to the table', () => {
  const check = new Ajv({ allErrors: true, strict: true }).compile(factsSchema(MORE_FACTS));

  it('is allowed by the schema', () => {
    expect([check(STATED), check.errors]).toEqual([true, null]);
  });

  it.each([
    ['addedList', { yes: ['supper'] }],
    ['addedFlag', 'yes'],
    ['addedCode', 'double'],
    ['addedValue', -1],
  ])('is refused by the schema where it is stated wrongly: %s', (fact, value) => {
    expect(check({ [fact]: value })).toBe(false);
    expect(check.errors![0]!.instancePath).toMatch(new RegExp(`^/${fact}`));
  });

  const record = (facts: object, changes: Partial<SourceRecord> = {}): SourceRecord => ({
    source: 'call',
    asOf: '2026-11-23',
    standing: 'confirmed',
    facts,
    ...changes,
  });

  it('is resolved, with its origin', () => {
    const resolved = resolveFacts([record(STATED)], TODAY, factsToResolve(MORE_FACTS));
    expect(resolved.lists).toEqual({
      payers: { codes: { medicaid: { stance: 'yes', origin: 0 } } },
      addedList: { codes: { lunch: { stance: 'yes', origin: 0 }, dinner: { stance: 'no', origin: 0 } } },
    });
    expect(resolved.values).toEqual({
      addedFlag: { value: false, origin: 0 },
      addedCode: { value: 'single', origin: 0 },
      addedValue: { value: 3, origin: 0 },
    });
    expect(resolved.resolveAgainOn).toBe('2026-11-26');
  });

  it('expires by its own shelf life', () => {
    const resolved = resolveFacts(
      [record(STATED, { asOf: '2026-11-20' })],
      TODAY,
      factsToResolve(MORE_FACTS),
    );
    expect(resolved.expired).toEqual([{ fact: 'addedValue', origin: 0 }]);
    expect(resolved.values).not.toHaveProperty('addedValue');
  });

  it('follows the newest day where it moves daily, and is disputed where it does not', () => {
    const earlier = record({ addedValue: 0, addedFlag: true }, { asOf: '2026-11-23', observer: 'one' });
    const later = record({ addedValue: 3, addedFlag: false }, { asOf: '2026-11-24', observer: 'two' });
    const resolved = resolveFacts([earlier, later], TODAY, factsToResolve(MORE_FACTS));
    expect(resolved.values).toEqual({ addedValue: { value: 3, origin: 0, confirmedBy: 1 } });
    expect(resolved.disputed).toEqual([{ fact: 'addedFlag', settled: false, origins: [0, 1] }]);
  });
});

describe('the names of facts', () => {
  it('are those of the table, each once', () => {
    expect([...FACT_KEYS].sort()).toEqual(Object.keys(FACTS).sort());
  });
});
