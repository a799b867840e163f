import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { clientOptions, type Connection } from '../../database/connection.js';
import { queryingOf } from '../../database/querying.js';
import { markOf } from '../../directory/program.queries.js';
import { buffersOfPrograms, buildPrograms } from './build-programs.js';
import { type IndexFile, serializeIndex, writeIndexFile } from './index-file.js';

/** The thread's input: where the database is, and the day. */
export interface BuildOrder {
  readonly connection: Connection;
  readonly day: string;
  /** Where a later start finds the index, and the build that makes it; without it, it is not kept. */
  readonly file?: IndexFile | undefined;
}

const { connection, day, file } = workerData as BuildOrder;
/** What is kept is written after the connection is closed: the transaction would stay open meanwhile. */
async function build(): Promise<() => Promise<void>> {
  const client = new Client(clientOptions(connection));
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const querying = queryingOf(client);
    const built = await buildPrograms(querying, day);
    const { version } = built;
    const mark = file ? await markOf(querying, version) : '';
    // An empty directory has no last change to be known by, and takes no time to read.
    const kept = file && mark !== '' ? serializeIndex(built) : undefined;
    parentPort!.postMessage(built, buffersOfPrograms(built));
    return async () => {
      if (kept) await writeIndexFile(file!.path, { build: file!.build, day, version, mark }, kept);
    };
  } finally {
    await client.end();
  }
}

const keep = await build();
await keep();
