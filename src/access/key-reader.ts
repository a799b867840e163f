import { Injectable, Logger } from '@nestjs/common';
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { problemOfDatabaseError } from '../http/pipeline/database-problem.js';
import { Problem } from '../http/problem.js';
import { findByToken, type KeyFlaw, type ValidKey } from './key.queries.js';
import { hashOf, isToken } from './key-token.js';

/** How long an answer that needs the database anyway waits for it. */
const TIMEOUT_MS = 5_000;
/** How long one that can do without waits, and for how long the next ones then do not wait at all. */
const SHORT_TIMEOUT_MS = 500;
const PAUSE_MS = 1_000;
/** While the database is away, a key goes on for so long after it last opened. */
const REMEMBERED_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;

/** A key, and whether it opens at this very moment or did when the database was last heard. */
export interface ReadKey {
  readonly key: ValidKey;
  readonly isCertain: boolean;
}

/**
 * Looks every key up each time it is used, so that one that was taken back opens nothing from that moment, on every
 * process. What it remembers serves only while the database is away, and only for what is open to all.
 */
@Injectable()
export class KeyReader {
  private readonly log = new Logger('Access');
  /** By the hash of the token: no secret stays in memory. */
  private readonly remembered = new LRUCache<string, ValidKey>({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS });
  private readonly timed = timeout(TIMEOUT_MS, TimeoutStrategy.Aggressive);
  private readonly breaker = circuitBreaker(handleWhen(isAway), {
    halfOpenAfter: PAUSE_MS,
    breaker: new ConsecutiveBreaker(1),
  });
  private readonly shortlyTimed = wrap(this.breaker, timeout(SHORT_TIMEOUT_MS, TimeoutStrategy.Aggressive));

  constructor(private readonly dataSource: DataSource) {
    this.breaker.onBreak(() => {
      this.log.warn('Keys cannot be looked up: what is open to all goes on with those that are remembered.');
    });
    this.breaker.onReset(() => this.log.log('Keys are looked up again.'));
  }

  /** @throws Problem 503 while the database is away */
  async read(token: string): Promise<ReadKey | KeyFlaw | 'malformed'> {
    if (!isToken(token)) return 'malformed';
    try {
      return certain(await this.timed.execute(() => this.lookUp(token)));
    } catch (error) {
      if (!isAway(error)) throw error;
      throw Problem.unavailable('Keys cannot be looked up at the moment. Try again shortly.', 5, error);
    }
  }

  /** While the database is away: the key as it last opened, or `undefined` where it is not remembered. */
  async readIfPossible(token: string): Promise<ReadKey | KeyFlaw | 'malformed' | undefined> {
    if (!isToken(token)) return 'malformed';
    try {
      return certain(await this.shortlyTimed.execute(() => this.lookUp(token)));
    } catch (error) {
      if (!isAway(error)) throw error;
      const key = this.remembered.get(hashOf(token));
      if (key?.endsAt && key.endsAt.getTime() <= Date.now()) return 'expired';
      return key && { key, isCertain: false };
    }
  }

  private async lookUp(token: string): Promise<ValidKey | KeyFlaw> {
    const found = await findByToken(this.dataSource.manager, token);
    if (typeof found === 'object') this.remembered.set(hashOf(token), found);
    else this.remembered.delete(hashOf(token));
    return found;
  }
}

function certain(found: ValidKey | KeyFlaw): ReadKey | KeyFlaw {
  return typeof found === 'string' ? found : { key: found, isCertain: true };
}

function isAway(error: unknown): boolean {
  return (
    error instanceof TaskCancelledError ||
    error instanceof BrokenCircuitError ||
    problemOfDatabaseError(error)?.kind === 'unavailable'
  );
}
