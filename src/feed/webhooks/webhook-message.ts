import { Webhook as Signer } from 'standardwebhooks';
import {
  CHANGE_ENTITIES,
  CHANGE_KINDS,
  type ChangeEntity,
  type ChangeKind,
  hasChangeKind,
} from '../../directory/change.entity.js';
import { type FeedChange, linkTo } from '../change.queries.js';

export type WebhookEvent = `${ChangeEntity}.${ChangeKind}`;

/** All events, such as `program.changed`. */
export const WEBHOOK_EVENTS: readonly WebhookEvent[] = CHANGE_ENTITIES.flatMap((entity) =>
  CHANGE_KINDS.filter((kind) => hasChangeKind(entity, kind)).map((kind): WebhookEvent => `${entity}.${kind}`),
);

/** The event of a test message. */
export const PING = 'ping';

/** One message: the same id and the same bytes in every attempt. */
export interface WebhookMessage {
  readonly id: string;
  readonly event: WebhookEvent | typeof PING;
  readonly body: string;
}

/**
 * The message about a change: without its content, so that a receiver always reads the current state from its link.
 *
 * @param cursor the place right after it, from which the feed continues
 */
export function messageOf(change: FeedChange, cursor: string): WebhookMessage {
  const event: WebhookEvent = `${change.entity}.${change.kind}`;
  return {
    // With the time: a database restored from a backup may give the same number to another change.
    id: `change_${change.seq}_${BigInt(change.stamp).toString(36)}`,
    event,
    body: JSON.stringify({
      type: event,
      timestamp: change.at.toISOString(),
      data: {
        entity: change.entity,
        id: change.entityId,
        version: change.version,
        ...(change.otherId === null ? {} : { other: change.otherId }),
        link: linkTo(change),
        seq: change.seq,
        cursor,
      },
    }),
  };
}

/** @param id of this one ping */
export function pingOf(
  webhook: { readonly id: string; readonly name: string },
  id: string,
  at: Date,
): WebhookMessage {
  return {
    id: `ping_${id}`,
    event: PING,
    body: JSON.stringify({
      type: PING,
      timestamp: at.toISOString(),
      data: { id: webhook.id, name: webhook.name, link: `/v1/webhooks/${webhook.id}` },
    }),
  };
}

/**
 * The headers by which a receiver verifies that a message is ours (Standard Webhooks).
 *
 * @param secrets the current one first; each signs, so that a receiver can switch secrets at any time
 * @param at of this attempt
 */
export function signedHeaders(
  { id, body }: WebhookMessage,
  secrets: readonly string[],
  at: Date,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, at, body)).join(' '),
  };
}
