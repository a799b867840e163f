import { COLUMNS, FACILITY_LIST } from '../samhsa/facility-row.js';
import { ImportRefused } from './import-refused.js';
import { readHeader, tableRow } from './table-layout.js';

describe('the header of a table', () => {
  it('is found whatever its case, blanks, underscores and order', () => {
    const header = readHeader(
      ['ServiceCodeInfo', ' ZIP ', 'State', 'city', 'STREET 1', 'Name_1', 'Intake1A'],
      FACILITY_LIST,
    );
    expect(Object.fromEntries(header.positions)).toEqual({
      service_code_info: 0,
      zip: 1,
      state: 2,
      city: 3,
      street1: 4,
      name1: 5,
      intake1a: 6,
    });
    expect(header.extraColumns).toEqual([]);
  });

  it('notes the columns that are not of the list', () => {
    expect(readHeader([...COLUMNS, 'latitude', '', 'county'], FACILITY_LIST).extraColumns).toEqual([
      'latitude',
      'county',
    ]);
  });

  it.each([
    [COLUMNS.filter((column) => column !== 'zip'), 'The column "zip" is missing from the header.'],
    [
      ['name1', 'street1', 'city', 'service_code_info'],
      'The columns "state", "zip" are missing from the header.',
    ],
    [[...COLUMNS, 'Zip'], 'The column "zip" is in the header twice; remove one of them.'],
    [
      ['code', 'label'],
      'The first line is not a header of the facility list; it needs the columns name1, street1, city, state, ' +
        'zip, service_code_info.',
    ],
  ])('%j is refused', (cells, sentence) => {
    expect(() => readHeader(cells, FACILITY_LIST)).toThrow(new ImportRefused(sentence));
  });
});

describe('a row of a table', () => {
  const header = readHeader(['zip', 'name1', 'street1', 'city', 'state', 'service_code_info'], FACILITY_LIST);

  it('has the text of every column as the file has it', () => {
    const row = tableRow(7, ['06511', ' A ', 'B', 'C', 'CT', 'SA'], header);
    expect(row).toEqual({
      row: 7,
      cells: {
        name1: ' A ',
        name2: '',
        street1: 'B',
        street2: '',
        city: 'C',
        state: 'CT',
        zip: '06511',
        phone: '',
        intake1: '',
        intake2: '',
        intake1a: '',
        intake2a: '',
        service_code_info: 'SA',
      },
    });
  });

  it('remembers that it has fewer or more cells than the header', () => {
    expect(tableRow(2, ['06511', 'A'], header).oddCellCount).toBe(2);
    expect(tableRow(2, ['06511', 'A', 'B', 'C', 'CT', 'SA', 'OP'], header).oddCellCount).toBe(7);
    expect(tableRow(2, ['06511', 'A', 'B', 'C', 'CT', 'SA', '', ''], header).oddCellCount).toBeUndefined();
  });
});
