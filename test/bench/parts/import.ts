import type { Connection } from '../../../src/database/connection.js';
import { BENCH_REQUESTS } from '../http/bench-requests.js';
import type { BenchPart } from '../bench-part.js';
import { emptyDatabase, fileOf, importNational, query } from '../national-database.js';
import { ServiceUnderTest } from '../service-under-test.js';

/** From an empty database to the first match answered, and the same file a second time. */
export const imports: BenchPart = {
  name: 'import',
  about: 'import of the national directory into an empty database, to the first match answered',
  targets: [
    {
      what: 'import of the national directory, empty database to first match answered',
      figure: 'seconds to the first match',
      bound: { atMost: 20 },
      unit: 's',
    },
    {
      what: 'rows written by a second, unchanged import',
      figure: 'rows written by the second import',
      bound: { atMost: 0 },
      unit: 'rows',
    },
  ],
  async measure(setting) {
    const connection = await emptyDatabase(setting.server, 'bench_import');
    const from = performance.now();
    await importNational(connection, fileOf(setting));
    const imported = performance.now();
    const service = await ServiceUnderTest.start('service.js', connection);
    const [first] = BENCH_REQUESTS;
    await service.post('/v1/matches', first!.body);
    const answered = performance.now();
    await service.stop();

    const [now] = await query(
      connection,
      'SELECT txid_snapshot_xmax(txid_current_snapshot()) AS transaction',
    );
    const again = performance.now();
    await importNational(connection, fileOf(setting));
    const seconds = (performance.now() - again) / 1000;
    const written = await rowsWrittenSince(connection, now!['transaction']!);
    await query(setting.server, 'DROP DATABASE bench_import WITH (FORCE)');
    return {
      'seconds to the first match': (answered - from) / 1000,
      'seconds of the import alone': (imported - from) / 1000,
      'seconds of the second import': seconds,
      'rows written by the second import': written,
    };
  },
};

/** Rows that a transaction from this one on wrote; what was rolled back is not among them. */
async function rowsWrittenSince(connection: Connection, transaction: string): Promise<number> {
  const tables = await query(connection, 'SELECT quote_ident(relname) AS name FROM pg_stat_user_tables');
  let rows = 0;
  for (const { name } of tables) {
    const [counted] = await query(
      connection,
      `SELECT count(*) AS rows FROM ${name} WHERE xmin::text::bigint >= ${transaction}`,
    );
    rows += Number(counted!['rows']);
  }
  return rows;
}
