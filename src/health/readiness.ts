import { Inject, Injectable } from '@nestjs/common';
import { DatabasePulse } from '../database/database-pulse.js';
import { Problem } from '../http/problem.js';
import { LiveDirectory } from '../matching/live/live-directory.js';
import type { DatabaseHealth, IndexHealth, ReadyResponse } from './health.dto.js';

/** Injection token: for how many milliseconds an index is used while its database is away. */
export const STALE_READY_FOR = Symbol('StaleReadyFor');

const RETRY_INDEX_SECONDS = 2;
const RETRY_DATABASE_SECONDS = 5;

/** Whether this process can match, and whether it can store edits. It sends no query, so the answer is immediate. */
@Injectable()
export class Readiness {
  constructor(
    private readonly pulse: DatabasePulse,
    private readonly live: LiveDirectory,
    @Inject(STALE_READY_FOR) private readonly staleReadyForMs: number,
  ) {}

  /** @throws Problem 503 with what is known, if it cannot match, or only with an index that is too old */
  ready(): ReadyResponse {
    const index = this.index();
    const rest = { database: this.database(), writable: this.pulse.isWritable() };
    if (!index)
      throw notReady('The directory is still being read into memory.', RETRY_INDEX_SECONDS, {
        ...rest,
        index: null,
      });
    if (rest.database.status === 'away' && ageOf(index) >= this.staleReadyForMs)
      throw notReady(
        `The database is not responding, and the directory in memory is of ${index.staleSince ?? index.builtAt}.`,
        RETRY_DATABASE_SECONDS,
        { ...rest, index },
      );
    return { status: 'ok', ...rest, index };
  }

  isReady(): boolean {
    try {
      this.ready();
      return true;
    } catch {
      return false;
    }
  }

  /** @throws Problem 503 if edits cannot be stored */
  requireWritable(): void {
    const heard = this.pulse.current();
    if (!heard) throw Problem.unavailable('The database is not responding.', RETRY_DATABASE_SECONDS);
    if (heard.isStandby) throw Problem.readOnly();
  }

  private database(): DatabaseHealth {
    const heard = this.pulse.current();
    return heard ? { status: 'ok', ms: Math.round(heard.ms) } : { status: 'away', ms: null };
  }

  private index(): IndexHealth | undefined {
    const held = this.live.latest();
    if (!held) return undefined;
    const { snapshot, staleSince } = held;
    return {
      programs: snapshot.index.size,
      version: snapshot.versions.directory,
      builtAt: snapshot.built.at.toISOString(),
      staleSince: staleSince?.toISOString() ?? null,
    };
  }
}

function ageOf({ staleSince, builtAt }: IndexHealth): number {
  return Date.now() - Date.parse(staleSince ?? builtAt);
}

function notReady(
  detail: string,
  retryAfterSeconds: number,
  known: Omit<ReadyResponse, 'status' | 'index'> & { readonly index: IndexHealth | null },
): Problem {
  return new Problem('unavailable', detail, [], {
    headers: { 'retry-after': String(retryAfterSeconds) },
    extensions: known,
  });
}
