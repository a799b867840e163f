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
import { Metrics } from '../metrics/metrics.js';
import { headOfFeed } from './change.queries.js';

/** At most this many requests wait in one process; any other is answered at once. */
const MAX_WAITING = 500;

interface Waiting {
  readonly after: number;
  readonly wake: (isThere: boolean) => void;
}

/**
 * Notifies this process of changes: soon after they are committed, and once a second even without a notice, so that a
 * lost notice causes no longer delay.
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
    private readonly metrics: Metrics,
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
    this.metrics.watch('feed_readers', 'Requests that wait for the next change', () => this.waiting.size);
    this.listener.start();
  }

  /** Before the server waits for open requests. */
  beforeApplicationShutdown(): void {
    this.isEnding = true;
    for (const { wake } of this.waiting) wake(false);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.stop();
    await this.looking?.catch(() => undefined);
  }

  /** Calls `listener` whenever something may have changed. It must not throw. */
  onNews(listener: () => void): void {
    this.emitter.on('news', listener);
  }

  /** Calls `listener` if the database does not respond: pending queries may never be answered either. */
  onAway(listener: () => void): void {
    this.emitter.on('away', listener);
  }

  /**
   * Resolves with true once there is a change after this number; with false at the timeout, if the client leaves, or if
   * the process ends.
   */
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
      // What was committed between the caller's query and this moment may have been notified already.
      void this.wakeWhoIsBehind();
    });
  }

  private async notify(): Promise<void> {
    this.emitter.emit('news');
    await this.wakeWhoIsBehind();
  }

  /** One query for all who wait; if one arrived while the query was running, it runs again. */
  private async wakeWhoIsBehind(): Promise<void> {
    const underWay = this.looking;
    if (underWay) await underWay.catch(() => undefined);
    if (this.looking && this.looking !== underWay) return this.looking.catch(() => undefined);
    if (this.waiting.size === 0 || this.isEnding) return;
    const looking = this.look().finally(() => {
      if (this.looking === looking) this.looking = undefined;
    });
    this.looking = looking;
    // While the database is unavailable they keep waiting; the heartbeat queries again.
    await looking.catch(() => undefined);
  }

  private async look(): Promise<void> {
    const { seq } = await headOfFeed(this.dataSource.manager);
    for (const { after, wake } of this.waiting) if (after < seq) wake(true);
  }
}
