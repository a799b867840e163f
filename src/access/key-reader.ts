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

/** How long a request that needs the database anyway waits for it. */
const TIMEOUT_MS = 5_000;
/**
 * How long a request waits that can do without the database, and for how long after a timeout no request waits at all.
 */
const SHORT_TIMEOUT_MS = 500;
const PAUSE_MS = 1_000;
/** While the database is unavailable, a key works this long after it was last looked up. */
const REMEMBERED_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;

/** A key, and whether it was valid when the database last answered. */
export interface ReadKey {
  readonly key: ValidKey;
  readonly isCertain: boolean;
}

/**
 * Looks every key up each time it is used, so that a revoked key is refused from that moment, on every process. Keys in
 * memory are used only while the database is unavailable, and only for open routes.
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
      this.log.warn('Keys cannot be looked up; open routes use the keys in memory.');
    });
    this.breaker.onReset(() => this.log.log('Keys can be looked up again.'));
  }

  /** @throws Problem 503 while the database is unavailable */
  async read(token: string): Promise<ReadKey | KeyFlaw | 'malformed'> {
    if (!isToken(token)) return 'malformed';
    try {
      return certain(await this.timed.execute(() => this.lookUp(token)));
    } catch (error) {
      if (!isAway(error)) throw error;
      throw Problem.unavailable('Keys cannot be checked at the moment. Try again shortly.', 5, error);
    }
  }

  /** While the database is unavailable: the key as it was last read, or `undefined` if it is not in memory. */
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
