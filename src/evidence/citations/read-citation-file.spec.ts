import { CSL_ITEMS, PUBMED_FILE, RIS_FILE } from '../../../test/support/citation-files.js';
import { NOTHING_KNOWN } from '../../core/evidence/citation-record.js';
import type { CitationFormat } from './citation-formats.js';
import { readCitationFile } from './read-citation-file.js';

const SORDO = {
  ...NOTHING_KNOWN,
  title: 'Mortality risk during and after opioid substitution treatment',
  authors: [
    { family: 'Sordo', given: 'Luis' },
    { family: 'Barrio', given: 'Gregorio' },
  ],
  journal: 'BMJ',
  year: 2017,
  volume: '357',
  pages: 'j1550',
  doi: '10.1136/bmj.j1550',
  pmid: '28446428',
};

describe("PubMed's format", () => {
  it('is read with its continued lines, its DOI among other numbers, design, funding and declared interests', async () => {
    const [first, second] = await readCitationFile(PUBMED_FILE, 'pubmed');
    expect(first).toEqual({
      record: {
        ...SORDO,
        title:
          'Mortality risk during and after opioid substitution treatment: systematic review and meta-analysis of cohort studies',
        journal: 'BMJ (Clinical research ed.)',
        design: 'meta-analysis, systematic review',
      },
    });
    expect(second).toEqual({
      record: {
        ...NOTHING_KNOWN,
        title: 'A fictional trial of fictional counselling',
        authors: [
          { family: 'Example', given: 'A. M.' },
          { family: 'van der Sample', given: 'B.' },
          { literal: 'Fictional Trial Group' },
        ],
        journal: 'Journal of Fictional Medicine',
        year: 2024,
        volume: '3',
        issue: '2',
        pages: '10-19',
        design: 'randomized controlled trial',
        funding: 'R01 DA000000/DA/NIDA NIH HHS/United States',
        conflictOfInterest: 'The authors are fictional and declare no interests.',
        doi: '10.5555/fic-0000(24)00001-x',
        pmid: '990000001',
      },
    });
  });

  it('is read the same with the line ends of Windows', async () => {
    expect(await readCitationFile(PUBMED_FILE.replaceAll('\n', '\r\n'), 'pubmed')).toEqual(
      await readCitationFile(PUBMED_FILE, 'pubmed'),
    );
  });

  it('says that a work was retracted, without recording a retraction here', async () => {
    const [, , third] = await readCitationFile(PUBMED_FILE, 'pubmed');
    expect(third).toMatchObject({
      record: { pmid: '990000002', design: null },
      remark:
        'PubMed marks it as retracted (J Fict Med. 2020;9:1. PMID: 990000003); record the retraction, so that its ratings are reviewed again',
    });
  });
});

