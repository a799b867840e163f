import { type CsvTable, headerLine, rowLine } from './csv-table.js';

interface Row {
  readonly name: string | null;
  readonly longitude: number | null;
}
const table: CsvTable<Row> = {
  name: 'rows',
  description: 'Rows',
  key: ['name'],
  columns: [
    { name: 'name', type: 'string', description: 'Name', of: ({ name }) => name },
    { name: 'longitude', type: 'number', description: 'Longitude', of: ({ longitude }) => longitude },
  ],
};

describe('A table as CSV', () => {
  it.each([
    ['Elm Clinic', -72.9, 'Elm Clinic,-72.9\r\n'],
    ['Elm, Oak "and" Ash', 0, '"Elm, Oak ""and"" Ash",0\r\n'],
    ['two\nlines', 1, '"two\nlines",1\r\n'],
    [null, null, ',\r\n'],
    ['=HYPERLINK("http://x")', 1, `"'=HYPERLINK(""http://x"")",1\r\n`],
    ['+1 203', 1, "'+1 203,1\r\n"],
    ['-1', 1, "'-1,1\r\n"],
    ['@elm', 1, "'@elm,1\r\n"],
  ])('has no cell that a spreadsheet would run: %s', (name, longitude, line) => {
    expect(rowLine(table, { name, longitude })).toBe(line);
  });

  it('begins with the names of its columns', () => {
    expect(headerLine(table)).toBe('name,longitude\r\n');
  });
});
