import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Cursors } from '../../http/pages/cursors.js';
import { pageOf } from '../../http/pages/page-of.js';
import { Problem } from '../../http/problem.js';
import { Writes } from '../../http/writes/writes.js';
import { withoutStoredAnswer, type WriteContext } from '../../http/writes/write-context.js';
import { headOfFeed, placeBefore, START } from '../change.queries.js';
import { FeedCursors } from '../feed-cursors.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { PING } from './webhook-message.js';
import { recordWebhookAct } from './webhook-trail.js';
import { beginAnew, findAttempts, readProgress } from './webhook-progress.queries.js';
import {
  type DeliveryPage,
  DeliveryResponse,
  type ReplayRequest,
  type WebhookActRequest,
  WebhookProgress,
  type WebhookQuery,
} from './webhook.dto.js';
import { findWebhook, lockWebhook } from './webhook.service.js';

const DEFAULT_LIMIT = 50;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Deliveries to endpoints: list, test and replay. */
@Injectable()
export class WebhookReplay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: Writes,
    private readonly cursors: Cursors,
    private readonly feedCursors: FeedCursors,
    private readonly delivery: WebhookDelivery,
  ) {}

  async deliveries(id: string, { cursor, limit = DEFAULT_LIMIT }: WebhookQuery): Promise<DeliveryPage> {
    const { manager } = this.dataSource;
    await findWebhook(manager, id);
    const codec = await this.cursors.codec();
    const kind = `deliveries ${id}`;
    const before = cursor === undefined ? undefined : (codec.decode(kind, cursor) as string);
    const [progress, found] = [
      await readProgress(manager, id),
      await findAttempts(manager, id, { before, limit: limit + 1 }),
    ];
    const { page, last } = pageOf(found, limit);
    return {
      progress: WebhookProgress.of(progress),
      deliveries: page.map((row) => DeliveryResponse.of(row)),
      ...(last && { nextCursor: codec.encode(kind, last.id) }),
    };
  }

  /** Sends a ping now. A repeat sends another one: only the attempt is recorded. */
  async test(id: string, { why }: WebhookActRequest, context: WriteContext): Promise<DeliveryResponse> {
    // The request is sent outside the transaction, which would block every other writer.
    const webhook = await this.writes.perform(withoutStoredAnswer(context), async (manager) => {
      const found = await findWebhook(manager, id);
      await recordWebhookAct(manager, context, id, { act: 'test', why });
      return found;
    });
    const { messageId, attempt } = await this.delivery.ping(webhook);
    const { at, durationMs, status = null, error = null } = attempt;
    return DeliveryResponse.of({ messageId, event: PING, attempt: 1, at, durationMs, status, error });
  }

  /** Replays from a place on, or skips. Messages keep their ids, so that a receiver recognises duplicates. */
  async replay(id: string, { since, why }: ReplayRequest, context: WriteContext): Promise<WebhookProgress> {
    return this.writes.perform(context, async (manager) => {
      await lockWebhook(manager, id);
      const { position: before } = await readProgress(manager, id);
      const position = await this.placeOf(manager, since);
      await beginAnew(manager, id, position);
      await recordWebhookAct(manager, context, id, {
        act: 'replay',
        before: { deliveredUpTo: before },
        after: { deliveredUpTo: position },
        why,
      });
      return WebhookProgress.of(await readProgress(manager, id));
    });
  }

  private async placeOf(manager: EntityManager, since: string): Promise<number> {
    if (since === 'start') return START.seq;
    if (since === 'now') return (await headOfFeed(manager)).seq;
    if (!TIME.test(since)) return (await this.feedCursors.read(since, { pointer: '/since' })).seq;
    const time = new Date(since);
    if (Number.isNaN(time.getTime()))
      throw Problem.badRequest([{ pointer: '/since', message: 'is not a valid time' }]);
    return placeBefore(manager, time);
  }
}
