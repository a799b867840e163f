import { acceptance, brakeSentence, brakesOn, type BrakeFigures } from './brakes.js';

const QUIET: BrakeFigures = {
  withdrawn: 0,
  published: 12_744,
  rows: 12_744,
  rowsBefore: 12_744,
  unknownCodes: 0,
  codes: 700_000,
};
const stopped = (changes: Partial<BrakeFigures>, accepted = {}) =>
  brakesOn({ ...QUIET, ...changes }, accepted).map(acceptance);

describe('An import is stopped', () => {
  it('never by an ordinary edition, nor by the first one', () => {
    expect(stopped({})).toEqual([]);
    expect(stopped({ published: 0, rowsBefore: null })).toEqual([]);
  });

  it.each<[string, Partial<BrakeFigures>, string[]]>([
    ['a tenth of the programs withdrawn is let through', { withdrawn: 1000, published: 10_000 }, []],
    ['more is not', { withdrawn: 1001, published: 10_000 }, ['withdrawn=1001']],
    ['80 % of the rows are let through', { rows: 800, rowsBefore: 1000 }, []],
    ['fewer are not', { rows: 799, rowsBefore: 1000 }, ['rows=799']],
    ['5 % unknown codes are let through', { unknownCodes: 50, codes: 1000 }, []],
    ['more are not', { unknownCodes: 51, codes: 1000 }, ['unknown-codes=51']],
    ['a file that was cut off', { withdrawn: 12_736, rows: 8 }, ['withdrawn=12736', 'rows=8']],
  ])('%s', (_what, changes, brakes) => {
    expect(stopped(changes)).toEqual(brakes);
  });

  it('until the very figure is accepted: another one was not looked at', () => {
    expect(stopped({ withdrawn: 4180 }, { withdrawn: 4180 })).toEqual([]);
    expect(stopped({ withdrawn: 4181 }, { withdrawn: 4180 })).toEqual(['withdrawn=4181']);
    expect(stopped({ withdrawn: 12_736, rows: 8 }, { rows: 8 })).toEqual(['withdrawn=12736']);
  });

  it('with the figures in a sentence', () => {
    expect(
      brakesOn({ ...QUIET, withdrawn: 12_736, rows: 8, unknownCodes: 100_000 }).map(brakeSentence),
    ).toEqual([
      'It would withdraw 12,736 of the 12,744 published programs of this source (99.9 %); an import stops above 10 %. The file may be incomplete.',
      'The file has 8 rows, the last one of this source had 12,744 (0.1 %); an import stops below 80 %. The file may be cut off.',
      '100,000 of 700,000 codes are not in the code book (14.3 %); an import stops above 5 %. The file may be of another edition.',
    ]);
  });
});
