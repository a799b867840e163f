import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Env } from '../config/env.js';
import { HttpModule } from '../http/http.module.js';
import { ChangeFeedController } from './change-feed.controller.js';
import { ChangeFeed } from './change-feed.service.js';
import { ChangeNotifier } from './change-news.js';
import { FeedCursors } from './feed-cursors.js';
import { DeliveryTerms } from './webhooks/delivery-terms.js';
import { WebhookDelivery } from './webhooks/webhook-delivery.js';
import { WebhookPost } from './webhooks/webhook-post.js';
import { WebhookReplay } from './webhooks/webhook-replay.service.js';
import { WebhookSecrets } from './webhooks/webhook-secrets.js';
import { WebhookSender } from './webhooks/webhook-sender.js';
import { WebhookController } from './webhooks/webhook.controller.js';
import { Webhook } from './webhooks/webhook.entity.js';
import { WebhookRules, WebhookService } from './webhooks/webhook.service.js';

/** Settings of webhooks from the environment. */
export type WebhookEnv = Pick<Env, 'webhookAllowPrivate' | 'webhookSecretKeys'>;

/** Changes for those who follow the directory: by the change feed, and by webhooks. */
@Module({
  imports: [HttpModule, TypeOrmModule.forFeature([Webhook])],
  controllers: [ChangeFeedController, WebhookController],
  providers: [
    ChangeFeed,
    ChangeNotifier,
    FeedCursors,
    WebhookDelivery,
    WebhookReplay,
    WebhookSender,
    WebhookService,
  ],
})
export class FeedModule {
  /** @param terms shorter ones for tests */
  static withWebhooks(
    { webhookAllowPrivate = false, webhookSecretKeys }: WebhookEnv,
    terms = new DeliveryTerms(),
  ): DynamicModule {
    return {
      module: FeedModule,
      providers: [
        { provide: DeliveryTerms, useValue: terms },
        { provide: WebhookRules, useValue: new WebhookRules(webhookAllowPrivate) },
        { provide: WebhookSecrets, useValue: new WebhookSecrets(webhookSecretKeys) },
        { provide: WebhookPost, useFactory: () => new WebhookPost(terms, webhookAllowPrivate) },
      ],
    };
  }
}
