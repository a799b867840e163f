import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { projectFolder } from '../../config/project-folder.js';
import { today } from '../../config/today.js';
import { CONNECTION, type Connection } from '../../database/connection.js';
import { ApproachService } from '../../evidence/approach.service.js';
import { Problem } from '../../http/problem.js';
import { entityTag } from '../../http/writes/etag.js';
import { outwardState } from '../outward/outward-state.js';
import type { ExportFile } from './export-files.js';
import { exportedApproaches } from './exported-approaches.js';
import type { ExportOrder } from './make-export.worker.js';

/** The folder of the files; without it, one of this process that is deleted when it ends. */
export const EXPORTS_FOLDER = Symbol('exports folder');

/** A file that is ready. */
export interface ReadyFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly tag: string;
}

const THREAD = join(projectFolder, 'dist', 'src', 'interchange', 'bulk', 'make-export.worker.js');
/** A request waits as long for an export that is being made; a client then comes again. */
const WAIT_MS = 20_000;
const COME_AGAIN_SECONDS = 10;
/** Names of the folders that are made here, unfinished ones too. Nothing else is ever deleted. */
const MADE_HERE = /^[A-Za-z0-9_-]{27}(\.unfinished-\d+)?$/;
/** Memory of the thread: a batch of programs at a time. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256 };

/**
 * The exports of the present version of the directory, as files: made in a thread when they are first asked for, kept until the
 * directory or the day changes.
 */
@Injectable()
export class Exports implements OnApplicationShutdown {
  private readonly log = new Logger('Exports');
  private readonly making = new Map<string, Promise<void>>();
  private own: Promise<string> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly approaches: ApproachService,
    @Inject(CONNECTION) private readonly connection: Connection,
    @Inject(EXPORTS_FOLDER) private readonly folder: string | undefined,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.making.values());
    if (this.own) await rm(await this.own, { recursive: true, force: true });
  }

  /**
   * The present version of a file.
   *
   * @throws Problem 503 while it takes longer to make than a request may wait
   */
  async ready(file: ExportFile): Promise<ReadyFile> {
    const day = today();
    const name = entityTag(`${await outwardState(this.dataSource)} ${day}`).slice(1, -1);
    const folder = join(await this.root(), name);
    const path = join(folder, file);
    if (!(await sizeOf(path))) await this.made(name, folder, day);
    const size = await sizeOf(path);
    if (size === undefined) throw notYet();
    return { path, size, tag: entityTag(`${name} ${file}`) };
  }

  private async made(name: string, folder: string, day: string): Promise<void> {
    const making = this.making.get(name) ?? this.make(name, folder, day);
    let clock: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      clock = setTimeout(() => reject(notYet()), WAIT_MS);
    });
    try {
      await Promise.race([making, late]);
    } finally {
      clearTimeout(clock);
    }
  }

  private make(name: string, folder: string, day: string): Promise<void> {
    const making = this.order(folder, day).finally(() => this.making.delete(name));
    this.making.set(name, making);
    // The requests that waited for it may have ended.
    making.catch((error: unknown) => this.log.error('An export could not be made.', error));
    return making;
  }

  private async order(folder: string, day: string): Promise<void> {
    const order: ExportOrder = {
      connection: this.connection,
      folder,
      day,
      ...exportedApproaches((await this.approaches.list({})).approaches),
    };
    await new Promise<void>((resolve, reject) => {
      const worker = new Worker(THREAD, { workerData: order, resourceLimits: RESOURCE_LIMITS });
      worker.once('error', reject);
      worker.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`The thread ended with ${code}.`)),
      );
    });
    await this.forgetOthers(folder);
  }

  /** A client that is reading an older file can read it to its end. */
  private async forgetOthers(current: string): Promise<void> {
    const root = await this.root();
    for (const name of await readdir(root)) {
      const folder = join(root, name);
      const isOurs = MADE_HERE.test(name) && folder !== current && !this.making.has(name.slice(0, 27));
      if (isOurs) await rm(folder, { recursive: true, force: true });
    }
  }

  private async root(): Promise<string> {
    if (this.folder !== undefined) return this.folder;
    this.own ??= mkdtemp(join(tmpdir(), 'treatment-navigator-exports-'));
    return this.own;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}

function notYet(): Problem {
  return Problem.unavailable(
    'The export of this version of the directory is being made.',
    COME_AGAIN_SECONDS,
  );
}
