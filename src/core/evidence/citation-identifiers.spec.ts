import * as fc from 'fast-check';
import {
  cochraneOfDoi,
  identifierContradiction,
  readCochraneNumber,
  readDoi,
  readPmid,
} from './citation-identifiers.js';

describe('A DOI', () => {
  it.each([
    '10.1136/bmj.j1550',
    '10.1136/BMJ.J1550',
    ' doi:10.1136/bmj.j1550 ',
    'DOI: 10.1136/bmj.j1550.',
    'doi 10.1136/bmj.j1550',
    'https://doi.org/10.1136/bmj.j1550',
    'http://dx.doi.org/10.1136/bmj.j1550',
    'doi.org/10.1136/bmj.j1550?utm_source=mail#top',
    'https://doi.org/10.1136%2Fbmj.j1550',
    '<https://doi.org/10.1136/bmj.j1550>,',
    '(doi:https://doi.org/10.1136/bmj.j1550)',
    '“10.1136/bmj.j1550”',
    'info:doi/10.1136/bmj.j1550',
  ])('written as %s is one and the same', (text) => {
    expect(readDoi(text)).toEqual({ value: '10.1136/bmj.j1550' });
  });

  it.each([
    ['10.1016/S0140-6736(17)32812-X', '10.1016/s0140-6736(17)32812-x'],
    ['10.1016/0091-6749(95)90150-(7)', '10.1016/0091-6749(95)90150-(7)'],
    [
      '10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2',
      '10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2',
    ],
    ['10.1000.10/123', '10.1000.10/123'],
  ])('keeps what belongs to it: %s', (text, value) => {
    expect(readDoi(text)).toEqual({ value });
  });

  it.each([
    ['', 'is blank; give a DOI such as 10.1136/bmj.j1550, or leave it out'],
    ['28446428', 'is only a number; if it is a PubMed number, give it as pmid'],
    ['CD002207', 'is a Cochrane number; give it as cochrane'],
    [
      'https://www.bmj.com/content/357/bmj.j1550',
      'is the address of a page; give the DOI shown on that page, which begins with 10.',
    ],
    [
      '10.1136/',
      'is incomplete: the slash and what follows it are missing; give all of it, such as 10.1136/bmj.j1550',
    ],
    ['10.1136/bmj. j1550', 'contains white space; remove it, or what follows it'],
    ['bmj.j1550', 'must be a DOI: 10., a number, a slash and a name, such as 10.1136/bmj.j1550'],
    ['10.12/x', 'must be a DOI: 10., a number, a slash and a name, such as 10.1136/bmj.j1550'],
    [`10.1136/${'x'.repeat(300)}`, 'is longer than 300 characters; give only the DOI'],
  ])('that is not valid is refused with the fix: %j', (text, flaw) => {
    expect(readDoi(text)).toEqual({ flaw });
  });
});

describe('A PubMed number', () => {
  it.each([
    '28446428',
    'PMID: 28446428',
    'pmid28446428',
    ' 0028446428',
    'https://pubmed.ncbi.nlm.nih.gov/28446428/',
    'https://www.ncbi.nlm.nih.gov/pubmed/28446428?dopt=Abstract',
  ])('written as %s is one and the same', (text) => {
    expect(readPmid(text)).toEqual({ value: '28446428' });
  });

  it.each([
    ['', 'is blank; give a PubMed number such as 28446428, or leave it out'],
    ['0', 'must be a PubMed number: 1 to 9 digits, such as 28446428'],
    ['12a', 'must be a PubMed number: 1 to 9 digits, such as 28446428'],
    ['1234567890', 'must be a PubMed number: 1 to 9 digits, such as 28446428'],
    ['PMC5421454', 'is a PubMed Central number, which is not a PMID; give the PMID shown on the same page'],
    ['10.1136/bmj.j1550', 'is a DOI; give it as doi'],
  ])('that is not valid is refused with the fix: %j', (text, flaw) => {
    expect(readPmid(text)).toEqual({ flaw });
  });
});