describe('RIS', () => {
  it('is read, of the newer kind and the old', async () => {
    const [first, second] = await readCitationFile(RIS_FILE, 'ris');
    expect(first).toEqual({
      record: { ...SORDO, url: 'https://www.bmj.com/content/357/bmj.j1550' },
    });
    expect(second).toEqual({
      record: {
        ...NOTHING_KNOWN,
        title: 'A fictional review',
        authors: [{ family: 'Example', given: 'Ada Mary' }],
        journal: 'Journal of Fictional Medicine',
        year: 2021,
        issue: '2',
        pages: '1-9',
        doi: '10.5555/fic.2021.1',
      },
    });
  });

  it('distinguishes an accession number of PubMed from one of another database', async () => {
    const file = RIS_FILE.replace('DB  - PubMed', 'DB  - A fictional database');
    expect((await readCitationFile(file, 'ris'))[0]?.record?.pmid).toBeNull();
  });

  it('is read where ends of records are missing', async () => {
    expect(await readCitationFile(RIS_FILE.replaceAll(/^ER .*$/gm, ''), 'ris')).toEqual(
      await readCitationFile(RIS_FILE, 'ris'),
    );
  });

  it('is read if values continue in the next line, are among blank ones, or have a hyphen', async () => {
    const file = RIS_FILE.replace('AU  - Barrio, Gregorio', 'AU  - Barrio,\n\n  Gregorio').replace(
      'A fictional review',
      'A fictional  - review',
    );
    const [first, second] = await readCitationFile(file, 'ris');
    expect(first?.record?.authors).toEqual(SORDO.authors);
    expect(second?.record?.title).toBe('A fictional - review');
  });

  it('is read whatever tag is repeated', async () => {
    const tags = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((letter) =>
      [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((other) => letter + other),
    );
    for (const tag of tags.filter((one) => one !== 'TY' && one !== 'ER')) {
      const repeated = RIS_FILE.replace('DO  - ', `${tag}  - 2016\n${tag}  - 2016\nDO  - `);
      const [first, second] = await readCitationFile(repeated, 'ris');
      expect([tag, first?.flaw, first?.record?.doi]).toEqual([tag, undefined, '10.1136/bmj.j1550']);
      expect([tag, second?.record?.doi]).toEqual([tag, '10.5555/fic.2021.1']);
    }
  });

  it('takes no DOI from notes that name several, and says so', async () => {
    const file = 'TY  - JOUR\nTI  - Fictional\nN1  - doi:10.5555/a\nN1  - erratum doi:10.5555/b\nER  - \n';
    expect(await readCitationFile(file, 'ris')).toMatchObject([
      {
        record: { doi: null },
        remark: 'its notes name 2 DOIs, of which none is taken; write that of the work into DO',
      },
    ]);
  });

  it('passes over what stands between records', async () => {
    const file = `ID  - 1\nER  - \n${RIS_FILE.replaceAll(/^ER .*$/gm, 'ER  - \nID  - 7\nexported by a program')}`;
    expect(await readCitationFile(file, 'ris')).toEqual(await readCitationFile(RIS_FILE, 'ris'));
  });

  it('names a type of record that it does not know', async () => {
    expect(await readCitationFile('TY  - PAPYRUS\nTI  - Old\nER  - \n', 'ris')).toEqual([
      { flaw: 'TY: PAPYRUS is not a RIS type; an article is JOUR' },
    ]);
  });
});

describe('CSL-JSON', () => {
  it('is read with numbers as texts, notes of Zotero, groups and dates in words', async () => {
    expect(await readCitationFile(JSON.stringify(CSL_ITEMS), 'csl-json')).toEqual([
      { record: SORDO },
      {
        record: {
          ...NOTHING_KNOWN,
          title: 'A fictional letter',
          authors: [{ family: 'Sample', given: 'Ben', particle: 'van der' }, { literal: 'Fictional Group' }],
          journal: 'Journal of Fictional Medicine',
          year: 2022,
          url: 'https://journal.example/2022/2',
          doi: '10.5555/fic.2022.2',
        },
      },
    ]);
  });

  it('may be one item alone', async () => {
    expect(await readCitationFile(`\uFEFF${JSON.stringify(CSL_ITEMS[0])}`, 'csl-json')).toEqual([
      { record: SORDO },
    ]);
  });

  it.each([
    ['a DOI that is none', { DOI: 'see above' }, /^doi: must be a DOI/],
    ['a PubMed number that is none', { PMID: 'x' }, /^pmid: must be a PubMed number/],
    ['a character that no database holds', { DOI: '10.5555/x', title: 'a\u0000b' }, /^title: contains a NUL/],
    ['a title without end', { DOI: '10.5555/x', title: 'a'.repeat(1001) }, /^title: is longer than 1000/],
    ['no object', 7, /^is not an object/],
  ])('of which one item has %s says so of that item only', async (_what, item, flaw) => {
    const [bad, good] = await readCitationFile(JSON.stringify([item, CSL_ITEMS[0]]), 'csl-json');
    expect(bad).toEqual({ flaw: expect.stringMatching(flaw) });
    expect(good).toEqual({ record: SORDO });
  });
});

describe('A file of another format', () => {
  it.each<[CitationFormat, string, RegExp]>([
    ['pubmed', RIS_FILE, /^has no line that begins with "PMID- "/],
    ['ris', PUBMED_FILE, /^has no line that begins with "TY {2}- "/],
    ['csl-json', RIS_FILE, /^is not JSON/],
    ['csl-json', '[]', /^is JSON without any CSL-JSON items/],
    ['csl-json', '"text"', /^is JSON without any CSL-JSON items/],
  ])('is refused with the reason: %s', async (format, text, reason) => {
    await expect(readCitationFile(text, format)).rejects.toThrow(reason);
  });
});
