/** Anything that runs SQL: an entity manager, or a bare connection in a separate thread. */
export interface Querying {
  /** Rows, as the statement names their columns. */
  query<Rows>(sql: string, parameters?: unknown[]): Promise<Rows>;
}
