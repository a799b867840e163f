import { Global, Module } from '@nestjs/common';
import { DatabaseMetrics } from './database-metrics.js';
import { HttpMetrics } from './http-metrics.js';
import { Metrics } from './metrics.js';

/** What every room may count, and what is measured of every request and of the database. */
@Global()
@Module({ providers: [Metrics, HttpMetrics, DatabaseMetrics], exports: [Metrics] })
export class MetricsModule {}
