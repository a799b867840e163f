import { unzipSync } from 'fflate';
import { ImportRefused } from './import-refused.js';

/** Bytes of a workbook when it is unpacked. The national directory has 12 MB. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 1_000;

/** Where a cell or a row says that it is, and how far a sheet says that it goes: `r="B7"`, `r="7"`, `ref="A1:B7"`. */
const PLACE = /<(?:\w+:)?(?:c|row|dimension)\s(?:[^<>]*?\s)?(?:r|ref)="(?:[A-Z]+[0-9]+:)?([A-Z]*)([0-9]*)"/g;

/**
 * Refuses a workbook that would take all memory: a small file may unpack to gigabytes, and one cell in the last corner of
 * a sheet makes a table of billions. Throws `ImportRefused`, or the error of an archive that is not what it says.
 */
export function refuseHugeWorkbook(content: Uint8Array): void {
  let bytes = 0;
  const parts = unzipSync(content, {
    filter: ({ name, originalSize }) => {
      bytes += originalSize;
      if (bytes > MOST_BYTES)
        throw new ImportRefused(
          `The workbook is larger than ${MOST_BYTES / 1024 / 1024} MB when it is unpacked. Remove what does not belong to the list, or save it as CSV.`,
        );
      return name.endsWith('.xml');
    },
  });
  for (const part of Object.values(parts)) {
    for (const [, letters = '', digits = ''] of Buffer.from(part).toString('latin1').matchAll(PLACE))
      if (Number(digits) > MOST_ROWS || columnOf(letters) > MOST_COLUMNS)
        throw new ImportRefused(
          `A sheet of the workbook goes to ${letters}${digits}; at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns are read. Delete empty rows and columns at its end, or save it as CSV.`,
        );
  }
}

/** `A` is 1, `AA` is 27. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
