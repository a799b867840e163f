import type { Client } from 'pg';

/** Anything that runs SQL: an entity manager, or a bare connection in a separate thread. */
export interface Querying {
  /** Rows, as the statement names their columns. */
  query<Rows>(sql: string, parameters?: unknown[]): Promise<Rows>;
}

/** A bare connection, as what reads the directory wants it. */
export function queryingOf(client: Client): Querying {
  return {
    query: async <Rows>(sql: string, parameters?: unknown[]) =>
      (await client.query(sql, parameters)).rows as Rows,
  };
}
