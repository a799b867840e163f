import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabasePulse } from '../database/database-pulse.js';
import { Metrics } from './metrics.js';

/** The pool as `pg` counts it. */
interface CountedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** The pool of connections, and what was last heard of the database. */
@Injectable()
export class DatabaseMetrics implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pulse: DatabasePulse,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const { metrics, pulse } = this;
    metrics.watchEach(
      'db_pool_connections',
      'Connections of the pool, and requests that wait for one',
      'state',
      () => {
        const { totalCount, idleCount, waitingCount } = (
          this.dataSource.driver as unknown as { master: CountedPool }
        ).master;
        return { idle: idleCount, busy: totalCount - idleCount, waiting: waitingCount };
      },
    );
    metrics.watch('db_is_primary', '1 if the database takes writes, 0 if it is away or a standby', () =>
      Number(pulse.isWritable()),
    );
    metrics.watch('db_heartbeat_seconds', 'Response time of the database; absent while it is away', () => {
      const heard = pulse.current();
      return heard && heard.ms / 1000;
    });
  }
}
