import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { COLUMNS, type Column } from '../../../src/interchange/samhsa/facility-row.js';

/** A complete facility of the list, in which tests change what they test. */
export const FACILITY: Readonly<Record<Column, string>> = {
  name1: 'Harbor Recovery Inc',
  name2: 'Outpatient Services',
  street1: '1 Long Wharf Drive',
  street2: 'Suite 2',
  city: 'New Haven',
  state: 'CT',
  zip: '06511',
  phone: '203-555-0100',
  intake1: '203-555-0101',
  intake2: '',
  intake1a: '',
  intake2a: '',
  service_code_info: 'SA SUMH * OP ORT OMB * BU NU * BUM UB * MD PI SF * SS * YAD ADLT * FEM MALE * TELE',
};

export function facility(changes: Partial<Record<Column, string>> = {}): Record<Column, string> {
  return { ...FACILITY, ...changes };
}

/** The facility list as CSV. */
export function csvOf(
  facilities: readonly Readonly<Record<Column, string>>[],
  { delimiter = ',' } = {},
): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = [[...COLUMNS], ...facilities.map((one) => COLUMNS.map((column) => one[column]))];
  return lines.map((cells) => `${cells.map(quoted).join(delimiter)}\n`).join('');
}

/** A cell of a workbook: text, or a number with the digits of the file. */
export type WorkbookCell = string | { readonly number: string };

/** A small .xlsx workbook with inline text. Rows keep their positions: an empty one is a blank line. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly WorkbookCell[])[]>>): Buffer {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
      .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${names
      .map(
        (_name, i) =>
          `<Relationship Id="s${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  };
  Object.values(sheets).forEach((lines, i) => {
    const rows = lines.map((cells, row) => {
      const xml = cells.map((cell, column) => {
        const at = `${String.fromCharCode(65 + column)}${row + 1}`;
        if (typeof cell !== 'string') return `<c r="${at}"><v>${cell.number}</v></c>`;
        return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
      });
      return `<row r="${row + 1}">${xml.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  return zipOf(parts);
}

/** An archive of stored (not compressed) files. */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** Gives the path of a file with this content to `use`, and removes it afterwards. */
export async function withFile<T>(
  name: string,
  content: string | Buffer,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'facility-files-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
