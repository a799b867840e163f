import type { CitationFormat } from '../../src/evidence/citations/citation-formats.js';

/** A made-up work, as a test expects to read it back from any export. */
export interface FictionalWork {
  readonly title: string;
  readonly authors: readonly { readonly family: string; readonly given: string }[];
  readonly journal: string;
  readonly year: number;
  readonly volume: string;
  readonly issue: string;
  readonly first: string;
  readonly last: string;
  readonly doi: string;
  readonly pmid: string;
}

/** An export of a library by a program, written after its documented format. */
export interface ReferenceExport {
  readonly program: string;
  readonly format: CitationFormat;
  readonly text: string;
  /** Whether the program writes the PubMed number and the DOI. */
  readonly writes: readonly ('doi' | 'pmid')[];
}

export const FICTIONAL_WORKS: readonly FictionalWork[] = [1, 2, 3].map((number) => ({
  title: `Fictional trial ${number}: drugs & alcohol, p < 0.5`,
  authors: [
    { family: `Sample${'abc'.charAt(number - 1)}`, given: 'Ann M.' },
    { family: "O'Example", given: 'Ben' },
  ],
  journal: 'Journal of Fictional Medicine',
  year: 2015 + number,
  volume: String(10 + number),
  issue: String(number),
  first: String(100 * number),
  last: String(100 * number + 9),
  doi: `10.5555/fic.${number}`,
  pmid: `99000001${number}`,
}));

type Tagged = readonly (readonly [tag: string, value: string])[];

function ris(records: readonly Tagged[], { eol = '\n', before = '' } = {}): string {
  return (
    before +
    records
      .map((tags) =>
        [...tags, ['ER', ''] as const].map(([tag, value]) => `${tag}  - ${value}${eol}`).join(''),
      )
      .join(eol)
  );
}

const inFull = ({ authors }: FictionalWork, tag = 'AU'): Tagged =>
  authors.map(({ family, given }) => [tag, `${family}, ${given}`] as const);
const place = ({ volume, issue, first, last }: FictionalWork): Tagged => [
  ['VL', volume],
  ['IS', issue],
  ['SP', first],
  ['EP', last],
];

/** By program: how it writes one work in RIS. */
const IN_RIS: Readonly<
  Record<string, readonly [write: (work: FictionalWork) => Tagged, writes?: ReferenceExport['writes']]>
