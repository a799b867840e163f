import type { EntityManager } from 'typeorm';
import { type AuditEntry, recordAudit } from '../../database/audit-trail.js';
import { actorOf, type Writing } from '../../http/writes/write-context.js';

/** Writes down what was done with an endpoint, by whom and in which request. */
export function recordWebhookAct(
  manager: EntityManager,
  writing: Writing,
  id: string,
  { act, ...entry }: { readonly act: string } & Pick<AuditEntry, 'before' | 'after' | 'why'>,
): Promise<void> {
  return recordAudit(manager, {
    by: actorOf(writing),
    action: `webhook.${act}`,
    entity: 'webhook',
    entityId: id,
    requestId: writing.requestId,
    ...entry,
  });
}
