import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { zipSync } from 'fflate';
import { csvOf, facility, withFile, workbookOf, zipOf } from '../../../test/support/samhsa/facility-files.js';
import { COLUMNS, FACILITY_LIST } from '../samhsa/facility-row.js';
import { readTableFile } from './read-table-file.js';

const HARBOR = facility();
const readFacilities = (path: string) => readTableFile({ path, name: path }, FACILITY_LIST);
const cellsOf = (one: typeof HARBOR) => COLUMNS.map((column) => one[column]);
const read = (content: string | Buffer, name = 'list') => withFile(name, content, readFacilities);
const refused = (content: string | Buffer) =>
  withFile('list', content, async (path) => {
    try {
      await readFacilities(path);
      return 'taken';
    } catch (error) {
      const { name, message } = error as Error;
      return `${name}: ${message.replace(path, 'list')}`;
    }
  });

/** A workbook with one sheet of this content. */
function sheetOf(rows: string, before = ''): Buffer {
  return zipOf({
    'xl/worksheets/sheet1.xml': `<worksheet>${before}<sheetData>${rows}</sheetData></worksheet>`,
  });
}

/** An archive of a sheet of so many megabytes of blanks. */
function blanks(megabytes: number): Buffer {
  const sheet = Buffer.alloc(megabytes * 1024 * 1024, ' ');
  return Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': [sheet, { level: 1 }] }));
}

/** The same archive with a size of 10 bytes in its directory. */
function understated(archive: Buffer): Buffer {
  const entry = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  archive.writeUInt32LE(10, entry + 24);
  return archive;
}

