import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { loggableError } from '../logging/loggable-error.js';
import { Problem } from '../problem.js';
import type { WriteContext } from './write-context.js';

/** How long the answer to an Idempotency-Key is kept. */
const RETENTION = '24 hours';
const CLEANUP_INTERVAL_MS = 3_600_000;

/** Sees to that answers to an Idempotency-Key are gone after their day, also where nobody writes any more. */
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
      // The next round, or the next write with a key, does what was left.
      this.log.warn({ error: loggableError(error) }, 'Expired idempotency keys could not be deleted');
    }
  }
}

/**
 * Takes the key of a request for it, waiting for a rival that holds it; the kept answer where there is one. Throws a
 * 422 problem where the key was used for another request, a 409 one where its answer is kept nowhere.
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
 * Forgets what was answered to a request, because something in it is to be erased: a repeat is looked at anew.
 *
 * @param target method and path, such as `POST /v1/reports/{id}/take`
 */
export async function deleteAnswersTo(manager: EntityManager, target: string): Promise<void> {
  // An id may have been written in letters of either size, an address with a slash at its end.
  await manager.query(`DELETE FROM idempotency_key WHERE rtrim(lower(target), '/') = lower($1)`, [target]);
}

async function deleteExpiredAnswers(manager: EntityManager): Promise<void> {
  await manager.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '${RETENTION}'`);
}

function actorKey({ actor }: WriteContext): string {
  return actor?.id ?? 'public';
}