> = {
  'EndNote, two addresses': [
    (work) => [
      ['TY', 'JOUR'],
      ['AD', 'A fictional institute'],
      ...inFull(work),
      ['DA', `${work.year}/Apr/26`],
      ['DO', work.doi],
      ...place(work),
      ['PY', String(work.year)],
      ['ST', 'Fictional trial'],
      ['T2', work.journal],
      ['TI', work.title],
      ['UR', 'https://a.example/1'],
      ['UR', 'https://a.example/2'],
      ['ID', '17'],
    ],
    ['doi'],
  ],
  Zotero: [
    (work) => [
      ['TY', 'JOUR'],
      ['TI', work.title],
      ...inFull(work),
      ['T2', work.journal],
      ['DA', `${work.year}/04/26/`],
      ['PY', String(work.year)],
      ['DO', work.doi],
      ['DP', 'PubMed'],
      ...place(work),
      ['LA', 'eng'],
      ['SN', '0000-0000'],
      ['UR', `https://pubmed.ncbi.nlm.nih.gov/${work.pmid}/`],
      ['Y2', '2026/11/30/12:00:00'],
      ['L1', 'file:///library/a.pdf'],
      ['KW', 'one'],
      ['KW', 'two'],
    ],
    ['doi', 'pmid'],
  ],
  'Mendeley, titles and addresses repeated': [
    (work) => [
      ['TY', 'JOUR'],
      ['T1', work.title],
      ['TI', work.title],
      ...inFull(work, 'A1'),
      ['JF', work.journal],
      ['JO', work.journal],
      ['Y1', `${work.year}///`],
      ...place(work),
      ['VL', work.volume],
      ['DO', work.doi],
      ['UR', 'https://a.example/1'],
      ['UR', 'https://a.example/2'],
      ['L1', 'internal-pdf://a'],
    ],
    ['doi'],
  ],
  'EBSCO CINAHL': [
    (work) => [
      ['TY', 'JOUR'],
      ['ID', '123456789'],
      ['T1', `${work.title}.`],
      ...inFull(work),
      ['JO', work.journal],
      ['JF', work.journal],
      ['JA', 'J FICT MED'],
      ['Y1', `${work.year}/04//Apr${work.year}`],
      ...place(work),
      ['SN', '0000-0000'],
      [
        'N1',
        'Accession Number: 123456789. Language: English. Entry Date: 20170501. Publication Type: Article',
      ],
      ['L3', work.doi],
      ['UR', 'https://search.ebscohost.example/login.aspx?direct=true&db=ccm&AN=123456789'],
      ['DP', 'EBSCOhost'],
      ['DB', 'ccm'],
    ],
    ['doi'],
  ],
  'EBSCO PsycINFO, the DOI in M3': [
    (work) => [
      ['TY', 'JOUR'],
      ['AN', '2017-00000-001'],
      ['AU', `${work.authors[0]!.family}, ${work.authors[0]!.given}`],
      ['AU', `${work.authors[1]!.family}, ${work.authors[1]!.given}`],
      ['T1', work.title],
      ['JF', work.journal],
      ['Y1', `${work.year}/04//`],
      ...place(work),
      ['M3', `doi: ${work.doi}`],
      ['DB', 'psyh'],
      ['DP', 'EBSCOhost'],
    ],
    ['doi'],
  ],
  'EBSCO MEDLINE': [
    (work) => [
      ['TY', 'JOUR'],
      ['AN', work.pmid],
      ...inFull(work),
      ['T1', work.title],
      ['JF', work.journal],
      ['Y1', `${work.year}/04/26/`],
      ...place(work),
      ['L3', work.doi],
      ['DB', 'cmedm'],
      ['DP', 'EBSCOhost'],
    ],
    ['doi', 'pmid'],
  ],
  'ProQuest, the DOI twice': [
    (work) => [
      ['TY', 'JOUR'],
      ['T1', work.title],
      ...inFull(work),
      ['JF', work.journal],
      ['PY', String(work.year)],
      ['Y1', `${work.year}/04/26/`],
      ...place(work),
      ['DO', `https://doi.org/${work.doi}`],
      ['DO', work.doi],
      ['L2', `http://resolver.example?rft_id=info:doi/${work.doi}`],
      ['N1', 'Name - A fictional institute'],
    ],
    ['doi'],
  ],
  'Ovid MEDLINE': [
    (work) => [
      ['TY', 'JOUR'],
      ['DB', 'Ovid MEDLINE(R) <2016 to 2018>'],
      ['AN', work.pmid],
      ...inFull(work),
      ['T1', work.title],
      ['JA', work.journal],
      ['Y1', `${work.year}//`],
      ...place(work),
      ['M3', 'Journal Article'],
      ['DO', `https://dx.doi.org/${work.doi}`],
    ],
    ['doi', 'pmid'],
  ],
  Embase: [
    (work) => [
      ['TY', 'JOUR'],
      ['M3', 'Article'],
      ['Y1', String(work.year)],
      ['VL', work.volume],
      ['IS', work.issue],
      ['SP', `${work.first}-${work.last}`],
      ['EP', work.last],
      ['T1', work.title],
      ['JF', work.journal],
      ...inFull(work, 'A1'),
      ['DB', 'Embase'],
      ['AN', 'L600000000'],
      ['C5', work.pmid],
      ['DO', work.doi],
      ['LK', 'https://www.embase.example/search/results?id=L600000000'],
      ['LK', `http://dx.doi.org/${work.doi}`],
    ],
    ['doi', 'pmid'],
  ],
  'Web of Science': [
    (work) => [
      ['TY', 'JOUR'],
      ['AU', `${work.authors[0]!.family}, AM`],
      ['AU', `${work.authors[1]!.family}, B`],
      ['TI', work.title],
      ['T2', work.journal],
      ['AN', `MEDLINE:${work.pmid}`],
      ['PY', String(work.year)],
      ['DA', 'APR 26'],
      ...place(work),
      ['DO', work.doi],
    ],
    ['doi', 'pmid'],
  ],
  Scopus: [
    (work) => [
      ['TY', 'JOUR'],
      ['AU', `${work.authors[0]!.family}, A.M.`],
      ['AU', `${work.authors[1]!.family}, B.`],
      ['TI', work.title],
      ['PY', String(work.year)],
      ['T2', work.journal],
      ...place(work),
      ['DO', work.doi],
      ['UR', 'https://www.scopus.example/inward/record.uri?eid=2-s2.0-1'],
      ['M3', 'Article'],
      ['N1', 'Cited By :3'],
      ['N1', 'Export Date: 30 November 2026'],
    ],
    ['doi'],
  ],
  'Cochrane CENTRAL, short names': [
    (work) => [
      ['TY', 'JOUR'],
      ['AN', 'CN-00000001'],
      ['AU', `${work.authors[0]!.family} AM`],
      ['AU', `${work.authors[1]!.family} B`],
      ['TI', work.title],
      ['SO', work.journal],
      ['YR', String(work.year)],
      ['PY', String(work.year)],
      ['JO', work.journal],
      ...place(work),
      ['M3', 'Journal article'],
      ['DO', work.doi],
      ['N1', `PUBMED ${work.pmid}`],
    ],
    ['doi'],
  ],
  'A publisher, the DOI in the address alone': [
    (work) => [
      ['TY', 'JOUR'],
      ['T1', work.title],
      ...inFull(work),
      ['Y1', `${work.year}/04/26`],
      ['JF', work.journal],
      ...place(work),
      ['UR', `https://journal.example/doi/abs/${work.doi}`],
    ],
    ['doi'],
  ],
  'A publisher, entities in titles': [
    (work) => [
      ['TY', 'JOUR'],
      ['T1', work.title.replace('&', '&amp;').replace('<', '&lt;')],
      ...inFull(work),
      ['PY', `${work.year}/04/26/`],
      ['JO', work.journal],
      ...place(work),
      ['DO', work.doi],
      ['N2', 'Abstract &amp; more'],
    ],
    ['doi'],
  ],
  'RefWorks, the DOI in a note': [
    (work) => [
      ['TY', 'JOUR'],
      ['ID', '1'],
      ...inFull(work, 'A1'),
      ['T1', work.title],
      ['JF', work.journal],
      ['Y1', `${work.year}///`],
      ...place(work),
      ['N1', `PMID: ${work.pmid}; DOI: ${work.doi}`],
    ],
    ['doi', 'pmid'],
  ],
  JabRef: [
    (work) => [
      ['TY', 'JOUR'],
      ['T1', work.title],
      ...inFull(work),
      ['JO', work.journal],
      ['PY', String(work.year)],
      ...place(work),
      ['DO', `https://doi.org/${work.doi}`],
    ],
    ['doi'],
  ],
  'rispy, lists written out': [
    (work) => [
      ['TY', 'JOUR'],
      ...inFull(work),
      ['TI', work.title],
      ['T2', work.journal],
      ['PY', String(work.year)],
      ...place(work),
      ['DO', work.doi],
      ['UR', 'https://a.example/1'],
      ['UR', 'https://a.example/2'],
      ['SN', '0000-0000'],
      ['SN', '0000-0001'],
    ],
    ['doi'],
  ],
  Citavi: [
    (work) => [
      ['TY', 'JOUR'],
      ['A1', `${work.authors[0]!.family}, ${work.authors[0]!.given}`],
      ['A1', `${work.authors[1]!.family}, ${work.authors[1]!.given}`],
      ['T1', work.title],
      ['PY', `${work.year}///`],
      ['JA', 'J Fict Med'],
      ['JF', work.journal],
      ...place(work),
      ['M3', work.doi],
      ['UR', `https://doi.org/${work.doi}`],
    ],
    ['doi'],
  ],
};

