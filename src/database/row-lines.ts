/**
 * Rows for one statement, as one parameter: each is JSON on a line of its own. PostgreSQL takes about ten times as
 * long to read them as one array of megabytes. JSON has no bare line break: `JSON.stringify` escapes it.
 */
export function rowLines(rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

/**
 * The rows of the first parameter, for a FROM; it must be followed by `AS r(id uuid, …)`, which defines the columns.
 */
export const ROWS_OF_LINES = `unnest(string_to_array($1, E'\\n')) AS line CROSS JOIN jsonb_to_record(line::jsonb)`;

/** The most rows that one statement writes. */
export const ROWS_AT_A_TIME = 500;

export function rowChunks<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_AT_A_TIME);
  return Array.from({ length: count }, (_, i) => rows.slice(i * ROWS_AT_A_TIME, (i + 1) * ROWS_AT_A_TIME));
}
