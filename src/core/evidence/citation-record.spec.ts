import {
  citationLine,
  type CitationRecord,
  completion,
  nameInWords,
  NOTHING_KNOWN,
  withCochraneOfDoi,
} from './citation-record.js';

const known = (given: Partial<CitationRecord>): CitationRecord => ({ ...NOTHING_KNOWN, ...given });

describe('What is known of a work', () => {
  it('is completed by a second record, and never overwritten', () => {
    expect(
      completion(
        known({ title: 'First', year: 2017, doi: '10.1000/x' }),
        known({ title: 'Second', year: 2018, volume: '7', pmid: '1' }),
      ),
    ).toEqual({ volume: '7', pmid: '1' });
    expect(completion(known({ title: 'First' }), known({ title: 'Second' }))).toEqual({});
  });

  it('includes the Cochrane number that its DOI carries', () => {
    const doi = '10.1002/14651858.cd002207.pub4';
    expect(withCochraneOfDoi(known({ doi })).cochrane).toBe('CD002207');
    expect(withCochraneOfDoi(known({ doi: '10.1000/x' })).cochrane).toBeNull();
  });

  it.each([
    [
      { family: 'Example', given: 'Ada Mary' },
      { title: 'A fictional trial.', journal: 'J Fict', year: 2024, volume: '3', issue: '2', pages: '1-9' },
      'Example AM. A fictional trial. J Fict 2024;3(2):1-9',
    ],
    [{ literal: 'The Fictional Group' }, { year: 2024 }, 'The Fictional Group. 2024'],
    [{ family: 'Pol', particle: 'van der', given: 'TM' }, {}, 'van der Pol TM'],
  ])('fits in one line, as far as it is known', (author, given, line) => {
    expect(citationLine(known({ ...given, authors: [author] }))).toBe(line);
  });

  it('fits in one line with its identifier if nothing else is known', () => {
    expect(citationLine(known({ pmid: '1' }))).toBe('PMID 1');
  });

  it('names the first of several authors', () => {
    const authors = [{ family: 'Example', given: 'Ada' }, { family: 'Sample' }];
    expect(citationLine(known({ authors, title: 'On names' }))).toBe('Example A et al. On names');
  });

  it.each([
    [{ family: 'Sordo', given: 'Luis' }, 'Sordo, Luis'],
    [{ family: 'Pol', particle: 'van der', given: 'T. M.', suffix: 'Jr' }, 'van der Pol, T. M., Jr'],
    [{ literal: 'The Fictional Group' }, 'The Fictional Group'],
  ])('writes a name as libraries do', (name, words) => {
    expect(nameInWords(name)).toBe(words);
  });
});
