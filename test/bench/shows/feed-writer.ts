import { DataSource } from 'typeorm';
import { takeWriterLock } from '../../../src/database/writer-lock.js';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { SeededDraw } from '../../../src/interchange/demo/seeded-draw.js';

/**
 * A writer in a process of its own, to be killed: `node feed-writer.js DATABASE_URL SEED`. It renames, withdraws and
 * brings back programs, one to eight in a transaction, and takes every fifth transaction back.
 */
const [, , url = '', seed = ''] = process.argv;
const dataSource = await new DataSource({ ...dataSourceOptions({ url }), entities: [] }).initialize();
const draw = new SeededDraw(seed);
const ids = (await dataSource.query<{ id: string }[]>('SELECT id FROM program ORDER BY id')).map(
  ({ id }) => id,
);

class TakenBack extends Error {}

for (let turn = 0; ; turn++) {
  const chosen = [...new Set(Array.from({ length: draw.between(1, 8) }, () => draw.pick(ids)))];
  const withdraws = draw.between(1, 6) === 1;
  await dataSource
    .transaction(async (manager) => {
      await takeWriterLock(manager);
      await manager.query(
        `UPDATE program SET name = $2 || substr(id::text, 1, 4), status = $3, version = version + 1, updated_at = now()
          WHERE id = ANY($1)`,
        [chosen, `Show ${seed} ${turn} `, withdraws ? 'withdrawn' : 'published'],
      );
      await manager.query(
        `INSERT INTO change (entity, entity_id, kind, version)
         SELECT 'program', id::text, $2, version FROM program WHERE id = ANY($1) ORDER BY id`,
        [chosen, withdraws ? 'withdrawn' : 'changed'],
      );
      if (draw.between(1, 5) === 1) throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
}
