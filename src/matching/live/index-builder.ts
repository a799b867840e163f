import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { projectFolder } from '../../config/project-folder.js';
import { CONNECTION, type Connection } from '../../database/connection.js';
import { countPublished } from '../../directory/program.queries.js';
import { type BuiltPrograms, buildPrograms } from './build-programs.js';
import type { BuildOrder } from './build-programs.worker.js';

/** Fewer programs than this are indexed sooner than a thread has started. */
const WORTH_A_THREAD = 1500;

/** The thread's code as it was built; it is the same one, whether the service runs built or from its sources. */
const THREAD = join(projectFolder, 'dist', 'src', 'matching', 'live', 'build-programs.worker.js');

/** Reads and indexes all programs: a large directory in a thread of its own, so that nobody waits meanwhile. */
@Injectable()
export class IndexBuilder {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONNECTION) private readonly connection: Connection,
  ) {}

  async build(day: string): Promise<BuiltPrograms> {
    const { manager } = this.dataSource;
    if ((await countPublished(manager, WORTH_A_THREAD)) >= WORTH_A_THREAD) return this.inThread(day);
    return this.dataSource.transaction('REPEATABLE READ', (querying) => buildPrograms(querying, day));
  }

  private inThread(day: string): Promise<BuiltPrograms> {
    const order: BuildOrder = { connection: this.connection, day };
    return new Promise((resolve, reject) => {
      const worker = new Worker(THREAD, { workerData: order });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The index could not be built: exit ${code}.`)));
    });
  }
}
