import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { Cursors } from '../../http/pages/cursors.js';
import { requireMatch } from '../../http/writes/precondition.js';
import { pageOf } from '../../http/pages/page-of.js';
import { Problem } from '../../http/problem.js';
import { Writes } from '../../http/writes/writes.js';
import type { WriteContext } from '../../http/writes/write-context.js';
import { headOfFeed } from '../change.queries.js';
import { WEBHOOK_EVENTS } from './webhook-message.js';
import { beginAnew, beginProgress } from './webhook-progress.queries.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { recordWebhookAct } from './webhook-trail.js';
import { flawOfWebhookUrl } from './webhook-url.js';
import { Webhook } from './webhook.entity.js';
import {
  type NewWebhookRequest,
  type SecretRotationRequest,
  type WebhookActRequest,
  type WebhookChangeRequest,
  type WebhookPage,
  type WebhookQuery,
  WebhookResponse,
  type WebhookWithSecret,
} from './webhook.dto.js';

const DEFAULT_LIMIT = 50;
const HOUR_MS = 3_600_000;
const DEFAULT_OVERLAP_HOURS = 24;
/** Anyone who needs more should distribute changes on their own. */
const MOST_WEBHOOKS = 100;
const CURSOR = 'webhooks';

/** Which addresses endpoints may have. */
export class WebhookRules {
  /** @param allowsPrivate for development, from WEBHOOK_ALLOW_PRIVATE */
  constructor(readonly allowsPrivate: boolean) {}
}

