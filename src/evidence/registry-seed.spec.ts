import type { CitationEntry } from './registry-files.js';
import { citationKey, citationsOf } from './registry-seed.js';

const entry = (given: Partial<CitationEntry>): CitationEntry => ({
  text: 'Somebody 2020',
  year: 2020,
  design: 'RCT',
  doiSeen: false,
  verifiedAt: null,
  ...given,
});

describe('the key of a citation', () => {
  it('is its DOI in small letters, before any other identifier', () => {
    expect(
      citationKey(entry({ doi: '10.1037/0022-006X.67.5.688', pmid: '10535235', cochrane: 'CD000001' })),
    ).toBe('doi:10.1037/0022-006x.67.5.688');
  });

  it('is the PMID, then the Cochrane number, where there is no DOI', () => {
    expect(citationKey(entry({ pmid: '10535235', cochrane: 'CD000001' }))).toBe('pmid:10535235');
    expect(citationKey(entry({ cochrane: 'CD000001' }))).toBe('cochrane:CD000001');
  });

  it('is the text, white space aside, where there is no identifier', () => {
    expect(citationKey(entry({ text: ' Report  of\n2007 ' }))).toBe('text:Report of 2007');
  });
});

describe('two entries of one work', () => {
  const full = entry({
    text: 'Sordo L et al. Mortality risk. BMJ 2017',
    doi: '10.1136/BMJ.j1550',
    doiSeen: true,
    pmid: '28446428',
    design: 'meta-analysis of cohorts',
    verifiedAt: 'https://example.org/a',
    note: 'first note',
  });
  const short = entry({
    text: 'Sordo 2017',
    doi: '10.1136/bmj.j1550',
    verifiedAt: 'https://example.org/b',
    note: 'second note',
  });

  it('become one citation that loses nothing of either', () => {
    const [citation, ...others] = citationsOf([short, full]);
    expect(others).toEqual([]);
    expect(citation).toMatchObject({
      key: 'doi:10.1136/bmj.j1550',
      text: 'Sordo L et al. Mortality risk. BMJ 2017',
      design: 'meta-analysis of cohorts',
      doiSeen: true,
      pmid: '28446428',
      cochrane: null,
      verifiedAt: 'https://example.org/b; https://example.org/a',
      note: 'second note; first note',
    });
  });

  it('have the same id in every installation', () => {
    const [first] = citationsOf([full]);
    const [second] = citationsOf([short]);
    expect(first?.id).toBe(second?.id);
    expect(first?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
