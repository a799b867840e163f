import type { EntityManager } from 'typeorm';
import type { AuditQuery, AuditRow } from './audit.dto.js';

/**
 * Entries in order, after `since`.
 *
 * @param hidden kinds of entities whose entries are left out
 */
export async function readAudit(
  manager: EntityManager,
  { entity, entityId, since = 0, limit = 100 }: AuditQuery,
  hidden: readonly string[] = [],
): Promise<AuditRow[]> {
  const rows: (Omit<AuditRow, 'seq' | 'at'> & { seq: string; at: Date })[] = await manager.query(
    `SELECT seq, at, actor_id AS "actorId", actor_name AS "actorName", action, entity, entity_id AS "entityId",
            before, after, why, request_id AS "requestId"
       FROM audit
      WHERE seq > $1 AND ($2::text IS NULL OR entity = $2) AND ($3::text IS NULL OR entity_id = $3)
        AND entity <> ALL($5::text[])
      ORDER BY seq LIMIT $4`,
    [since, entity ?? null, entityId ?? null, limit, hidden],
  );
  return rows.map(({ seq, at, ...row }) => ({ seq: Number(seq), at: at.toISOString(), ...row }));
}
