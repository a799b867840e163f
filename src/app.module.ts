import { type DynamicModule, Module } from '@nestjs/common';
import type { Env } from './config/env.js';
import type { Connection } from './database/connection.js';
import { AccessModule } from './access/access.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { HealthModule } from './health/health.module.js';
import { InterchangeModule } from './interchange/interchange.module.js';
import type { LimitOptions } from './limits/limit-options.js';
import { LimitsModule } from './limits/limits.module.js';
import { MatchingModule, type MatchingOptions } from './matching/matching.module.js';
import { RootController } from './root.controller.js';

export interface AppOptions extends MatchingOptions {
  readonly oidc?: Env['oidc'];
  /** Without them nobody is refused for asking often. */
  readonly limits?: LimitOptions;
}

/** The list of rooms. */
@Module({})
export class AppModule {
  static register(connection: Connection, { oidc, limits, ...matching }: AppOptions = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.connect(connection),
        AccessModule.withPeople(oidc),
        // Behind access: whose rate it is, its guard says.
        ...(limits ? [LimitsModule.with(limits)] : []),
        DirectoryModule,
        DeskModule,
        EvidenceModule,
        AssessmentsModule,
        InterchangeModule,
        MatchingModule.with(matching),
        HealthModule,
      ],
      controllers: [RootController],
    };
  }
}
