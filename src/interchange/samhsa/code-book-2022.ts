import { type CodeCategory, type CodeLine, codeBook, NOTHING } from './code-book.js';
import { CODE_BOOK_2023 } from './code-book-2023.js';

/**
 * The three codes of 2022 that 2023 has no more. BMW and MMW became one code for both medications, MWS, with another
 * meaning; neither book says how long a predetermined time is. So they state nothing here: that maintenance is started is
 * said by BUM and MM.
 */
const ONLY_IN_2022: Readonly<Record<string, Readonly<Record<string, CodeLine>>>> = {
  OT: {
    BMW: ['Buprenorphine maintenance for predetermined time', NOTHING],
    MMW: ['Methadone maintenance for predetermined time', NOTHING],
    ULC: ['Lofexidine/clonidine detoxification', NOTHING],
  },
};

/** Codes of 2023 that the book of 2022 does not have. */
const ONLY_IN_2023: readonly string[] = ['DLC', 'MWS'];

/** Labels that were written otherwise; the meaning is the same. */
const LABELS: Readonly<Record<string, string>> = {
  STAG: 'State Substance use treatment agency',
  CHLD: 'Children/adolescents',
  YAD: 'Young adults',
};

/**
 * The service codes of the 2022 National Directory of Drug and Alcohol Use Treatment Facilities (SAMHSA): those of 2023,
 * with these differences. The day on which its workbook was saved is not known, so its facts are as of the last day of
 * the year of its survey, 2021.
 */
export const CODE_BOOK_2022 = codeBook({
  edition: '2022',
  asOf: '2021-12-31',
  categories: CODE_BOOK_2023.categories.map(of2022),
});

function of2022(category: CodeCategory): CodeCategory {
  const kept = Object.entries(category.codes)
    .filter(([code]) => !ONLY_IN_2023.includes(code))
    .map(([code, [label, ...states]]): [string, CodeLine] => [code, [LABELS[code] ?? label, ...states]]);
  return { ...category, codes: { ...Object.fromEntries(kept), ...ONLY_IN_2022[category.code] } };
}
