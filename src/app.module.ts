import { type DynamicModule, Module } from '@nestjs/common';
import type { Env } from './config/env.js';
import type { Connection } from './database/connection.js';
import { AccessModule } from './access/access.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { FeedModule } from './feed/feed.module.js';
import type { DeliveryTerms } from './feed/webhooks/delivery-terms.js';
import { HealthModule } from './health/health.module.js';
import { InterchangeModule } from './interchange/interchange.module.js';
import { MatchingModule } from './matching/matching.module.js';
import { RootController } from './root.controller.js';

/** What the environment says of rooms. */
export type RoomsEnv = Pick<Env, 'routingUrl' | 'webhookAllowPrivate' | 'webhookSecretKey'>;

/** The list of rooms. */
@Module({})
export class AppModule {
  /** @param deliveries shorter terms for tests */
  static register(connection: Connection, env: RoomsEnv = {}, deliveries?: DeliveryTerms): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.connect(connection),
        AccessModule,
        DirectoryModule,
        DeskModule,
        EvidenceModule,
        AssessmentsModule,
        InterchangeModule,
        MatchingModule.withRouting(env.routingUrl),
        FeedModule.withWebhooks(env, deliveries),
        HealthModule,
      ],
      controllers: [RootController],
    };
  }
}
