import { randomUUID } from 'node:crypto';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { today } from '../../config/today.js';
import { ChangeSignal } from '../../database/change-signal.js';
import { CONNECTION, type Connection } from '../../database/connection.js';
import { directoryVersion } from '../../directory/program.queries.js';
import { Problem } from '../../http/problem.js';
import { receiveFile } from '../../http/uploads.js';
import { actorOf, type WriteContext } from '../../http/writes/write-context.js';
import { Writes } from '../../http/writes/writes.js';
import { brakeSentence } from '../import-run/brakes.js';
import * as log from '../import-run/import-log.js';
import { holdingImports } from '../import-run/run-import.js';
import { IMPORT_KINDS } from '../import-kinds.js';
import type { ApplyImportRequest, ImportRunResponse, NewImportQuery } from './import.dto.js';
import { findRun, runUnderWay } from './import.queries.js';
import { importInThread, type ImportOrder, type RunningImport } from './import-thread.js';
import { shownRun } from './shown-run.js';

/** The longest file, in bytes: 64 MB. */
export const LONGEST_IMPORT = 64 * 1024 ** 2;
export const INSTEAD_OF_UPLOAD = 'Import it with `navigator import`.';

const ENDED = 'The import ended in the middle. Nothing was imported; look at the file and send it again.';

/** Imports over HTTP: each is a run that a thread carries out while its caller asks how far it is. */
@Injectable()
export class ImportService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Imports');
  private readonly running = new Set<RunningImport>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: Writes,
    private readonly changes: ChangeSignal,
    @Inject(CONNECTION) private readonly connection: Connection,
  ) {}

  /** Runs of a process that was killed would seem to be under way for good. */
  onApplicationBootstrap(): void {
    // The lock of imports belongs to a session, and through a pooler to nobody in particular.
    if (!this.connection.isPooled) void this.closeAbandoned();
  }

  /** While another import runs, or the database is away, the next import does it. */
  private async closeAbandoned(): Promise<void> {
    await holdingImports(this.dataSource, () => Promise.resolve()).catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const { stop } of this.running) await stop();
  }

  /** Receives a file and begins to read it. Throws a 409 problem while another import runs. */
  async begin(
    context: WriteContext,
    query: NewImportQuery,
    request: FastifyRequest,
  ): Promise<ImportRunResponse> {
    if (this.connection.isPooled)
      throw Problem.unavailable(
        'This server reaches its database through a pooler, and an import needs a connection of its own. Import on ' +
          'the command line, with the address of the database itself.',
        3600,
      );
    const received = await receiveFile(request, { limit: LONGEST_IMPORT, instead: INSTEAD_OF_UPLOAD });
    const { kind, edition, map, dryRun = false, replaceDemo = false } = query;
    const fileName = query.fileName ?? `a file of ${kind}`;
    const actor = actorOf(context);
    const id = randomUUID();
    let begun = false;
    try {
      await this.closeAbandoned();
      const digest = `${received.digest} ${JSON.stringify(query)}`;
      const run = await this.writes.performAtOnce({ ...context, bodyDigest: digest }, async (manager) => {
        await refuseWhileRunning(manager);
        const { source } = IMPORT_KINDS[kind];
        const fileDigest = received.digest;
        await log.openRun(manager, { id, source, edition, fileName, fileDigest, startedBy: actor.name });
        begun = true;
        return existingRun(manager, id);
      });
      const task = { read: received.path, kind, edition, map, fileName, dryRun, replaceDemo };
      if (begun) this.follow({ ...this.order(id, context), task }, received.remove);
      return run;
    } catch (error) {
      begun = false;
      throw error;
    } finally {
      if (!begun) await received.remove();
    }
  }

  /** Begins to apply a run that waits. Throws a 409 problem if it does not, or if something else has changed since. */
  async apply(
    context: WriteContext,
    id: string,
    { accept = {} }: ApplyImportRequest,
  ): Promise<ImportRunResponse> {
    let begun = false;
    const run = await this.writes.performAtOnce(context, async (manager) => {
      const { state, directoryVersion: compared, report } = await existingRun(manager, id);
      if (state !== 'ready' || report === null)
        throw new Problem('conflict', `Only a run that is ready can be applied; this one is ${state}.`);
      const now = await directoryVersion(manager);
      if (now !== compared)
        throw new Problem(
          'conflict',
          'The directory has changed since this file was compared with it. Send the file again.',
        );
      const brakes = report.brakes.filter(({ kind, figure }) => accept[kind] !== figure);
      if (brakes.length > 0)
        throw new Problem(
          'conflict',
          `${brakes.map(brakeSentence).join(' ')} If the file is right, accept ${brakes.map(({ kind, figure }) => `"${kind}": ${figure}`).join(', ')}.`,
        );
      await refuseWhileRunning(manager);
      await log.markState(manager, id, 'applying');
      await log.markProgress(manager, id, 0, null);
      begun = true;
      return existingRun(manager, id);
    });
    if (begun) this.follow({ ...this.order(id, context), task: { apply: true, accept } });
    return run;
  }

  private order(run: string, context: WriteContext): Omit<ImportOrder, 'task'> {
    const { id, name } = actorOf(context);
    return { connection: this.connection, run, actor: { id, name }, today: today() };
  }

  private follow(order: ImportOrder, atEnd: () => Promise<void> = () => Promise.resolve()): void {
    const running = importInThread(order);
    this.running.add(running);
    void running.ended
      .catch((error: unknown) => this.recordFailure(order.run, error))
      .finally(() => {
        this.running.delete(running);
        this.changes.raise();
      })
      .then(atEnd)
      .catch((error: unknown) => this.log.warn('The file of an import could not be removed', error));
  }

  /** A thread that was ended in the middle could not tell. */
  private async recordFailure(id: string, error: unknown): Promise<void> {
    this.log.error(`Import ${id} failed`, error);
    const run = await findRun(this.dataSource.manager, id);
    if (run && (run.state === 'reading' || run.state === 'applying'))
      await log.markState(this.dataSource.manager, id, 'failed', { problem: ENDED });
  }
}

/** Throws a 404 problem if there is no such run. */
export async function existingRun(manager: EntityManager, id: string): Promise<ImportRunResponse> {
  const run = await findRun(manager, id);
  if (!run) throw Problem.notFound('import', id);
  return shownRun(run);
}

async function refuseWhileRunning(manager: EntityManager): Promise<void> {
  const other = await runUnderWay(manager);
  if (other !== undefined)
    throw new Problem('conflict', `Import ${other} is under way; wait until it has ended.`);
}
