import { SeedFileError } from '../../config/seed-file.js';
import { ImportRefused } from './import-refused.js';

/** Reads a mapping file that a person wrote. Throws `ImportRefused` with one sentence for a file that cannot be used. */
export function usableMap<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SeedFileError) throw new ImportRefused(error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new ImportRefused(`The mapping file ${file} cannot be read (${code}).`);
  }
}
