import { type DynamicModule, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Readiness, STALE_READY_FOR } from './readiness.js';

/** What balancers and orchestrators ask. */
@Module({})
export class HealthModule {
  /** @param staleReadyForMs for how long an index is used while its database is away */
  static on(matching: DynamicModule, staleReadyForMs: number): DynamicModule {
    return {
      module: HealthModule,
      imports: [matching],
      controllers: [HealthController],
      providers: [Readiness, { provide: STALE_READY_FOR, useValue: staleReadyForMs }],
      exports: [Readiness],
    };
  }
}
