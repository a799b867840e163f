import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectFolder } from '../../config/project-folder.js';
import type { AuditActor } from '../../database/audit-trail.js';
import type { Connection } from '../../database/connection.js';
import type { AcceptedFigures } from '../import-run/brakes.js';
import type { ImportKindName } from '../import-kinds.js';

/** What a thread does with a run that is open: reads a file into it, or applies what is staged. */
export interface ImportOrder {
  readonly connection: Connection;
  readonly run: string;
  readonly actor: AuditActor;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly task:
    | {
        readonly read: string;
        readonly kind: ImportKindName;
        readonly edition: string;
        readonly map?: string;
        readonly fileName: string;
        readonly dryRun: boolean;
        readonly replaceDemo: boolean;
      }
    | { readonly apply: true; readonly accept: AcceptedFigures };
}

/** The thread's compiled code, an entrance of its own; the same whether the service runs compiled or from its sources. */
const THREAD = join(projectFolder, 'dist', 'src', 'start', 'import.worker.js');

/** A file that unpacks to gigabytes ends its thread, never the service. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 512 };

/** An import that runs in a separate thread, so that requests do not wait. */
export interface RunningImport {
  /** When the thread has ended; how the run went is stored with it. Rejects if the thread failed before it could tell. */
  readonly ended: Promise<void>;
  /** Ends the thread in the middle; the directory is not changed then. */
  readonly stop: () => Promise<void>;
}

export function importInThread(order: ImportOrder): RunningImport {
  const worker = new Worker(THREAD, { workerData: order, resourceLimits: RESOURCE_LIMITS });
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  return { ended, stop: async () => void (await worker.terminate()) };
}
