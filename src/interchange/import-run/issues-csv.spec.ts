import { issuesCsv } from './issues-csv.js';

describe('issues as CSV', () => {
  it('are one line each, every cell quoted', () => {
    expect(
      issuesCsv([
        {
          row: 3,
          kind: 'unknown-code',
          field: 'service_code_info',
          value: 'X"Y, Z',
          message: 'Two\nlines.',
        },
      ]),
    ).toBe(
      '"row","kind","field","value","message"\r\n"3","unknown-code","service_code_info","X""Y, Z","Two\nlines."\r\n',
    );
  });

  it('never start a cell as a formula of a spreadsheet', () => {
    expect(
      issuesCsv([{ row: 3, kind: 'unknown-state', field: 'state', value: '=1+1', message: 'm' }]),
    ).toContain(`"'=1+1"`);
  });

  it('of none is the header alone', () => {
    expect(issuesCsv([])).toBe('"row","kind","field","value","message"\r\n');
  });
});
