import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { projectFolder } from '../../config/project-folder.js';
import type { BuiltPrograms } from './build-programs.js';
import type { BuildOrder } from './build-programs.worker.js';

/** The thread's compiled code; the same whether the service runs compiled or from its sources. */
const THREAD = join(projectFolder, 'dist', 'src', 'matching', 'live', 'build-programs.worker.js');

/**
 * Nearly everything that is read is discarded at once: with a small young generation the garbage collector would run
 * all the time.
 */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 96 };

/** Reads and indexes all programs in a separate thread, so that requests do not wait; the thread then keeps the index. */
export function buildInThread(order: BuildOrder): Promise<BuiltPrograms> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { workerData: order, resourceLimits: RESOURCE_LIMITS });
    let built = false;
    worker.once('message', (programs: BuiltPrograms) => {
      built = true;
      resolve(programs);
    });
    worker.once('error', (error) => {
      if (built)
        new Logger('Matching').warn(
          `The index is not kept in ${order.file?.path}, so the next start reads the database`,
          error,
        );
      else reject(error);
    });
    worker.once('exit', (code) => reject(new Error(`The index could not be built: exit ${code}.`)));
  });
}
