import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { readPhone } from '../../src/core/directory/phone-number.js';
import type { ListedProgram } from '../../src/core/linkage/listed-program.js';
import { codesIn } from '../../src/interchange/samhsa/facility-row.js';
import { readDirectoryFile } from './samhsa/import-directory.js';

/** Codes of the national directory that say in what setting care is given. */
const SETTINGS = ['HI', 'OP', 'RES', 'HID', 'HIT', 'OD', 'ODT', 'OIT', 'OMB', 'ORT', 'RD', 'RL', 'RS'];

/** The national directory as linkage reads it. The key of a record is its row in the file. */
export async function directoryPrograms(workbook: string): Promise<ListedProgram[]> {
  const { rows } = await readDirectoryFile(workbook);
  return rows.map(({ row, cells }) => {
    const services = codesIn(cells.service_code_info);
    return {
      key: String(row),
      name: cells.name1,
      ...optional('nameDetail', cells.name2),
      streets: filled([cells.street1, cells.street2]),
      city: cells.city,
      state: cells.state,
      postalCode: fiveDigits(cells.zip),
      phones: phones([cells.phone, cells.intake1, cells.intake2, cells.intake1a, cells.intake2a]),
      services,
      settings: new Set(SETTINGS.filter((code) => services.has(code))),
      isOpioidTreatmentProgram: services.has('OTP'),
    };
  });
}

/** Certified opioid treatment programs of 2021: one name each, no telephone. */
export function opioidTreatmentPrograms(csv: string): ListedProgram[] {
  return rowsOf(csv).map((cells, at) => ({
    key: String(at + 2),
    name: cells['ID']!,
    streets: filled([cells['ADDRESS']!]),
    city: cells['CITY']!,
    state: cells['STATE']!,
    postalCode: fiveDigits(cells['POSTAL']!),
    phones: [],
    isOpioidTreatmentProgram: true,
  }));
}

/** Mental health services of 2021. */
export function mentalHealthServices(csv: string): ListedProgram[] {
  return rowsOf(csv).map((cells, at) => ({
    key: String(at + 2),
    name: cells['name1']!,
    ...optional('nameDetail', cells['name2']!),
    streets: filled([cells['street1']!, cells['street2']!]),
    city: cells['city']!,
    state: cells['state']!,
    postalCode: fiveDigits(cells['zip']!),
    phones: phones([cells['phone']!, cells['intake1']!, cells['intake2']!]),
  }));
}

/** Two records that a reader compared. */
export interface LabelledPair {
  readonly listed: string;
  readonly incoming: string;
  readonly isSame: boolean;
  /** How many pairs of the whole it stands for: hard kinds were drawn more often. */
  readonly weight: number;
}

/** The pairs with a certain answer, of the national directory of 2023 and another list, named by its folder. */
export function labelledPairs(csv: string, folder: string): LabelledPair[] {
  return rowsOf(csv)
    .filter((cells) => cells['source_b']!.startsWith(`${folder}/`) && cells['label'] !== 'cannot tell')
    .map((cells) => ({
      listed: cells['row_a']!,
      incoming: cells['row_b']!,
      isSame: cells['label'] === 'same program',
      weight: Number(cells['weight']),
    }));
}

function rowsOf(csv: string): Record<string, string>[] {
  return parse(readFileSync(csv, 'utf8'), { columns: true, bom: true });
}

function optional(field: 'nameDetail', text: string): { nameDetail?: string } {
  return text.trim() === '' ? {} : { [field]: text };
}

function filled(texts: readonly string[]): string[] {
  return texts.filter((text) => text.trim() !== '');
}

function phones(texts: readonly string[]): string[] {
  return filled(texts)
    .map(readPhone)
    .filter((phone) => phone !== undefined);
}

function fiveDigits(zip: string): string {
  return zip.trim().split('-')[0]!.slice(0, 5).padStart(5, '0');
}
