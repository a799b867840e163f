import type { DataSource } from 'typeorm';

/** Every row of every table, as text. */
export async function everythingStored(dataSource: DataSource): Promise<{ text: string; rows: number }> {
  const tables: { name: string }[] = await dataSource.query(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows: { text: string }[] = await dataSource.query(`SELECT t::text AS text FROM ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return { text: texts.join('\n'), rows: texts.length };
}
