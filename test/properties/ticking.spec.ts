import * as fc from 'fast-check';
import { resolveFacts } from '../../src/core/directory/resolve-facts.js';
import { type Candidate, toCandidate } from '../../src/core/matching/candidate.js';
import { EMPTY_NEED, type Need } from '../../src/core/matching/need.js';
import { ALL_CRITERIA } from '../../src/core/matching/rules/criteria/all-criteria.js';
import { scoreOf, weigh } from '../../src/core/matching/score.js';
import { CONDITIONS, SEVERITIES } from '../../src/core/vocabulary/conditions.js';
import { CODE_BOOK_2023 } from '../../src/interchange/samhsa/code-book-2023.js';
import { stateFacts } from '../../src/interchange/samhsa/state-facts.js';
import { seededKnowledge } from '../cases/seeded-knowledge.js';
import { searches } from '../support/searches.js';
import { TODAY } from './arbitrary-programs.js';

const knowledge = seededKnowledge();

/**
 * Boxes of the national directory that no sign reads: what nearly everybody ticks, tests that are a tool, comfort, and
 * what counts only where a client needs it (clinical/quality-signs.md §4b). None of them may move a program.
 */
// prettier-ignore
const UNREAD = [
  'ANG', 'BIA', 'SACA', 'TRC', 'STU', 'SSA', 'SMHD', 'PIEC', 'ISC', 'OPC', 'BABA', 'DAOF',
  'DAUT', 'STDT', 'TBS', 'MST', 'HBT', 'DP', 'HS', 'AOSS', 'EMP', 'TGD', 'TOD', 'HAEC',
  'TAEC', 'HEOH', 'SAE', 'ICO', 'GCO', 'VOC', 'HAV', 'HBV', 'ACU', 'CM', 'CCC', 'BC',
  'DVFP', 'EIH', 'MHS', 'SSD', 'TA', 'IPC', 'SPS',
] as const;

const OTHERS = [...CODE_BOOK_2023.lines.keys()].filter(
  (code) => !(UNREAD as readonly string[]).includes(code),
);

/** Codes of the same list: a list that is answered with this box alone is news by itself. */
function listOf(box: string): string[] {
  const { codes } = CODE_BOOK_2023.categories.find((category) => box in category.codes)!;
  return Object.keys(codes).filter((code) => code !== box);
}

function candidateOf(codes: ReadonlySet<string>): Candidate {
  const { facts } = stateFacts(codes, CODE_BOOK_2023, 'CT');
  const record = { source: 'directory', asOf: '2026-11-01', standing: 'self-reported' as const, facts };
  return toCandidate(
    { id: 'a', organizationId: 'b', state: 'CT', facts: resolveFacts([record], TODAY) },
    TODAY,
  );
}

const need: fc.Arbitrary<Need> = fc
  .record({
    condition: fc.constantFrom(...CONDITIONS),
    severity: fc.constantFrom(...SEVERITIES),
    importance: fc.constantFrom(1, 9),
  })
  .map(({ condition, severity, importance }) => ({
    ...EMPTY_NEED,
    conditions: [{ condition, severity }],
    payers: ['medicaid'],
    place: { latitude: 41.3, longitude: -72.9 },
    readiness: { importance },
  }));

describe('a box that no sign reads', () => {
  it('changes no score', () => {
    const row = fc.constantFrom(...UNREAD).chain((box) =>
      fc.record({
        box: fc.constant(box),
        ticked: fc.subarray(OTHERS, { maxLength: 60 }),
        beside: fc.constantFrom(...listOf(box)),
        extra: fc.subarray([...UNREAD], { maxLength: 8 }),
      }),
    );
    fc.assert(
      fc.property(need, row, (asked, { box, ticked, beside, extra }) => {
        const without = new Set([...ticked, beside, ...extra].filter((code) => code !== box));
        const scored = (codes: ReadonlySet<string>) =>
          scoreOf(asked, candidateOf(codes), weigh(asked, ALL_CRITERIA, knowledge.policy), knowledge);
        expect(scored(new Set([...without, box]))).toEqual(scored(without));
      }),
      searches(300),
    );
  });

  it('is a box of the book', () => {
    expect(UNREAD.filter((code) => !CODE_BOOK_2023.lines.has(code))).toEqual([]);
  });
});
