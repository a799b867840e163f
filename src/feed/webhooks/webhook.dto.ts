import { ApiProperty } from '@nestjs/swagger';
import { Codes } from '../../http/validation/codes.decorators.js';
import { NumberWithin, QueryNumber, Text } from '../../http/validation/value.decorators.js';
import { PING, WEBHOOK_EVENTS, type WebhookEvent } from './webhook-message.js';
import { DELIVERY_ERRORS, type DeliveryError } from './webhook-post.js';
import type { DeliveryRow, ProgressRow } from './webhook-progress.queries.js';
import {
  DISABLED_REASONS,
  type DisabledReason,
  type Webhook,
  WEBHOOK_STATUSES,
  type WebhookStatus,
} from './webhook.entity.js';
import { MAX_URL_LENGTH } from './webhook-url.js';

const LONGEST_OVERLAP_HOURS = 168;
const URL_WORDS = 'An https URL with a host on the public internet. Checked again at every delivery.';

export class NewWebhookRequest {
  @Text({
    max: 200,
    isName: true,
    example: 'Search index of Example Partners',
    description: 'Who it belongs to and what it is for.',
  })
  name: string;

  @Text({ max: MAX_URL_LENGTH, example: 'https://hooks.example.org/navigator', description: URL_WORDS })
  url: string;

  @Codes(WEBHOOK_EVENTS, {
    optional: true,
    min: 1,
    name: 'WebhookEvent',
    description: 'All events if omitted.',
  })
  events?: WebhookEvent[];
}

/** A merge patch: an omitted field keeps its value. */
export class WebhookChangeRequest {
  @Text({ optional: true, max: 200 })
  name?: string;

  @Text({ optional: true, max: MAX_URL_LENGTH, description: URL_WORDS })
  url?: string;

  @Codes(WEBHOOK_EVENTS, { optional: true, min: 1, name: 'WebhookEvent' })
  events?: WebhookEvent[];
}

export class WebhookActRequest {
  static readonly bodyMayBeLeftOut = true;

  @Text({ optional: true, max: 500, description: 'For the audit trail.' })
  why?: string;
}

export class SecretRotationRequest extends WebhookActRequest {
  @NumberWithin({
    optional: true,
    min: 0,
    max: LONGEST_OVERLAP_HOURS,
    integer: true,
    description:
      'Overlap period: hours for which deliveries are signed with both secrets; 24 if omitted. Use 0 if the ' +
      'old secret leaked.',
  })
  overlapHours?: number;
}

export class ReplayRequest {
  @Text({
    max: 4096,
    example: '2026-11-27T08:00:00Z',
    description:
      'Where to replay from: a time, a cursor of the change feed (requested without `entity`), `start`, or ' +
      '`now` to skip what is pending.',
  })
  since: string;

  @Text({ optional: true, max: 500, description: 'For the audit trail.' })
  why?: string;
}

export class WebhookQuery {
  /** `nextCursor` of the previous page. */
  @Text({ optional: true, max: 4096 })
  cursor?: string;

  /** Entries per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;
}

/** An endpoint that receives changes. Its secret is shown only when it is created. */
export class WebhookResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty({ enum: WEBHOOK_EVENTS, enumName: 'WebhookEvent', isArray: true })
  events: WebhookEvent[];

  @ApiProperty({ enum: WEBHOOK_STATUSES })
  status: WebhookStatus;

  /** `gone`: it answered 410; `failing`: nothing could be delivered for three days. */
  @ApiProperty({ enum: [...DISABLED_REASONS, null], type: String, nullable: true })
  disabledBecause: DisabledReason | null;

  @ApiProperty({ format: 'date-time' })
  secretMadeAt: string;

  /** Until then, deliveries also have a signature with the previous secret. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  previousSecretUntil: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  static of(webhook: Webhook): WebhookResponse {
    const { id, name, url, events, status, disabledBecause } = webhook;
    return {
      id,
      name,
      url,
      events,
      status,
      disabledBecause,
      secretMadeAt: webhook.secretMadeAt.toISOString(),
      previousSecretUntil: webhook.previousSecretUntil?.toISOString() ?? null,
      createdAt: webhook.createdAt.toISOString(),
      updatedAt: webhook.updatedAt.toISOString(),
    };
  }
}

export class WebhookWithSecret extends WebhookResponse {
  /** Shown only once. A repeat with the same Idempotency-Key does not return it; rotate the secret in that case. */
  @ApiProperty({ required: false, example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq=' })
  secret?: string;
}

export class WebhookPage {
  /** Newest first. */
  @ApiProperty({ type: () => WebhookResponse, isArray: true })
  webhooks: WebhookResponse[];

  /** `cursor` of the next page; absent on the last page. */
  nextCursor?: string;
}

/** The progress of an endpoint. */
export class WebhookProgress {
  /** Number (`seq`) of the last change that is done: delivered, or not subscribed to. */
  deliveredUpTo: number;

  /** Changes it is subscribed to that are not delivered yet. */
  pending: number;

  /** How often in a row delivery of the next change failed. */
  failures: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  failingSince: string | null;

  /** When a failed delivery is tried again. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextAttemptAt: string | null;

  static of({ position, pending, attempts, failingSince, nextAttemptAt }: ProgressRow): WebhookProgress {
    return {
      deliveredUpTo: position,
      pending,
      failures: attempts,
      failingSince: failingSince?.toISOString() ?? null,
      nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    };
  }
}

/** One attempt. Of the response only the status is stored. */
export class DeliveryResponse {
  /** As in the header `webhook-id`; the same for every attempt of one message. */
  messageId: string;

  @ApiProperty({ enum: [...WEBHOOK_EVENTS, PING] })
  event: string;

  /** 1 for the first. */
  attempt: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  durationMs: number;

  /** Status of the response; `null` if there was none. */
  @ApiProperty({ type: Number, nullable: true })
  status: number | null;

  /** Why the delivery failed; `null` if it succeeded. */
  @ApiProperty({ enum: [...DELIVERY_ERRORS, null], type: String, nullable: true })
  error: DeliveryError | null;

  static of(row: Omit<DeliveryRow, 'id' | 'error'> & { error: string | null }): DeliveryResponse {
    const { messageId, event, attempt, at, durationMs, status } = row;
    const error = row.error as DeliveryError | null;
    return { messageId, event, attempt, at: at.toISOString(), durationMs, status, error };
  }
}

export class DeliveryPage {
  progress: WebhookProgress;

  /** Newest first; the last thousand are kept. */
  @ApiProperty({ type: () => DeliveryResponse, isArray: true })
  deliveries: DeliveryResponse[];

  /** `cursor` of the next page; absent on the last page. */
  nextCursor?: string;
}
