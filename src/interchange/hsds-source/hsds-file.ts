import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findPostalCode } from '../../directory/postal-codes.js';
import { editionDay } from '../import-run/edition-day.js';
import type { NamedFile } from '../import-run/file-head.js';
import { readHead } from '../import-run/file-head.js';
import { ImportRefused } from '../import-run/import-refused.js';
import type { SourceFile } from '../import-run/import-source.js';
import { digestOfFile, isJsonObject, readJsonValues } from '../import-run/read-json-file.js';
import { completedMap } from './completed-map.js';
import { readHsdsMap } from './hsds-map.js';
import { serviceReader, type ServiceRow } from './read-services.js';

/**
 * Opens services of HSDS 3.x: a page, a list, or one service a line. Terms that the mapping file has not decided state nothing;
 * `mapDraft` is that file with them in it.
 *
 * Throws `ImportRefused` for an edition that is no day, for a mapping file that cannot be used, and for a file that is no JSON.
 *
 * @param edition the day on which the source was read, YYYY-MM-DD
 * @param map the path of the mapping file; it need not be there yet
 */
export async function openHsdsFile(file: NamedFile, edition: string, map: string): Promise<SourceFile> {
  const asOf = editionDay(edition);
  const mapped = readHsdsMap(map);
  await readHead(file);
  const read = serviceReader({ map: mapped, asOf, findPostalCode });
  const rows: ServiceRow[] = [];
  let isHsds = false;
  for await (const value of readJsonValues(file))
    for (const service of servicesIn(value)) {
      isHsds ||= isJsonObject(service) && 'status' in service && 'name' in service;
      rows.push(...read(service));
    }
  if (!isHsds) throw new ImportRefused(`${file.name} has no services of HSDS: each has id, name and status.`);
  const undecided = rows.flatMap((row) => row.undecided);
  return {
    source: mapped.source,
    edition,
    asOf,
    fileName: basename(file.name),
    fileDigest: await digestOfFile(file),
    published: null,
    extraColumns: [],
    rowCount: rows.length,
    ...(undecided.length === 0
      ? {}
      : {
          mapDraft: completedMap(existsSync(map) ? readFileSync(map, 'utf8') : undefined, mapped, undecided),
        }),
    readRows: () => rows,
  };
}

/** The services of pages, of a list, or of lines. */
function servicesIn(value: unknown): readonly unknown[] {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return parts.flatMap((part) =>
    isJsonObject(part) && Array.isArray(part['contents']) ? (part['contents'] as unknown[]) : [part],
  );
}
