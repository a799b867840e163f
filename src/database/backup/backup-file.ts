import { createReadStream, createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Connection } from '../connection.js';
import { BackupError } from './backup-format.js';
import { restoreBackup } from './restore-backup.js';
import { backupLines, type BackupSize } from './write-backup.js';

/**
 * Writes all tables of a database to a new file that only this account can read. The file gets its name once it is
 * complete and on the disk. Throws `BackupError`, for a file that is there too.
 */
export async function writeBackupFile(connection: Connection, file: string): Promise<BackupSize> {
  const draft = `${file}.part`;
  await rm(draft, { force: true });
  try {
    const { lines, size } = backupLines(connection);
    await pipeline(lines, createGzip(), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
    await link(draft, file);
    return size();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new BackupError(`There is a file ${file} already, and it was left as it is. Name another file.`);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Loads a file of `writeBackupFile` into a database without tables: all of it, or nothing. Throws `BackupError`. */
export async function restoreBackupFile(connection: Connection, file: string): Promise<BackupSize> {
  const packed = createReadStream(file);
  const bytes = createGunzip();
  // An error of the file ends what is read of it.
  packed.once('error', (error) => bytes.destroy(error)).pipe(bytes);
  try {
    return await restoreBackup(connection, bytes as AsyncIterable<Buffer>);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
      throw new BackupError(
        `${file} cannot be read (${code}). Name a file that navigator backup has written.`,
      );
    if (code?.startsWith('Z_'))
      throw new BackupError(
        `${file} is no backup, or it is damaged or cut off (${code}). Nothing was changed.`,
      );
    throw error;
  } finally {
    packed.destroy();
    bytes.destroy();
  }
}