describe('A Cochrane number', () => {
  it.each([
    'CD002207',
    'cd002207',
    ' CD 002207.pub4',
    '10.1002/14651858.CD002207.pub4',
    'https://doi.org/10.1002/14651858.cd002207',
  ])('written as %s is one and the same, whichever version', (text) => {
    expect(readCochraneNumber(text)).toEqual({ value: 'CD002207' });
  });

  it.each([
    ['', 'is blank; give a Cochrane number such as CD002207, or leave it out'],
    ['CD2207', 'must have six digits; if leading zeros were lost, write CD002207'],
    [
      'CN-00100000',
      'is the number of a trial in CENTRAL, not of a review; give the DOI or PMID of the trial',
    ],
    ['002207', 'must be the number of a Cochrane review: CD and six digits, such as CD002207'],
    ['CD0022071', 'must be the number of a Cochrane review: CD and six digits, such as CD002207'],
  ])('that is not valid is refused with the fix: %j', (text, flaw) => {
    expect(readCochraneNumber(text)).toEqual({ flaw });
  });

  it('is read out of the DOI of a review, and of no other', () => {
    expect(cochraneOfDoi('10.1002/14651858.cd002207.pub4')).toBe('CD002207');
    expect(cochraneOfDoi('10.1002/14651858.mr000033')).toBe('MR000033');
    expect(cochraneOfDoi('10.1136/bmj.j1550')).toBeUndefined();
    expect(cochraneOfDoi('10.1002/14651858.cd0022071')).toBeUndefined();
  });

  it('that is not of its DOI contradicts it', () => {
    const doi = '10.1002/14651858.cd002207.pub4';
    expect(identifierContradiction({ doi, pmid: null, cochrane: 'CD002209' })).toBe(
      'is CD002209, but the DOI 10.1002/14651858.cd002207.pub4 is that of CD002207; correct one of them',
    );
    expect(identifierContradiction({ doi, pmid: null, cochrane: 'CD002207' })).toBeUndefined();
    // The DOI of a Campbell review has a different prefix.
    expect(
      identifierContradiction({ doi: '10.4073/csr.2013.5', pmid: null, cochrane: 'CD002796' }),
    ).toBeUndefined();
    expect(identifierContradiction({ doi: null, pmid: null, cochrane: 'CD002796' })).toBeUndefined();
  });
});

describe('Whatever text is read', () => {
  const readers = { readDoi, readPmid, readCochraneNumber };
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.string().map((suffix) => `10.1000/${suffix}`),
    fc.string().map((suffix) => `https://doi.org/10.1000/${suffix}`),
    fc.nat().map(String),
    fc.nat({ max: 999_999 }).map((number) => `CD${String(number).padStart(6, '0')}`),
  );

  it.each(Object.entries(readers))(
    '%s says a value or a flaw, and a value stays what it is',
    (_name, read) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const { value, flaw } = read(text);
          expect([value, flaw].filter((one) => one !== undefined)).toHaveLength(1);
          if (value !== undefined) expect(read(value)).toEqual({ value });
        }),
        { numRuns: 500 },
      );
    },
  );

  it('a DOI has one value in every notation', () => {
    const suffix = fc
      .stringMatching(/^[a-z0-9][a-z0-9\-._()/]{0,20}[a-z0-9]$/)
      .map((text) => text.replace(/[()]/g, ''));
    const dress = fc.constantFrom<(doi: string) => string>(
      (doi) => doi.toUpperCase(),
      (doi) => `https://doi.org/${encodeURIComponent(doi)}`,
      (doi) => `https://dx.doi.org/${doi}#abstract`,
      (doi) => `doi:${doi}.`,
      (doi) => `(DOI ${doi})`,
      (doi) => `<doi:https://doi.org/${doi}>;`,
    );
    fc.assert(
      fc.property(suffix, dress, (name, wear) => {
        const doi = `10.1000/${name}`;
        expect(readDoi(wear(doi))).toEqual({ value: doi });
      }),
    );
  });

  it('a PubMed number has one value in every notation', () => {
    const dress = fc.constantFrom<(pmid: number) => string>(
      (pmid) => `PMID:${pmid}`,
      (pmid) => `00${pmid}`,
      (pmid) => `https://pubmed.ncbi.nlm.nih.gov/${pmid}/?from=mail`,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), dress, (pmid, wear) => {
        expect(readPmid(wear(pmid))).toEqual({ value: String(pmid) });
      }),
    );
  });
});
