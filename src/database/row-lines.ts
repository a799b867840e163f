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
