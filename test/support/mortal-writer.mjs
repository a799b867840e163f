import { Client } from 'pg';

/**
 * A writer in a separate process that will be killed: `node mortal-writer.mjs CLIENT_OPTIONS PROGRAM_ID TIMES`. It
 * renames the program this many times, each in a transaction, prints `holds` in the middle of one more, and never ends
 * it.
 */
const [, , options, id, times] = process.argv;
const client = new Client(JSON.parse(options));
await client.connect();
for (let time = 0; ; time++) {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock(7240004)');
  await client.query('UPDATE program SET name = $2, version = version + 1 WHERE id = $1', [
    id,
    `Mortal ${time}`,
  ]);
  await client.query(
    `INSERT INTO change (entity, entity_id, kind, version)
     SELECT 'program', id::text, 'changed', version FROM program WHERE id = $1`,
    [id],
  );
  if (time === Number(times)) break;
  await client.query('COMMIT');
}
process.stdout.write('holds\n');
