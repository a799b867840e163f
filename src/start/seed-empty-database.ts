import { DataSource } from 'typeorm';
import { today } from '../config/today.js';
import { dataSourceOptions, type Connection } from '../database/connection.js';
import { resolveStale } from '../directory/program-resolution.js';
import { ENTITIES } from '../entities.js';
import { loadEvidenceView } from '../evidence/evidence-view.js';
import { seedRegistry, type SeedResult } from '../evidence/registry-seed.js';
import { seedDemo } from '../interchange/demo/seed-demo.js';

/** If two processes start at once, one of them seeds; the other waits and finds it done. */
const SEED_LOCK = 7_240_002;

/**
 * Seeds what is missing, all or nothing: what the evidence registry lacks, and the demonstration directory if no program
 * was ever stored. Facts that passed their shelf life while the service was down are resolved again.
 */
export async function firstStart(connection: Connection, log: (line: string) => void): Promise<void> {
  const day = today();
  const dataSource = await new DataSource({
    ...dataSourceOptions(connection, 0),
    entities: ENTITIES,
  }).initialize();
  try {
    const [server]: { isStandby: boolean }[] = await dataSource.query(
      'SELECT pg_is_in_recovery() AS "isStandby"',
    );
    if (server?.isStandby) {
      log('The database is a standby: this server matches and reads, and takes no edits.');
      return;
    }
    await dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
      let isFirst = false;
      const seeded = await seedRegistry(manager, {
        onBegin: () => {
          isFirst = true;
          log('Loading the evidence registry…');
        },
      });
      const line = registryLine(seeded, isFirst);
      if (line !== undefined) log(line);
      const evidence = await loadEvidenceView(manager);
      const demo = await seedDemo(manager, {
        evidence,
        today: day,
        onBegin: () => log('Loading the demonstration directory…'),
      });
      if (demo) log(`Loaded the demonstration directory: ${demo.created} fictional programs.`);
      const stale = await resolveStale(manager, { evidence, today: day });
      if (stale > 0)
        log(`Resolved ${stale} programs again because some of their facts passed their shelf life.`);
    });
  } finally {
    await dataSource.destroy();
  }
}

function registryLine(
  { approaches, ratings, citations, completed }: SeedResult,
  isFirst: boolean,
): string | undefined {
  if (isFirst) return `Loaded the evidence registry: ${approaches} approaches, ${ratings} ratings (drafts).`;
  if (approaches + ratings + citations + completed === 0) return undefined;
  return (
    `Added to the evidence registry: ${approaches} approaches, ${ratings} ratings (drafts), ${citations} citations; ` +
    `${completed} approaches were completed.`
  );
}
