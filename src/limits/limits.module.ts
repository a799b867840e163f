import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LIMIT_OPTIONS, type LimitOptions } from './limit-options.js';
import { LoadShedding } from './load-shedding.js';
import { RateLimits } from './rate-limits.js';
import { RateGuard } from './rate.guard.js';

/**
 * How much may be asked of this service: by one key or address, and by all together. Who asks is what the guard of
 * `access` has found, so this comes behind it.
 */
@Module({})
export class LimitsModule {
  static with(options: LimitOptions): DynamicModule {
    return {
      module: LimitsModule,
      providers: [
        { provide: LIMIT_OPTIONS, useValue: options },
        // Before the rates: what is shed costs nobody anything.
        LoadShedding,
        RateLimits,
        { provide: APP_GUARD, useClass: RateGuard },
      ],
    };
  }
}
