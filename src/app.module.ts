import { type DynamicModule, Module } from '@nestjs/common';
import { type Env, STALE_READY_FOR_MS } from './config/env.js';
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
import type { LimitOptions } from './limits/limit-options.js';
import { LimitsModule } from './limits/limits.module.js';
import type { FirstBuild } from './matching/live/first-build.js';
import { MatchingModule } from './matching/matching.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { PlansModule } from './plans/plans.module.js';
import { ServiceController } from './health/service.controller.js';

/** Settings of the rooms from the environment. */
export interface ModuleEnv extends Pick<
  Env,
  'routingUrl' | 'oidc' | 'exportsFolder' | 'webhookAllowPrivate' | 'webhookSecretKeys'
> {
  /** For how many milliseconds an index is used while its database is away; a day by default. */
  readonly staleReadyForMs?: number;
  /** Without them no request is refused for its rate. */
  readonly limits?: LimitOptions;
}

/** Options in addition to the settings. */
export interface ModuleOverrides {
  /** An index whose build began before the rooms were loaded. */
  readonly firstBuild?: FirstBuild;
  /** Shorter timings for tests. */
  readonly deliveries?: DeliveryTerms;
}

/** The list of rooms. */
@Module({})
export class AppModule {
  static register(
    connection: Connection,
    env: ModuleEnv = {},
    overrides: ModuleOverrides = {},
  ): DynamicModule {
    const matching = MatchingModule.with({
      routingUrl: env.routingUrl,
      firstBuild: overrides.firstBuild,
    });
    return {
      module: AppModule,
      imports: [
        DatabaseModule.connect(connection),
        MetricsModule,
        AccessModule.withPeople(env.oidc),
        // After the access module, whose guard determines whose rate applies.
        ...(env.limits ? [LimitsModule.with(env.limits)] : []),
        DirectoryModule,
        DeskModule,
        EvidenceModule,
        AssessmentsModule,
        InterchangeModule.withExports(env.exportsFolder),
        matching,
        PlansModule.on(matching),
        FeedModule.withWebhooks(env, overrides.deliveries),
        HealthModule.on(matching, env.staleReadyForMs ?? STALE_READY_FOR_MS),
      ],
      controllers: [ServiceController],
    };
  }
}
