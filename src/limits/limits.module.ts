import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LIMIT_OPTIONS, type LimitOptions } from './limit-options.js';
import { LoadShedding } from './load-shedding.js';
import { RateLimits } from './rate-limits.js';
import { RateGuard } from './rate.guard.js';

/**
 * Limits the requests to this service: for one key or address, and for all together. It comes after the guard of
 * `access`, which identifies the caller.
 */
@Module({})
export class LimitsModule {
  static with(options: LimitOptions): DynamicModule {
    return {
      module: LimitsModule,
      providers: [
        { provide: LIMIT_OPTIONS, useValue: options },
        // Before the rates: a request that is shed costs no points.
        LoadShedding,
        RateLimits,
        { provide: APP_GUARD, useClass: RateGuard },
      ],
    };
  }
}
