import type { DataSource } from 'typeorm';

/**
 * The secret of this installation: 32 random bytes in its database, the same for every process on it.
 *
 * @throws if the database cannot be read, or was not migrated
 */
export async function readInstallationSecret(dataSource: DataSource): Promise<Buffer> {
  const [row]: { value: string }[] = await dataSource.query(
    `SELECT value FROM installation WHERE key = 'cursor_secret'`,
  );
  if (!row) throw new Error('The table installation has no cursor_secret; was the database migrated?');
  return Buffer.from(row.value, 'hex');
}
