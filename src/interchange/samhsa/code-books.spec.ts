import { codeBookOf } from './code-books.js';
import { NOTHING } from './code-book.js';
import { ImportRefused } from '../import-run/import-refused.js';

describe('code books', () => {
  it('know the edition of 2023 and the day it was last saved', () => {
    const book = codeBookOf('2023');
    expect({ edition: book.edition, asOf: book.asOf, codes: book.lines.size }).toEqual({
      edition: '2023',
      asOf: '2023-06-29',
      codes: 224,
    });
  });

  it.each(['2024', '', '2023 ', 'constructor'])('refuse edition "%s" and name the known ones', (edition) => {
    expect(() => codeBookOf(edition)).toThrow(
      new ImportRefused(
        `There is no code book for edition "${edition}". Codes change their meaning between editions, so none is guessed; the known editions are: 2022, 2023.`,
      ),
    );
  });

  it.each(['2022', '2023'])('of %s say of every code what it states or that it states nothing', (edition) => {
    for (const [code, [label, ...states]] of codeBookOf(edition).lines) {
      expect({ code, label: label.length > 0, states: states.length > 0 }).toEqual({
        code,
        label: true,
        states: true,
      });
      if (states.includes(NOTHING)) expect({ code, states }).toEqual({ code, states: [NOTHING] });
    }
  });

  it('differ between 2022 and 2023 in these codes, and in no meaning of the others', () => {
    const [older, newer] = [codeBookOf('2022'), codeBookOf('2023')];
    const missing = (of: typeof older, from: typeof older) =>
      [...of.lines.keys()].filter((code) => !from.lines.has(code));
    expect(missing(older, newer)).toEqual(['BMW', 'MMW', 'ULC']);
    expect(missing(newer, older)).toEqual(['DLC', 'MWS']);
    for (const [code, [, ...states]] of older.lines)
      if (newer.lines.has(code))
        expect([code, ...states]).toEqual([code, ...newer.lines.get(code)!.slice(1)]);
  });

  it('hold MI as military insurance in 2023', () => {
    expect(codeBookOf('2023').lines.get('MI')).toEqual([
      'Federal military insurance (e.g., TRICARE)',
      { payers: ['military'] },
    ]);
  });
});
