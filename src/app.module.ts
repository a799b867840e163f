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
import { HealthModule } from './health/health.module.js';
import { InterchangeModule } from './interchange/interchange.module.js';
import { MatchingModule } from './matching/matching.module.js';
import { RootController } from './root.controller.js';

/** The list of rooms. */
@Module({})
export class AppModule {
  static register(connection: Connection, { routingUrl }: Pick<Env, 'routingUrl'> = {}): DynamicModule {
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
        MatchingModule.withRouting(routingUrl),
        FeedModule,
        HealthModule,
      ],
      controllers: [RootController],
    };
  }
}
