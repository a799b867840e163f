import { Client } from 'pg';
import { clientOptions, type Connection } from '../../database/connection.js';
import { queryingOf } from '../../database/querying.js';
import { markOf } from '../../directory/program.queries.js';
import { buildInThread } from './build-in-thread.js';
import type { BuiltPrograms, ReadyPrograms } from './build-programs.js';
import type { BuildOrder } from './build-programs.worker.js';
import { readIndexFile } from './index-file.js';

/** Holds the index whose build began before the rooms were loaded, for the index builder. */
export const FIRST_BUILD = Symbol('FirstBuild');

/** An index being built. */
export interface FirstBuild extends Pick<BuildOrder, 'day' | 'file'> {
  readonly built: Promise<ReadyPrograms>;
}

/**
 * Starts to read all programs while the rooms are still loading: from the file that an earlier start left, or else from
 * the database. Later changes are read afterwards, as after any build; an error is passed to the caller that waits for
 * the index.
 *
 * @param log says why a file is not used that should have been
 */
export function beginFirstBuild(order: BuildOrder, log: (line: string) => void): FirstBuild {
  const built = fromFileOrDatabase(order, log);
  built.catch(() => undefined);
  const { day, file } = order;
  return { day, file, built };
}

async function fromFileOrDatabase(order: BuildOrder, log: (line: string) => void): Promise<ReadyPrograms> {
  try {
    const kept = await fromFile(order);
    if (kept) return { ...kept, from: 'file' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log(`The index file ${order.file?.path} is not used: ${why}. The directory is read from the database.`);
  }
  return { ...(await buildInThread(order)), from: 'database' };
}

/** Changes since its version are read afterwards; what it was made from must be in this database still. */
async function fromFile({ connection, day, file }: BuildOrder): Promise<BuiltPrograms | undefined> {
  if (!file) return undefined;
  return readIndexFile(
    file.path,
    async (origin) =>
      origin.build === file.build &&
      origin.day === day &&
      origin.mark === (await markIn(connection, origin.version)),
  );
}

async function markIn(connection: Connection, version: number): Promise<string> {
  const client = new Client(clientOptions(connection));
  await client.connect();
  try {
    return await markOf(queryingOf(client), version);
  } finally {
    await client.end();
  }
}
