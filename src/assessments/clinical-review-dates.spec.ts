import { InstrumentCatalog } from './instrument-catalog.js';
import { clinicalReviewDates, clinicalDueLines } from './clinical-review-dates.js';
import { readRuleTables } from './rule-tables.js';

const tables = readRuleTables(InstrumentCatalog.read().byId);

describe('the review calendar of the safety tables', () => {
  it('always lists lines that are not verified, with the reason', () => {
    expect(clinicalDueLines('2026-11-24')).toEqual([
      'Due for review on 2026-11-24: 3',
      '  overdue   2026-11-24  line findtreatment (not verified, so it is not shown; reviewed by nobody yet)',
      '  overdue   2026-11-24  line never-use-alone (not verified, so it is not shown; reviewed by nobody yet)',
      '  overdue   2026-11-24  line trevor (not verified, so it is not shown; reviewed by nobody yet)',
      `Next: 2026-12-31, ${tables.flags.length + tables.lines.size + tables.laws.length - 3} entries in all.`,
      `Signed by nobody yet: ${[
        tables.flags.length,
        tables.lines.size,
        tables.laws.length,
        tables.rules.rules.length,
      ]
        .map((count, at) => `${count} of ${count} ${['red flags', 'lines', 'laws', 'rules'][at]}`)
        .join(', ')} of the level of care.`,
    ]);
  });

  it('names a law that ends within the days asked for', () => {
    const named = (within?: number) =>
      clinicalDueLines('2026-11-30', within).filter((line) => line.includes(' law '));
    expect(named()).toEqual([]);
    expect(named(60)).toEqual([
      '  due soon  2026-12-31  law dea-telemedicine-2026 (DEA telemedicine flexibilities: controlled medicines without an earlier visit in person; ends on 2026-12-31; source seen in part; reviewed by nobody yet)',
    ]);
  });

  it.each([
    ['2027-04-22', 'later'],
    ['2027-04-23', 'due soon'],
    ['2027-05-22', 'due soon'],
    ['2027-05-23', 'overdue'],
  ])('on %s says of a message of the 23rd of May that it is %s', (day, state) => {
    const entry = clinicalReviewDates(tables, day).find(({ id }) => id === 'SF-SUI');
    expect(entry).toEqual({
      what: 'red flag',
      id: 'SF-SUI',
      dueOn: '2027-05-23',
      state,
      note: 'source seen',
      reviewedBy: null,
    });
  });
});