/** The endpoints that receive changes: create, change, rotate secrets, disable and enable. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: Writes,
    private readonly cursors: Cursors,
    private readonly secrets: WebhookSecrets,
    private readonly rules: WebhookRules,
  ) {}

  /** It receives changes from now on. The response stored for a repeat does not include the secret. */
  async create({ name, url, events }: NewWebhookRequest, context: WriteContext): Promise<WebhookWithSecret> {
    this.refuseUrl(url);
    let secret: string | undefined;
    const made = await this.writes.perform(context, async (manager) => {
      if ((await manager.count(Webhook)) >= MOST_WEBHOOKS)
        throw new Problem(
          'conflict',
          `There are ${MOST_WEBHOOKS} webhooks already, which is the maximum; update one of them.`,
        );
      const id = uuidV4();
      secret = this.secrets.make();
      const webhook = await manager.save(
        manager.create(Webhook, {
          id,
          name,
          url,
          events: [...(events ?? WEBHOOK_EVENTS)],
          status: 'enabled',
          disabledBecause: null,
          secret: this.secrets.seal(id, secret),
          secretMadeAt: new Date(),
          previousSecret: null,
          previousSecretUntil: null,
        }),
      );
      await beginProgress(manager, id, (await headOfFeed(manager)).seq);
      await recordWebhookAct(manager, context, id, { act: 'create', after: forTheTrail(webhook) });
      return WebhookResponse.of(webhook);
    });
    return { ...made, ...(secret !== undefined && { secret }) };
  }

  async list({ cursor, limit = DEFAULT_LIMIT }: WebhookQuery): Promise<WebhookPage> {
    const codec = await this.cursors.codec();
    const query = this.dataSource.manager
      .createQueryBuilder(Webhook, 'w')
      .orderBy('w.createdAt', 'DESC')
      .addOrderBy('w.id', 'DESC')
      .limit(limit + 1);
    if (cursor !== undefined)
      query.where('(w.createdAt, w.id) < (SELECT o.created_at, o.id FROM webhook o WHERE o.id = :after)', {
        after: codec.decode(CURSOR, cursor) as string,
      });
    const found = await query.getMany();
    const { page, last } = pageOf(found, limit);
    return {
      webhooks: page.map((webhook) => WebhookResponse.of(webhook)),
      ...(last && { nextCursor: codec.encode(CURSOR, last.id) }),
    };
  }

  async get(id: string): Promise<WebhookResponse> {
    return WebhookResponse.of(await findWebhook(this.dataSource.manager, id));
  }

  /** Needs If-Match. Deliveries use the change at once. */
  async change(id: string, request: WebhookChangeRequest, context: WriteContext): Promise<WebhookResponse> {
    if (request.url !== undefined) this.refuseUrl(request.url);
    return this.writes.perform(context, async (manager) => {
      const webhook = await lockWebhook(manager, id);
      requireMatch(context, WebhookResponse.of(webhook));
      const { name = webhook.name, url = webhook.url, events = webhook.events } = request;
      return this.save(manager, webhook, { name, url, events }, context, 'change');
    });
  }

  /** The previous secret also signs for a while; an earlier one no longer does. */
  async rotate(
    id: string,
    { overlapHours = DEFAULT_OVERLAP_HOURS, why }: SecretRotationRequest,
    context: WriteContext,
  ): Promise<WebhookWithSecret> {
    let secret: string | undefined;
    const rotated = await this.writes.perform(context, async (manager) => {
      const webhook = await lockWebhook(manager, id);
      secret = this.secrets.make();
      const now = new Date();
      const changes = {
        secret: this.secrets.seal(id, secret),
        secretMadeAt: now,
        previousSecret: overlapHours > 0 ? webhook.secret : null,
        previousSecretUntil: overlapHours > 0 ? new Date(now.getTime() + overlapHours * HOUR_MS) : null,
      };
      return this.save(manager, webhook, changes, context, 'rotate-secret', why);
    });
    return { ...rotated, ...(secret !== undefined && { secret }) };
  }

  /** Undelivered changes stay pending. */
  disable(id: string, { why }: WebhookActRequest, context: WriteContext): Promise<WebhookResponse> {
    return this.writes.perform(context, async (manager) => {
      const webhook = await lockWebhook(manager, id);
      const changes = { status: 'disabled', disabledBecause: 'by-hand' } as const;
      return this.save(manager, webhook, changes, context, 'disable', why);
    });
  }

  /** It receives everything that it missed; replay from `now` to skip that. */
  enable(id: string, { why }: WebhookActRequest, context: WriteContext): Promise<WebhookResponse> {
    return this.writes.perform(context, async (manager) => {
      const webhook = await lockWebhook(manager, id);
      const changes = { status: 'enabled', disabledBecause: null } as const;
      return this.save(manager, webhook, changes, context, 'enable', why);
    });
  }

  private async save(
    manager: EntityManager,
    webhook: Webhook,
    changes: Partial<Webhook>,
    context: WriteContext,
    act: string,
    why?: string,
  ): Promise<WebhookResponse> {
    const before = forTheTrail(webhook);
    const saved = await manager.save(Object.assign(webhook, changes));
    await beginAnew(manager, webhook.id);
    await recordWebhookAct(manager, context, webhook.id, { act, before, after: forTheTrail(saved), why });
    return WebhookResponse.of(saved);
  }

  private refuseUrl(url: string): void {
    const flaw = flawOfWebhookUrl(url, this.rules.allowsPrivate);
    if (flaw !== undefined) throw Problem.unprocessable([{ pointer: '/url', message: flaw }]);
  }
}

/** Throws a 404 problem if there is none. */
export async function findWebhook(manager: EntityManager, id: string): Promise<Webhook> {
  const webhook = await manager.findOneBy(Webhook, { id });
  if (!webhook) throw Problem.notFound('webhook', id);
  return webhook;
}

/** The same for a change: the sender may be about to disable it. */
export async function lockWebhook(manager: EntityManager, id: string): Promise<Webhook> {
  const webhook = await manager.findOne(Webhook, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!webhook) throw Problem.notFound('webhook', id);
  return webhook;
}

/** Neither the secret nor the whole URL, which may contain one. */
function forTheTrail({ name, url, events, status, disabledBecause, secretMadeAt }: Webhook): object {
  return { name, receiver: new URL(url).origin, events, status, disabledBecause, secretMadeAt };
}
