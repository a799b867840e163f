import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type NamedFile, readHead } from './file-head.js';
import { ImportRefused } from './import-refused.js';
import { delimiterOf, NotEncodedSo, readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import type { Table, TableLayout } from './table-layout.js';

/** First bytes of files that people mistake for a table, and the message for each. */
const OTHER_KINDS: readonly { magic: Buffer; sentence: string }[] = [
  {
    magic: Buffer.from('%PDF'),
    sentence: 'is a PDF; lists are also published as workbooks (.xlsx) or CSV, which can be read.',
  },
  {
    magic: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    sentence:
      'is a password-protected workbook or one of the old format (.xls); save it as .xlsx without a password, or as CSV.',
  },
  { magic: Buffer.from([0x1f, 0x8b]), sentence: 'is compressed (gzip); unpack it first.' },
  { magic: Buffer.from([0xff, 0xfe]), sentence: 'is encoded as UTF-16; save it as "CSV UTF-8".' },
  { magic: Buffer.from([0xfe, 0xff]), sentence: 'is encoded as UTF-16; save it as "CSV UTF-8".' },
];

/** A table that was read from a file. */
export interface TableFile<Column extends string> extends Table<Column> {
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
}

/**
 * Reads a table from a workbook or CSV, which are distinguished by content, not by name. Throws `ImportRefused` with one
 * sentence for any other file.
 */
export async function readTableFile<Column extends string>(
  { path, name }: NamedFile,
  layout: TableLayout<Column>,
): Promise<TableFile<Column>> {
  const head = await readHead({ path, name });
  const other = OTHER_KINDS.find(({ magic }) => head.subarray(0, magic.length).equals(magic));
  if (other) throw new ImportRefused(`${name} ${other.sentence}`);

  if (head.subarray(0, 2).toString('latin1') === 'PK') {
    const content = await readFile(path);
    return {
      ...(await readWorkbook(content, layout)),
      digest: createHash('sha256').update(content).digest('hex'),
    };
  }
  // Text has no NUL; a cell that has one further down is an issue of its row.
  const firstLine = head.subarray(0, head.indexOf('\n') === -1 ? head.length : head.indexOf('\n'));
  if (firstLine.includes(0)) throw new ImportRefused(`${name} is neither a workbook (.xlsx) nor CSV.`);

  const delimiter = delimiterOf(head.toString('utf8'));
  try {
    return await readCsvFile(path, delimiter, layout);
  } catch (error) {
    if (!(error instanceof NotEncodedSo) || layout.otherwiseEncoded === undefined) throw error;
    return readCsvFile(path, delimiter, layout, layout.otherwiseEncoded);
  }
}

async function readCsvFile<Column extends string>(
  path: string,
  delimiter: string,
  layout: TableLayout<Column>,
  encoding?: string,
): Promise<TableFile<Column>> {
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const table = await readCsv(hashed(), delimiter, layout, encoding);
  return { ...table, digest: hash.digest('hex') };
}