type Item = Readonly<Record<string, unknown>>;
const csl = (work: FictionalWork): Item => ({
  id: work.doi,
  type: 'article-journal',
  title: work.title,
  author: work.authors,
  'container-title': work.journal,
  issued: { 'date-parts': [[work.year, 4, 26]] },
  volume: work.volume,
  issue: work.issue,
  page: `${work.first}-${work.last}`,
});

const IN_CSL: Readonly<
  Record<string, readonly [write: (work: FictionalWork) => Item, writes: ReferenceExport['writes']]>
> = {
  Zotero: [
    (work) => ({ ...csl(work), DOI: work.doi, note: `PMID: ${work.pmid}\nPMCID: PMC1` }),
    ['doi', 'pmid'],
  ],
  Mendeley: [(work) => ({ ...csl(work), DOI: work.doi, PMID: work.pmid }), ['doi', 'pmid']],
  'Crossref, entities and lists': [
    (work) => ({
      ...csl(work),
      title: [work.title.replace('&', '&amp;').replace('<', '&lt;')],
      'container-title': [work.journal],
      DOI: work.doi.toUpperCase(),
      URL: `https://doi.org/${work.doi}`,
    }),
    ['doi'],
  ],
  'Paperpile, the DOI in the address': [
    (work) => ({ ...csl(work), URL: `https://journal.example/doi/full/${work.doi}?af=R` }),
    ['doi'],
  ],
  'Better BibTeX, numbers as numbers': [
    (work) => ({ ...csl(work), volume: Number(work.volume), DOI: work.doi, PMID: Number(work.pmid) }),
    ['doi', 'pmid'],
  ],
  'Endnote by a converter, the date in words': [
    (work) => ({ ...csl(work), issued: { raw: `April 26, ${work.year}` }, DOI: `doi:${work.doi}` }),
    ['doi'],
  ],
};

