import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { recordAudit } from '../../database/audit-trail.js';
import { Metrics } from '../../metrics/metrics.js';
import { readChangesBetween, headOfFeed } from '../change.queries.js';
import { FeedCursors } from '../feed-cursors.js';
import { DeliveryTerms } from './delivery-terms.js';
import { untilNextAttempt } from './next-attempt.js';
import { type WebhookMessage, messageOf, pingOf, signedHeaders } from './webhook-message.js';
import { type Attempt, WebhookPost } from './webhook-post.js';
import * as progress from './webhook-progress.queries.js';
import { SecretUnreadable, WebhookSecrets } from './webhook-secrets.js';
import { type DisabledReason, Webhook } from './webhook.entity.js';

/** Number of changes read at a time before other endpoints get a turn. */
const AT_A_TIME = 50;
/** The same limit in time, for a slow receiver. */
const LONGEST_TURN_MS = 30_000;

/** The actor recorded if an endpoint is disabled automatically. */
const SENDER = { name: 'the sender of webhooks' };
const WHY: Readonly<Record<Exclude<DisabledReason, 'by-hand'>, string>> = {
  gone: 'It answered 410 Gone.',
  failing: 'Every delivery failed until the retry period ended.',
};

/** When to stop. */
export interface Ending {
  /** Start nothing new. */
  readonly soon: AbortSignal;
  /** Abort what is running. */
  readonly now: AbortSignal;
}

/** Delivers to one endpoint, one change after the other, each until it has arrived. */
@Injectable()
export class WebhookDelivery {
  private readonly log = new Logger('Webhooks');

  constructor(
    private readonly dataSource: DataSource,
    private readonly post: WebhookPost,
    private readonly secrets: WebhookSecrets,
    private readonly cursors: FeedCursors,
    private readonly terms: DeliveryTerms,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Serves a leased endpoint for a while, and releases it. The next change is sent only after the previous one has
   * arrived and that is recorded: after a crash one message may be sent twice, but none is lost or out of order.
   *
   * @returns in how many milliseconds it is due again; undefined if another process takes over
   */
  async serve(held: progress.Lease, ending: Ending): Promise<number | undefined> {
    const { manager } = this.dataSource;
    const webhook = await manager.findOneBy(Webhook, { id: held.webhookId });
    if (webhook?.status !== 'enabled') return undefined;
    const head = await headOfFeed(manager);
    const changes = await readChangesBetween(manager, {
      after: held.position,
      upTo: head.seq,
      limit: AT_A_TIME,
      events: webhook.events,
    });
    const cursorAt = await this.cursors.writer();
    const until = performance.now() + LONGEST_TURN_MS;
    let before = held.attempts;
    for (const change of changes) {
      if (ending.soon.aborted || performance.now() > until) return this.giveBack(held, 0);
      const message = messageOf(change, cursorAt(change));
      const attempt = await this.attempt(webhook, message, ending.now);
      if (attempt.error === 'stopped') return this.giveBack(held, 0);
      await this.note(webhook, message, attempt, before + 1);
      if (attempt.error) return this.fail(held, attempt, before);
      if (!(await progress.moveOn(manager, held, change.seq, this.terms.leaseMs))) return undefined;
      before = 0;
    }
    const isAll = changes.length < AT_A_TIME;
    if (isAll && !(await progress.moveOn(manager, held, head.seq, this.terms.leaseMs))) return undefined;
    return this.giveBack(held, 0);
  }

  /** Sends a ping at once, whether or not the endpoint is enabled and has pending deliveries. */
  async ping(webhook: Webhook): Promise<{ messageId: string; attempt: Attempt }> {
    const message = pingOf(webhook, uuidV4(), new Date());
    const attempt = await this.attempt(webhook, message, new AbortController().signal);
    await this.note(webhook, message, attempt, 1);
    return { messageId: message.id, attempt };
  }

  private async attempt(webhook: Webhook, message: WebhookMessage, stop: AbortSignal): Promise<Attempt> {
    const at = new Date();
    try {
      const headers = signedHeaders(message, this.secretsOf(webhook, at), at);
      return await this.post.send(webhook.url, message, headers, stop);
    } catch (error) {
      if (!(error instanceof SecretUnreadable)) throw error;
      this.log.error(`Webhook ${webhook.id}: ${error.message}`);
      return { at, durationMs: 0, error: 'secret-unreadable' };
    }
  }

  private secretsOf({ id, secret, previousSecret, previousSecretUntil }: Webhook, at: Date): string[] {
    const isOverlapping = previousSecret !== null && previousSecretUntil! > at;
    return [secret, ...(isOverlapping ? [previousSecret] : [])].map((each) => this.secrets.open(id, each));
  }

  private async note(
    { id }: Webhook,
    message: WebhookMessage,
    attempt: Attempt,
    number: number,
  ): Promise<void> {
    this.metrics.webhookDeliveries.inc({ outcome: attempt.error === undefined ? 'delivered' : 'failed' });
    const logged = { ...attempt, messageId: message.id, event: message.event, attempt: number };
    await progress.logAttempt(this.dataSource.manager, id, logged);
    await progress.forgetAttempts(this.dataSource.manager, id);
  }

  private async giveBack(held: progress.Lease, waitMs: number): Promise<number> {
    await progress.endLease(this.dataSource.manager, held, waitMs);
    return waitMs;
  }

  private async fail(held: progress.Lease, attempt: Attempt, before: number): Promise<number | undefined> {
    const failingForMs = await progress.countFailure(this.dataSource.manager, held);
    if (failingForMs === undefined) return undefined;
    const { retryAfterMs, status } = attempt;
    if (status === 410) return this.disable(held, 'gone');
    const wait = untilNextAttempt({ before, failingForMs, retryAfterMs }, this.terms);
    return wait === undefined ? this.disable(held, 'failing') : this.giveBack(held, wait);
  }

  private async disable(held: progress.Lease, because: keyof typeof WHY): Promise<undefined> {
    const { webhookId: id } = held;
    await this.dataSource.transaction(async (manager) => {
      await progress.endLease(manager, held, 0);
      const { affected } = await manager.update(
        Webhook,
        { id, status: 'enabled' },
        { status: 'disabled', disabledBecause: because },
      );
      if (affected === 0) return;
      await recordAudit(manager, {
        actor: SENDER,
        action: 'webhook.disable',
        entity: 'webhook',
        entityId: id,
        before: { status: 'enabled' },
        after: { status: 'disabled', disabledBecause: because },
        why: WHY[because],
      });
    });
    this.log.warn(`Webhook ${id} is disabled. ${WHY[because]}`);
  }
}
