import type { EntityManager } from 'typeorm';
import { type AuditEntry, recordAudit } from '../../database/audit-trail.js';
import { actorOf, type WriteContext } from '../../http/writes/write-context.js';

/** Records what was done with an endpoint, by whom and in which request. */
export function recordWebhookAct(
  manager: EntityManager,
  context: WriteContext,
  id: string,
  { act, ...entry }: { readonly act: string } & Pick<AuditEntry, 'before' | 'after' | 'why'>,
): Promise<void> {
  return recordAudit(manager, {
    actor: actorOf(context),
    action: `webhook.${act}`,
    entity: 'webhook',
    entityId: id,
    requestId: context.requestId,
    ...entry,
  });
}
