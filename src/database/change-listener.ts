import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { clientOptions, type Connection } from './connection.js';
import type { Heartbeat } from './database-pulse.js';
import { chooseServer, hasChoice } from './server-choice.js';
import { serverState } from './server-state.js';

/** The longest delay after which a lost notice, or a database that became unavailable silently, is noticed. */
const HEARTBEAT_MS = 1_000;
const TIMEOUT_MS = 2_000;
/** Time for an answer that arrived while this process was busy to be read, before it counts as missing. */
const GRACE_MS = 1_000;
const RETRY_MS = 250;

export interface ChangeListening {
  /** Something changed, or may have changed: the connection is new, or a heartbeat is due. */
  onNews(heard: Heartbeat): Promise<void>;
  /** The database is not responding. */
  onAway(): void;
}

/**
 * Listens to the database on its own connection, for notices of changes and for whether the database is available. A
 * notice only triggers a read of the table of changes, so a lost notice costs no more than a heartbeat.
 */
export class ChangeListener {
  private client: Client | undefined;
  private isClosed = false;
  private running: Promise<void> | undefined;
  private wake: (() => void) | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly listening: ChangeListening,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isClosed = true;
    this.wake?.();
    await this.client?.end().catch(() => undefined);
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isClosed) {
      try {
        await this.listen();
      } catch {
        if (!this.isClosed) this.listening.onAway();
      }
      if (!this.isClosed) await sleep(RETRY_MS);
      if (!this.isClosed) await chooseServer(this.connection);
    }
  }

  /** Until the connection ends, which throws. */
  private async listen(): Promise<void> {
    const client = new Client(clientOptions(this.connection));
    this.client = client;
    let ended: Error | undefined;
    const end = (error?: Error) => {
      ended ??= error ?? new Error('The connection has ended.');
      this.wake?.();
    };
    client.on('error', end);
    client.on('end', () => end());
    client.on('notification', () => this.wake?.());
    try {
      await connected(client);
      for (let isListening = false; ;) {
        const news = this.untilNews();
        if (this.isClosed) return;
        if (ended) throw ended;
        const heard = await heartbeatOf(client);
        // A standby gives no notices, and a pooler gives the connection to others: then there is the heartbeat alone.
        if (!isListening && !heard.isStandby && !this.connection.isPooled) {
          await inTime(client.query('LISTEN change'));
          isListening = true;
        }
        if (heard.isStandby && hasChoice(this.connection) && (await chooseServer(this.connection))) return;
        // Not awaited: a read that hangs must not hide that the database is not responding.
        this.listening.onNews(heard).catch(end);
        await news;
      }
    } finally {
      client.removeAllListeners('notification');
      await client.end().catch(() => undefined);
    }
  }

  /** Resolves at the next notice, at the end of the connection, or when a heartbeat is due. */
  private untilNews(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, HEARTBEAT_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

async function heartbeatOf(client: Client): Promise<Heartbeat> {
  const began = performance.now();
  const state = await inTime(
    serverState(async <Row>(sql: string) => (await client.query(sql)).rows as Row[]),
  );
  return { ms: performance.now() - began, ...state };
}

/** Also fails if the client is ended while it connects: its promise would then never settle. */
function connected(client: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('end', () => reject(new Error('The connection ended while it was being opened.')));
    client.connect().then(() => resolve(), reject);
  });
}

/** Fails if nothing arrives; a process that was too busy to read gets one more chance first. */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => {
      timer = setTimeout(() => reject(new Error('The database is not responding.')), GRACE_MS);
    }, TIMEOUT_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
