import { Logger } from '@nestjs/common';
import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleAll,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** How long a request waits for Redis; then this process counts on its own. */
const COMMAND_TIMEOUT_MS = 200;
/** After this many failures in a row no request waits, and after a pause one request tries again. */
const FAILURES = 3;
const PAUSE_MS = 1_000;
const CONNECT_MS = 2_000;
/** How long a start waits for the first connection. */
const START_TIMEOUT_MS = 1_000;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Redis or Valkey, in which the processes of one service count together. It may be unavailable at any time, also at the
 * start: this is logged once, and again when it is back. No request waits for it longer than 200 ms.
 */
export class SharedStore {
  readonly client: Redis;
  private readonly log = new Logger('Limits');
  private readonly secret: string;
  private isAway = false;
  private reason = 'no response in time';
  private readonly breaker = circuitBreaker(handleAll, {
    halfOpenAfter: PAUSE_MS,
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  private readonly timed = wrap(this.breaker, timeout(COMMAND_TIMEOUT_MS, TimeoutStrategy.Aggressive));

  /** @param prefix of every key in it */
  constructor(
    url: string,
    readonly prefix: string,
  ) {
    this.secret = new URL(url).password;
    this.client = new Redis(url, {
      lazyConnect: true,
      connectTimeout: CONNECT_MS,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      retryStrategy: (attempts) => Math.min(attempts * 100, LONGEST_PAUSE_MS),
    });
    // Without a listener, ioredis prints the error with the address.
    this.client.on('error', (error: Error) => (this.reason = kindOf(error)));
    this.client.on('ready', () => {
      if (this.breaker.state === CircuitState.Closed) this.say(false);
    });
    this.breaker.onBreak(() => this.say(true));
    this.breaker.onReset(() => this.say(false));
  }

  get isUp(): boolean {
    return !this.isAway;
  }

  /** Connects; an unavailable server delays the start by a second at most. */
  async open(): Promise<void> {
    const soon = new AbortController();
    await Promise.race([
      this.client.connect().catch(() => undefined),
      wait(START_TIMEOUT_MS, undefined, { signal: soon.signal }).catch(() => undefined),
    ]);
    soon.abort();
    if (this.client.status !== 'ready') this.say(true);
  }

  /** The result of the action. Throws if the store is unavailable or takes too long. */
  ask<Answer>(action: () => Promise<Answer>): Promise<Answer> {
    return this.timed.execute(action).catch((error: unknown) => {
      // A connection may be dead without an error: only a new one shows that the server is available.
      if (error instanceof TaskCancelledError && this.client.status === 'ready') this.client.disconnect(true);
      throw error;
    });
  }

  /** A name from which an address cannot be recovered without the password of the store. */
  nameFor(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url').slice(0, 22);
  }

  close(): void {
    this.client.disconnect();
  }

  private say(isAway: boolean): void {
    if (isAway === this.isAway) return;
    this.isAway = isAway;
    if (isAway)
      this.log.warn(
        `Redis is not responding (${this.reason}): this process counts requests on its own until it does.`,
      );
    else this.log.log('Redis is responding again: all processes count together.');
  }
}

/** Its code, or the first word of the server's message, such as WRONGPASS: never what was sent. */
function kindOf(error: Error & { code?: string }): string {
  return error.code ?? /^[A-Z]+\b/.exec(error.message)?.[0] ?? error.name;
}
