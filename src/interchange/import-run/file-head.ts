import { open, stat } from 'node:fs/promises';
import { loggableError } from '../../http/logging/loggable-error.js';
import { ImportRefused } from './import-refused.js';

const HEAD_BYTES = 8192;

/** A file on the disk, and what people call it. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** The first bytes of a file. Throws `ImportRefused` for a file that is empty or cannot be read. */
export async function readHead({ path, name }: NamedFile): Promise<Buffer> {
  try {
    if ((await stat(path)).isDirectory())
      throw new ImportRefused(`${name} is a folder; name the file in it.`);
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      if (bytesRead === 0) throw new ImportRefused(`${name} is empty.`);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ImportRefused(`There is no file ${name}.`);
    if (code === 'EACCES' || code === 'EPERM')
      throw new ImportRefused(`${name} may not be read by this account.`);
    throw new ImportRefused(`${name} cannot be read (${code ?? loggableError(error).name}).`);
  }
}

/** Whether a file begins as JSON does, with an object or a list. */
export function beginsAsJson(head: Buffer): boolean {
  return /^(\uFEFF)?\s*[{[]/.test(head.toString('utf8'));
}
