import { EventEmitter } from 'node:events';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ChangeListener } from '../database/change-listener.js';
import { CONNECTION, type Connection } from '../database/connection.js';
import { headOfFeed } from './change.queries.js';

/** So many may wait in one process; whoever comes then is answered at once. */
const MAX_WAITING = 500;

interface Waiting {
  readonly after: number;
  readonly wake: (isThere: boolean) => void;
}

/**
 * Tells this process that something changed: soon after it was committed, and once a second even where nothing was
 * heard, so that a lost notice costs no more than that.
 */
@Injectable()
export class ChangeNotifier
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly listener: ChangeListener;
  private readonly emitter = new EventEmitter<{ news: []; away: [] }>();
  private readonly waiting = new Set<Waiting>();
  private looking: Promise<void> | undefined;
  private isEnding = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONNECTION) connection: Connection,
  ) {
    this.listener = new ChangeListener(connection, {
      onNews: () => this.notify(),
      onAway: () => {
        this.looking = undefined;
        this.emitter.emit('away');
      },
    });
  }

  onApplicationBootstrap(): void {
    this.listener.start();
  }

  /** Before the server waits for the requests under way. */
  beforeApplicationShutdown(): void {
    this.isEnding = true;
    for (const { wake } of this.waiting) wake(false);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.stop();
    await this.looking?.catch(() => undefined);
  }

  /** Calls `ear` whenever something may have changed. It must not throw. */
  onNews(listener: () => void): void {
    this.emitter.on('news', listener);
  }

  /** Calls `ear` when the database does not answer: what was asked of it may never be answered either. */
  onAway(listener: () => void): void {
    this.emitter.on('away', listener);
  }

  /** Resolves with true once there is a change after this number; with false when time, patience or the process ends. */
  after(seq: number, milliseconds: number, gone: AbortSignal): Promise<boolean> {
    if (this.isEnding || gone.aborted || this.waiting.size >= MAX_WAITING) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = () => waiting.wake(false);
      const timer = setTimeout(end, milliseconds);
      const waiting: Waiting = {
        after: seq,
        wake: (isThere) => {
          clearTimeout(timer);
          gone.removeEventListener('abort', end);
          this.waiting.delete(waiting);
          resolve(isThere);
        },
      };
      gone.addEventListener('abort', end);
      this.waiting.add(waiting);
      // What was committed between the caller's look and this moment may have been told already.
      void this.wakeWhoIsBehind();
    });
  }

  private async notify(): Promise<void> {
    this.emitter.emit('news');
    await this.wakeWhoIsBehind();
  }

  /** One look for all who wait; one that came while it was under way is looked for again. */
  private async wakeWhoIsBehind(): Promise<void> {
    const underWay = this.looking;
    if (underWay) await underWay.catch(() => undefined);
    if (this.looking && this.looking !== underWay) return this.looking.catch(() => undefined);
    if (this.waiting.size === 0 || this.isEnding) return;
    const looking = this.look().finally(() => {
      if (this.looking === looking) this.looking = undefined;
    });
    this.looking = looking;
    // While the database is away they wait on; the heartbeat looks again.
    await looking.catch(() => undefined);
  }

  private async look(): Promise<void> {
    const { seq } = await headOfFeed(this.dataSource.manager);
    for (const { after, wake } of this.waiting) if (after < seq) wake(true);
  }
}
