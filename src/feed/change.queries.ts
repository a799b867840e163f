import type { EntityManager } from 'typeorm';
import type { ChangeEntity, ChangeKind } from '../directory/change.entity.js';

/**
 * A place in the feed: after the change with this number. The stamp is the time of that change in microseconds, which
 * identifies the place: a database restored from a backup continues from an earlier number.
 */
export interface FeedPlace {
  readonly seq: number;
  readonly stamp: string;
}

export const START: FeedPlace = { seq: 0, stamp: '0' };

export interface FeedChange extends FeedPlace {
  readonly at: Date;
  readonly entity: ChangeEntity;
  readonly entityId: string;
  readonly kind: ChangeKind;
  readonly version: number;
  /** The other program of a merge or a split. */
  readonly otherId: string | null;
}

const STAMP = '(extract(epoch FROM at) * 1000000)::bigint::text';

/** The place after the last committed change. */
export async function headOfFeed(manager: EntityManager): Promise<FeedPlace> {
  const [row]: { seq: string; stamp: string }[] = await manager.query(
    `SELECT seq, ${STAMP} AS stamp FROM change ORDER BY seq DESC LIMIT 1`,
  );
  return row ? { seq: Number(row.seq), stamp: row.stamp } : START;
}

/** Whether the feed was ever at this place. */
export async function isInFeed(manager: EntityManager, { seq, stamp }: FeedPlace): Promise<boolean> {
  if (seq === START.seq) return true;
  const rows: unknown[] = await manager.query(`SELECT FROM change WHERE seq = $1 AND ${STAMP} = $2`, [
    seq,
    stamp,
  ]);
  return rows.length > 0;
}

/**
 * Changes after one number up to another, in commit order, which is the order of their numbers: one transaction at a
 * time takes numbers (src/database/writer-lock.ts).
 *
 * @param events such as `program.changed`; all if omitted
 */
export async function readChangesBetween(
  manager: EntityManager,
  wanted: {
    readonly after: number;
    readonly upTo: number;
    readonly limit: number;
    readonly entities?: readonly ChangeEntity[] | undefined;
    readonly events?: readonly string[] | undefined;
  },
): Promise<FeedChange[]> {
  const { after, upTo, limit, entities, events } = wanted;
  const rows: (Omit<FeedChange, 'seq'> & { seq: string })[] = await manager.query(
    `SELECT seq, ${STAMP} AS stamp, at, entity, entity_id AS "entityId", kind, version,
            other_id AS "otherId" FROM change
      WHERE seq > $1 AND seq <= $2
        AND ($3::text[] IS NULL OR entity = ANY($3))
        AND ($4::text[] IS NULL OR entity || '.' || kind = ANY($4))
      ORDER BY seq LIMIT $5`,
    [after, upTo, entities ?? null, events ?? null, limit],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** The place before the first change at or after a time. */
export async function placeBefore(manager: EntityManager, time: Date): Promise<number> {
  const [row]: [{ before: string }] = await manager.query(
    `SELECT coalesce((SELECT min(seq) - 1 FROM change WHERE at >= $1), (SELECT max(seq) FROM change), 0) AS before`,
    [time],
  );
  return Number(row.before);
}

const ADDRESSES: Readonly<Record<ChangeEntity, string>> = {
  program: '/v1/programs/',
  rating: '/v1/ratings/',
  approach: '/v1/approaches/',
  citation: '/v1/citations/',
};

/** The address of the current state of what changed. */
export function linkTo({ entity, entityId }: Pick<FeedChange, 'entity' | 'entityId'>): string {
  return ADDRESSES[entity] + encodeURIComponent(entityId);
}
