import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ChangeSignal } from '../database/change-signal.js';
import { becomeWriterSoon } from '../database/writer-lock.js';
import { Problem } from './problem.js';
import type { Writing } from './writing.js';

/** How long the answer to an Idempotency-Key is kept. */
const KEPT = '24 hours';

/**
 * Runs every write of a request in one transaction: all of it or none. With an Idempotency-Key the answer is kept
 * in the same transaction; a repeat, also one that comes at the same moment, gets that answer and writes nothing.
 */
@Injectable()
export class Writes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: ChangeSignal,
  ) {}

  /** What `write` throws is undone with everything else, and is not kept as an answer. */
  async perform<Answer extends object>(
    writing: Writing,
    write: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const done = await this.dataSource.transaction(async (manager) => {
      await becomeWriterSoon(manager);
      const { idempotencyKey: key } = writing;
      if (key === undefined) return write(manager);
      const kept = await claimKey(manager, writing, key);
      if (kept !== undefined) {
        writing.markReplayed();
        return JSON.parse(kept) as Answer;
      }
      const answer = await write(manager);
      if (!writing.keepsAnswer) return answer;
      await manager.query('UPDATE idempotency_key SET answer = $3 WHERE actor = $1 AND key = $2', [
        actorKey(writing),
        key,
        JSON.stringify(answer),
      ]);
      return answer;
    });
    this.changes.raise();
    return done;
  }
}

/** Takes the key for this request, waiting for a rival that holds it; the kept answer where it has one. */
async function claimKey(manager: EntityManager, writing: Writing, key: string): Promise<string | undefined> {
  const actor = actorKey(writing);
  await manager.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '${KEPT}'`);
  const taken: unknown[] = await manager.query(
    `INSERT INTO idempotency_key (actor, key, target, body_digest) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [actor, key, writing.target, writing.bodyDigest],
  );
  if (taken.length > 0) return undefined;
  const [row]: { target: string; body_digest: string; answer: string | null }[] = await manager.query(
    'SELECT target, body_digest, answer FROM idempotency_key WHERE actor = $1 AND key = $2',
    [actor, key],
  );
  if (!row) throw new Problem('conflict', 'This Idempotency-Key has just ended. Send the request again.');
  if (row.target !== writing.target || row.body_digest !== writing.bodyDigest)
    throw Problem.unprocessable([
      {
        parameter: 'Idempotency-Key',
        message: 'was used for another request within the last day; take a new one for a new request',
      },
    ]);
  if (row.answer === null)
    throw new Problem(
      'conflict',
      'This was carried out already under this Idempotency-Key. Its answer is kept nowhere; take a new key to have it carried out again.',
    );
  return row.answer;
}

function actorKey({ by }: Writing): string {
  return by?.id ?? 'public';
}
