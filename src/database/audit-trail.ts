import type { EntityManager } from 'typeorm';

/** The actor of an entry: the id and public name of a key or a person, or a part of the system. */
export interface AuditActor {
  readonly id?: string;
  readonly name: string;
}

/** One action of curation or of the directory's desk. */
export interface AuditEntry {
  readonly actor: AuditActor;
  /** A verb with its noun, such as `rating.approve`. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** Values before and after; only what the action changed. Never anything about a client. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly why?: string;
  readonly requestId?: string;
}

/** The public, for actions that need no key. */
export const PUBLIC: AuditActor = { name: 'the public' };

/**
 * Writes one entry of the trail in the caller's transaction: the action and its entry are stored together or not at
 * all.
 */
export async function recordAudit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  const { actor, action, entity, entityId, before, after, why, requestId } = entry;
  await manager.query(
    `INSERT INTO audit (actor_id, actor_name, action, entity, entity_id, before, after, why, request_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      actor.id ?? null,
      actor.name,
      action,
      entity,
      entityId,
      before === undefined ? null : JSON.stringify(before),
      after === undefined ? null : JSON.stringify(after),
      why ?? null,
      requestId ?? null,
    ],
  );
}
