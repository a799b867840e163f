import { basename } from 'node:path';
import { findPostalCode } from '../../directory/postal-codes.js';
import { editionDay } from '../import-run/edition-day.js';
import type { NamedFile } from '../import-run/file-head.js';
import type { SourceFile } from '../import-run/import-source.js';
import { readTableFile } from '../import-run/read-table-file.js';
import type { TableLayout } from '../import-run/table-layout.js';
import { type LicenceMap, readLicenceMap, REQUIRED_FIELDS } from './licence-map.js';
import { readLicences } from './read-licences.js';

/** The lists of all states begin so; each state is a source of its own. */
export const LICENCE_LIST = 'license-list';

/**
 * Opens a state's list of licenses with the mapping file of that state. What it states is verified: the authority that
 * gives a license says so.
 *
 * Throws `ImportRefused` for an edition that is no day, for a mapping file that cannot be used, and for a file that has not its columns.
 *
 * @param edition the day of the file, YYYY-MM-DD
 * @param map the path of the mapping file
 */
export async function openLicenceFile(file: NamedFile, edition: string, map: string): Promise<SourceFile> {
  const asOf = editionDay(edition);
  const mapped = readLicenceMap(map);
  const table = await readTableFile(file, layoutOf(mapped));
  const source = `${LICENCE_LIST}-${mapped.state.toLowerCase()}`;
  return {
    source,
    edition,
    asOf,
    fileName: basename(file.name),
    fileDigest: table.digest,
    published: null,
    extraColumns: table.extraColumns,
    rowCount: table.rows.length,
    readRows: () => readLicences(table.rows, { map: mapped, source, asOf, findPostalCode }),
  };
}

/** Every column that the mapping file names must be there: without one of them its rows would be misread. */
function layoutOf(map: LicenceMap): TableLayout<string> {
  const columns = [
    ...Object.values(map.columns),
    ...Object.keys(map.inForce ?? {}),
    ...Object.keys(map.codes),
    ...(map.capacity ? [map.capacity.column] : []),
  ];
  const unique = [...new Set(columns)];
  return {
    name: `license list of ${map.state}`,
    columns: unique,
    required: [...new Set([...REQUIRED_FIELDS.map((field) => map.columns[field]!), ...unique])],
    otherwiseEncoded: 'windows-1252',
  };
}