function nbib(work: FictionalWork, doi: (work: FictionalWork) => string): string {
  return [
    `PMID- ${work.pmid}`,
    'OWN - NLM',
    `DP  - ${work.year} Apr 26`,
    `TI  - ${work.title}.`,
    `PG  - ${work.first}-${work.last}`,
    doi(work),
    ...work.authors.map(({ family, given }) => `FAU - ${family}, ${given}`),
    'PT  - Journal Article',
    `JT  - ${work.journal}`,
    `VI  - ${work.volume}`,
    `IP  - ${work.issue}`,
    '',
    '',
  ].join('\n');
}

const IN_PUBMED: Readonly<Record<string, (work: FictionalWork) => string>> = {
  'PubMed, the DOI in LID': ({ doi }) => `LID - ${doi} [doi]`,
  'PubMed, the DOI in AID': ({ doi }) => `AID - S0000-0000(17)00001-X [pii]\nAID - ${doi} [doi]`,
  'PubMed, the DOI in the source alone': ({ doi }) => `SO  - J Fict Med. 2017 Apr 26. doi: ${doi}.`,
};

/** Exports of the fictional works by each program, RIS also as Windows writes it. */
export function referenceExports(): ReferenceExport[] {
  const both = ['doi', 'pmid'] as const;
  return [
    ...Object.entries(IN_RIS).flatMap(([program, [write, writes = ['doi'] as const]]): ReferenceExport[] => {
      const records = FICTIONAL_WORKS.map(write);
      return [
        { program, format: 'ris', text: ris(records), writes },
        {
          program: `${program}, on Windows`,
          format: 'ris',
          text: `\uFEFF${ris(records, { eol: '\r\n', before: 'Provider: A fictional database\r\nContent: text/plain\r\n\r\n' })}`,
          writes,
        },
      ];
    }),
    ...Object.entries(IN_CSL).map(([program, [write, writes]]): ReferenceExport => ({
      program,
      format: 'csl-json',
      text: JSON.stringify(FICTIONAL_WORKS.map(write)),
      writes,
    })),
    ...Object.entries(IN_PUBMED).map(([program, doi]): ReferenceExport => ({
      program,
      format: 'pubmed',
      text: FICTIONAL_WORKS.map((work) => nbib(work, doi)).join('\n'),
      writes: both,
    })),
  ];
}
