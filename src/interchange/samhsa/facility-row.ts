import type { TableLayout, TableRow } from '../import-run/table-layout.js';

/** The columns of the directory's facility list, in its order. */
export const COLUMNS = [
  'name1',
  'name2',
  'street1',
  'street2',
  'city',
  'state',
  'zip',
  'phone',
  'intake1',
  'intake2',
  'intake1a',
  'intake2a',
  'service_code_info',
] as const;
export type Column = (typeof COLUMNS)[number];

export const FACILITY_LIST: TableLayout<Column> = {
  name: 'facility list',
  columns: COLUMNS,
  required: ['name1', 'street1', 'city', 'state', 'zip', 'service_code_info'],
};

export type FacilityRow = TableRow<Column>;

/**
 * The codes of a row; separated by blanks, with their categories separated by `*`. Every code is written in capitals:
 * some programs that save a table change the case of its letters.
 */
export function codesIn(serviceCodeInfo: string): Set<string> {
  return new Set(
    serviceCodeInfo
      .toUpperCase()
      .split(/[\s*]+/)
      .filter((code) => code !== ''),
  );
}
