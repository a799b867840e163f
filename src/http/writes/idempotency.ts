import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isWriteOnStandby } from '../pipeline/database-problem.js';
import { Problem } from '../problem.js';
import type { WriteContext } from './write-context.js';

/** How long the response for an Idempotency-Key is stored. */
const RETENTION = '24 hours';
const CLEANUP_INTERVAL_MS = 3_600_000;

/** Deletes stored responses after a day, even if there are no more writes. */
@Injectable()
export class IdempotencyCleanup implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Answers');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    void this.cleanUp();
    this.timer = setInterval(() => void this.cleanUp(), CLEANUP_INTERVAL_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async cleanUp(): Promise<void> {
    try {
      await deleteExpiredAnswers(this.dataSource.manager);
    } catch (error) {
      // A standby gets from its primary what is deleted there.
      if (isWriteOnStandby(error)) return;
      // The next round, or the next write with a key, deletes the rest.
      this.log.warn('Expired idempotency keys could not be deleted', error);
    }
  }
}

/**
 * Claims the key of a request, waiting for a concurrent request that holds it; returns the stored response if there is
 * one. Throws a 422 problem if the key was used for a different request, and 409 if its response is not stored.
 */
export async function claimKey(
  manager: EntityManager,
  context: WriteContext,
  key: string,
): Promise<string | undefined> {
  const actor = actorKey(context);
  await deleteExpiredAnswers(manager);
  const taken: unknown[] = await manager.query(
    `INSERT INTO idempotency_key (actor, key, target, body_digest) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [actor, key, context.target, context.bodyDigest],
  );
  if (taken.length > 0) return undefined;
  const [row]: { target: string; body_digest: string; answer: string | null }[] = await manager.query(
    'SELECT target, body_digest, answer FROM idempotency_key WHERE actor = $1 AND key = $2',
    [actor, key],
  );
  if (!row) throw new Problem('conflict', 'This Idempotency-Key has just expired. Send the request again.');
  if (row.target !== context.target || row.body_digest !== context.bodyDigest)
    throw Problem.unprocessable([
      {
        parameter: 'Idempotency-Key',
        message: 'was used for a different request within the last day; use a new key for a new request',
      },
    ]);
  if (row.answer === null)
    throw new Problem(
      'conflict',
      'The request with this Idempotency-Key was already carried out, and its response is not stored. To carry it out again, use a new key.',
    );
  return row.answer;
}

export async function storeAnswer(
  manager: EntityManager,
  context: WriteContext,
  key: string,
  answer: object,
): Promise<void> {
  await manager.query('UPDATE idempotency_key SET answer = $3 WHERE actor = $1 AND key = $2', [
    actorKey(context),
    key,
    JSON.stringify(answer),
  ]);
}

/**
 * Deletes the stored response of a request because something in it must be erased: a repeat is processed again.
 *
 * @param target method and path, such as `POST /v1/reports/{id}/take`
 */
export async function deleteAnswersTo(manager: EntityManager, target: string): Promise<void> {
  // An id may have been written in upper case.
  await manager.query('DELETE FROM idempotency_key WHERE lower(target) = lower($1)', [target]);
}

async function deleteExpiredAnswers(manager: EntityManager): Promise<void> {
  await manager.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '${RETENTION}'`);
}

/**
 * Whose key it is. Nobody tells one client without a key from another, so their keys are told apart by the request: what
 * one of them chose does not stand in the way of others.
 */
function actorKey({ actor, target, bodyDigest }: WriteContext): string {
  return actor?.id ?? `public ${createHash('sha256').update(`${target} ${bodyDigest}`).digest('base64url')}`;
}
