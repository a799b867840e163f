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
        `There is no code book for edition "${edition}". Codes change their meaning between editions, so none is guessed; the known editions are: 2023.`,
      ),
    );
  });

  it('say of every code either what it states or that it states nothing, never both', () => {
    for (const [code, [label, ...states]] of codeBookOf('2023').lines) {
      expect({ code, label: label.length > 0, states: states.length > 0 }).toEqual({
        code,
        label: true,
        states: true,
      });
      if (states.includes(NOTHING)) expect({ code, states }).toEqual({ code, states: [NOTHING] });
    }
  });

  it('hold MI as military insurance in 2023', () => {
    expect(codeBookOf('2023').lines.get('MI')).toEqual([
      'Federal military insurance (e.g., TRICARE)',
      { payers: ['military'] },
    ]);
  });
});
