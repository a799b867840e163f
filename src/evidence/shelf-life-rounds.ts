import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { today } from '../config/today.js';
import { DatabasePulse } from '../database/database-pulse.js';
import { resolveStale } from '../directory/program-resolution.js';
import { withdrawUnlisted } from '../directory/unlisted-programs.js';
import { loadEvidenceView } from './evidence-view.js';

const HOUR_MS = 3_600_000;
/** Lock by which one of several processes does the work; the others skip it. */
const ROUND_LOCK = 7_240_003;

/**
 * Once an hour, resolves every program again that has a fact past its shelf life, and withdraws those that no edition has
 * named for 90 days.
 */
@Injectable()
export class ShelfLifeRounds implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Directory');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly pulse: DatabasePulse,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (!this.pulse.isWritable()) return;
      this.round().catch((error: unknown) =>
        this.log.error('The update of expired facts failed; the next one is in an hour', error),
      );
    }, HOUR_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Returns how many programs were resolved again; 0 if another process is doing it. */
  async round(day = today()): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const [row]: { free: boolean }[] = await manager.query('SELECT pg_try_advisory_xact_lock($1) AS free', [
        ROUND_LOCK,
      ]);
      if (!row?.free) return 0;
      await withdrawUnlisted(manager, day);
      return resolveStale(manager, { evidence: await loadEvidenceView(manager), today: day });
    });
  }
}
