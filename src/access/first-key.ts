import { DataSource } from 'typeorm';
import { IS_VALID_ADMINISTRATOR } from './key.queries.js';

/** How to create the first key, in one line; `undefined` if an administrator has a valid key. There is no password to begin with. */
export async function firstKeyInstructions(dataSource: DataSource): Promise<string | undefined> {
  const [row]: { exists: boolean }[] = await dataSource.query(
    `SELECT EXISTS (SELECT FROM access_key WHERE ${IS_VALID_ADMINISTRATOR}) AS exists`,
  );
  if (row?.exists) return undefined;
  return 'No administrator has a key yet. Create one: npm run -s navigator -- key create --role administrator --name "Your Name"';
}
