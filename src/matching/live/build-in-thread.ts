import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectFolder } from '../../config/project-folder.js';
import type { BuiltPrograms } from './build-programs.js';
import type { BuildOrder } from './build-programs.worker.js';

/** The thread's code as it was built; it is the same one, whether the service runs built or from its sources. */
const THREAD = join(projectFolder, 'dist', 'src', 'matching', 'live', 'build-programs.worker.js');

/** Nearly all that is read is thrown away at once: with little room for what is new it would be swept all the time. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 96 };

/** Reads and indexes all programs in a thread of its own, so that nobody waits meanwhile. */
export function buildInThread(order: BuildOrder): Promise<BuiltPrograms> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { workerData: order, resourceLimits: RESOURCE_LIMITS });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The index could not be built: exit ${code}.`)));
  });
}
