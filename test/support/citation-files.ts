/** Files as reference managers and PubMed export them. Works named fictional are made up; the others are in the registry. */

/** As PubMed saves it: the MEDLINE display format. */
export const PUBMED_FILE = `PMID- 28446428
OWN - NLM
STAT- MEDLINE
DP  - 2017 Apr 26
TI  - Mortality risk during and after opioid substitution treatment: systematic review
      and meta-analysis of cohort studies.
PG  - j1550
LID - 10.1136/bmj.j1550 [doi]
FAU - Sordo, Luis
AU  - Sordo L
FAU - Barrio, Gregorio
AU  - Barrio G
LA  - eng
PT  - Journal Article
PT  - Meta-Analysis
PT  - Systematic Review
JT  - BMJ (Clinical research ed.)
TA  - BMJ
VI  - 357
AID - 10.1136/bmj.j1550 [doi]
SO  - BMJ. 2017 Apr 26;357:j1550. doi: 10.1136/bmj.j1550.

PMID- 990000001
DP  - 2024 Jan-Feb
TI  - A fictional trial of fictional counselling.
PG  - 10-19
VI  - 3
IP  - 2
LID - S9999-0000(24)00001-X [pii]
LID - 10.5555/fic-0000(24)00001-X [doi]
AU  - Example AM
AU  - van der Sample B
CN  - Fictional Trial Group
JT  - Journal of Fictional Medicine
PT  - Journal Article
PT  - Randomized Controlled Trial
PT  - Research Support, N.I.H., Extramural
GR  - R01 DA000000/DA/NIDA NIH HHS/United States
COIS- The authors are fictional and declare
      no interests.

PMID- 990000002
DP  - 2019
TI  - A fictional work that was taken back.
JT  - Journal of Fictional Medicine
PT  - Journal Article
PT  - Retracted Publication
RIN - J Fict Med. 2020;9:1. PMID: 990000003
AU  - Example AM
`;

/** RIS of the newer version, of the old version, and a record that cannot be used. */
export const RIS_FILE = `Provider: A fictional database

TY  - JOUR
AU  - Sordo, Luis
AU  - Barrio, Gregorio
TI  - Mortality risk during and after opioid substitution treatment
T2  - BMJ
PY  - 2017
DA  - 2017/04/26
VL  - 357
SP  - j1550
DO  - https://doi.org/10.1136/bmj.j1550
AN  - 28446428
DB  - PubMed
UR  - https://www.bmj.com/content/357/bmj.j1550
ER  - 

TY  - JOUR
A1  - Example, Ada Mary
T1  - A fictional review
JF  - Journal of Fictional Medicine
Y1  - 2021/02/06/
IS  - 2
SP  - 1
EP  - 9
UR  - https://doi.org/10.5555/FIC.2021.1
ER  - 

TY  - JOUR
AU  - Example, Ada
TI  - A fictional work without any identifier
PY  - 2020
ER  - 
`;

export const CSL_ITEMS: readonly object[] = [
  {
    id: 'sordo',
    type: 'article-journal',
    title: 'Mortality risk during and after opioid substitution treatment',
    author: [
      { family: 'Sordo', given: 'Luis' },
      { family: 'Barrio', given: 'Gregorio' },
    ],
    'container-title': 'BMJ',
    issued: { 'date-parts': [[2017, 4, 26]] },
    volume: 357,
    page: 'j1550',
    DOI: '10.1136/BMJ.J1550',
    note: 'PMID: 28446428\nPMCID: PMC5421454',
  },
  {
    id: 2,
    type: 'article-journal',
    title: 'A fictional letter',
    author: [
      { family: 'Sample', given: 'Ben', 'non-dropping-particle': 'van der' },
      { literal: 'Fictional Group' },
    ],
    'container-title': ['Journal of Fictional Medicine'],
    issued: { raw: 'Spring 2022' },
    DOI: '10.5555/fic.2022.2',
    URL: 'https://journal.example/2022/2',
  },
];