describe('a CSV file', () => {
  it('is read with its rows numbered as a spreadsheet counts them, blank lines counted and left out', async () => {
    const content = `${csvOf([HARBOR])}\n,,,,,,,,,,,,\n${csvOf([facility({ name1: 'Two\nlines, "quoted"' })])
      .split('\n')
      .slice(1)
      .join('\n')}`;
    const table = await read(content);
    expect(table.rows.map(({ row, cells }) => [row, cells.name1])).toEqual([
      [2, 'Harbor Recovery Inc'],
      [5, 'Two\nlines, "quoted"'],
    ]);
    expect(table.digest).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it.each([
    ['a byte order mark', `\ufeff${csvOf([HARBOR])}`],
    ['semicolons', csvOf([HARBOR], { delimiter: ';' })],
    ['tabs', csvOf([HARBOR], { delimiter: '\t' })],
    ['Windows line ends', csvOf([HARBOR]).replaceAll('\n', '\r\n')],
    ['no line end at the end', csvOf([HARBOR]).trimEnd()],
  ])('may have %s', async (_what, content) => {
    expect((await read(content)).rows).toEqual([{ row: 2, cells: HARBOR }]);
  });

  it('keeps letters beyond ASCII', async () => {
    const table = await read(csvOf([facility({ name1: 'Clínica Peñuelas' })]));
    expect(table.rows[0]?.cells.name1).toBe('Clínica Peñuelas');
  });

  it('is recognised by its content, not by its name', async () => {
    expect((await read(csvOf([HARBOR]), 'list.xlsx')).rows).toHaveLength(1);
  });
});

describe('a workbook', () => {
  it('is read from the sheet that has the columns', async () => {
    const table = await read(
      workbookOf({ Codes: [['code', 'label']], Facilities: [[...COLUMNS], cellsOf(HARBOR)] }),
    );
    expect(table.rows).toEqual([{ row: 2, cells: HARBOR }]);
    expect(table.extraColumns).toEqual([]);
  });

  it('keeps the row numbers of the sheet across blank lines', async () => {
    const table = await read(
      workbookOf({ Facilities: [[...COLUMNS], cellsOf(HARBOR), [], cellsOf(facility({ name1: 'B' }))] }),
    );
    expect(table.rows.map(({ row, cells }) => [row, cells.name1])).toEqual([
      [2, 'Harbor Recovery Inc'],
      [4, 'B'],
    ]);
  });

  it('keeps the digits of numbers', async () => {
    const cells = COLUMNS.map((column) => (column === 'zip' ? { number: '6511' } : HARBOR[column]));
    const table = await read(workbookOf({ Facilities: [[...COLUMNS], cells] }));
    expect(table.rows[0]?.cells.zip).toBe('6511');
  });
});

describe('what is no facility list is refused with one sentence', () => {
  it.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'list is empty.'],
    [
      'a PDF',
      '%PDF-1.7 and so on',
      'list is a PDF; lists are also published as workbooks (.xlsx) or CSV, which can be read.',
    ],
    [
      'a workbook with a password',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'list is a password-protected workbook or one of the old format (.xls); save it as .xlsx without a password, or as CSV.',
    ],
    ['a compressed file', Buffer.from([0x1f, 0x8b, 8, 0]), 'list is compressed (gzip); unpack it first.'],
    [
      'UTF-16',
      Buffer.from('\ufeffname1,zip\n', 'utf16le'),
      'list is encoded as UTF-16; save it as "CSV UTF-8".',
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0, 1, 2]), 'list is neither a workbook (.xlsx) nor CSV.'],
    [
      'a damaged workbook',
      workbookOf({ Facilities: [[...COLUMNS], cellsOf(HARBOR)] }).subarray(0, 600),
      'The file starts like an .xlsx workbook but cannot be read as one: it is damaged, or some other kind of archive. Download it again, or save it as CSV.',
    ],
    [
      'an archive of something else',
      zipOf({ 'letter.txt': 'Dear reader' }),
      'The file starts like an .xlsx workbook but cannot be read as one: it is damaged, or some other kind of archive. Download it again, or save it as CSV.',
    ],
    [
      'a workbook with one cell in the last corner',
      sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      'A sheet of the workbook goes to 1048576; at most 100000 rows and 1000 columns are read. Delete empty rows and columns at its end, or save it as CSV.',
    ],
    [
      'a workbook that only says that it goes to the last corner',
      sheetOf('<row r="1"/>', '<dimension ref="A1:XFD9"/>'),
      'A sheet of the workbook goes to XFD9; at most 100000 rows and 1000 columns are read. Delete empty rows and columns at its end, or save it as CSV.',
    ],
    [
      'a workbook of 300 kB that unpacks to 300 MB of blanks',
      blanks(300),
      'The workbook is larger than 200 MB when it is unpacked. Remove what does not belong to the list, or save it as CSV.',
    ],
    [
      'a workbook that says it is smaller than it is',
      understated(blanks(1)),
      'The file starts like an .xlsx workbook but cannot be read as one: it is damaged, or some other kind of archive. Download it again, or save it as CSV.',
    ],
    [
      'a workbook of something else',
      workbookOf({ Codes: [['code', 'label']], Empty: [] }),
      'No sheet of the workbook ("Codes", "Empty") has a first line with the columns of the facility list: name1, street1, city, state, zip, service_code_info.',
    ],
    [
      'a workbook without a needed column',
      workbookOf({ Facilities: [COLUMNS.filter((column) => column !== 'state')] }),
      'The column "state" is missing from the header.',
    ],
    [
      'some text',
      'Dear reader,\nthis is a letter.\n',
      'The first line is not a header of the facility list; it needs the columns name1, street1, city, state, ' +
        'zip, service_code_info.',
    ],
    ['blank lines', '\n\n,,\n', 'The file has no header line.'],
    [
      'Latin-1',
      Buffer.from(csvOf([facility({ name1: 'Clínica' })]), 'latin1'),
      'The CSV is not encoded as UTF-8. Save it again as "CSV UTF-8".',
    ],
    [
      'broken quotation marks',
      `${COLUMNS.join(',')}\nHarbor "Recovery" Inc,,1 Long Wharf Drive\n`,
      'The CSV cannot be read beyond line 2: a quotation mark is out of place. Quote the whole cell and double the marks inside it.',
    ],
  ])('%s', async (_what, content, sentence) => {
    expect(await refused(content)).toBe(`ImportRefused: ${sentence}`);
  });

  it('a folder and a file that is not there', async () => {
    await expect(readFacilities(tmpdir())).rejects.toThrow(`${tmpdir()} is a folder; name the file in it.`);
    await expect(readFacilities('/nowhere/list.xlsx')).rejects.toThrow(
      'There is no file /nowhere/list.xlsx.',
    );
  });
});
