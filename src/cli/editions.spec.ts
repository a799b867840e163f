import { editionLines } from './editions.js';

describe('The list of editions', () => {
  it('says of each what was published where, and whether it can be imported', () => {
    const edition = {
      surveyYear: 2022,
      page: 'https://example.org/2023',
      file: 'list.xlsx',
      rows: 12_744,
      sha256: 'ab'.repeat(32),
    };
    const lines = editionLines([
      { ...edition, edition: '2023' },
      { ...edition, edition: '2031', surveyYear: 2030, rows: 900 },
    ]);
    expect(lines.join('\n'))
      .toBe(`Published editions of SAMHSA's national directory of drug and alcohol use treatment facilities.
An import recognises a file by its SHA-256.

Edition 2023, survey of 2022
  page     https://example.org/2023
  file     list.xlsx
  rows     12,744
  SHA-256  ${'ab'.repeat(32)}

Edition 2031, survey of 2030 (cannot be imported yet: no code book)
  page     https://example.org/2023
  file     list.xlsx
  rows     900
  SHA-256  ${'ab'.repeat(32)}`);
  });
});
