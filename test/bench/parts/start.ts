import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BENCH_REQUESTS } from '../http/bench-requests.js';
import type { Connection } from '../../../src/database/connection.js';
import type { BenchPart, Figures } from '../bench-part.js';
import { nationalDatabase } from '../national-database.js';
import { ServiceUnderTest } from '../service-under-test.js';

/**
 * From the start of the process to its first answer, the database running and warm: once with nothing kept, and once with
 * the index that the service before it left, as after every restart of the same version.
 */
export const start: BenchPart = {
  name: 'start',
  about: 'start of the service on the national directory, to the first match answered',
  targets: [
    {
      what: 'start to first answered match on the national directory, database warm',
      figure: 'seconds to the first match',
      bound: { atMost: 3 },
      unit: 's',
    },
  ],
  prepare: nationalDatabase,
  async measure(setting) {
    const connection = await nationalDatabase(setting);
    const folder = mkdtempSync(join(tmpdir(), 'navigator-index-'));
    const keepsIndex = { INDEX_FILE: join(folder, 'index') };
    try {
      const first = await startAndMatch(connection, keepsIndex);
      const again = await startAndMatch(connection, keepsIndex);
      return {
        ...again,
        'seconds to the first match, no index kept': first['seconds to the first match']!,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function startAndMatch(
  connection: Connection,
  env: Readonly<Record<string, string>>,
): Promise<Figures> {
  const from = performance.now();
  const service = await ServiceUnderTest.start('service.js', connection, env);
  const ready = performance.now();
  const readyCpu = service.cpuSeconds();
  await service.post('/v1/matches', BENCH_REQUESTS[0]!.body);
  const answered = performance.now();
  const answeredCpu = service.cpuSeconds();
  await service.stop();
  return {
    'seconds to the first match': (answered - from) / 1000,
    'seconds until it is ready': (ready - from) / 1000,
    ...(answeredCpu !== undefined && { 'CPU seconds to the first match': answeredCpu }),
    ...(readyCpu !== undefined && { 'CPU seconds until it is ready': readyCpu }),
  };
}
