import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { today } from '../config/today.js';
import { DatabasePulse } from '../database/database-pulse.js';
import { takeWriterLock } from '../database/writer-lock.js';
import { currentVersions } from '../directory/program.queries.js';
import { refreshStrengths } from '../directory/program-strengths.queries.js';
import { loadEvidenceView } from './evidence-view.js';

const LOOK_EVERY_MS = 10_000;
const KNOWN_VERSION = 'strengths_evidence_version';

/**
 * Updates the order "by evidence" of the program search soon after a rating was published or retracted. Matches do not
 * depend on it: they use the ratings themselves.
 */
@Injectable()
export class EvidenceStrengths implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Evidence');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly pulse: DatabasePulse,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (!this.pulse.isWritable()) return;
      this.catchUp().catch((error: unknown) =>
        this.log.error('The search order could not be updated after a change of ratings', error),
      );
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Returns how many programs have a different strength; 0 if nothing changed. */
  async catchUp(day = today()): Promise<number> {
    const { evidence: seen } = await currentVersions(this.dataSource.manager);
    if (seen <= (await knownVersion(this.dataSource.manager))) return 0;
    return this.dataSource.transaction(async (manager) => {
      await takeWriterLock(manager);
      const { evidence: version } = await currentVersions(manager);
      // Another process may have done it already.
      if (version <= (await knownVersion(manager))) return 0;
      const changed = await refreshStrengths(manager, await loadEvidenceView(manager, day));
      await manager.query(
        `INSERT INTO installation (key, value) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [KNOWN_VERSION, String(version)],
      );
      return changed;
    });
  }
}

async function knownVersion(manager: EntityManager): Promise<number> {
  const [row]: { value: string }[] = await manager.query('SELECT value FROM installation WHERE key = $1', [
    KNOWN_VERSION,
  ]);
  return row ? Number(row.value) : 0;
}
