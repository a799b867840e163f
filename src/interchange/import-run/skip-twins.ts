import type { ReadRow } from './import-source.js';

/** Rows as they are read; of several with one key the first stays, and the others become issues. */
export function* skipTwins(rows: Iterable<ReadRow>): Generator<ReadRow> {
  const known = new Map<string, number>();
  for (const read of rows) {
    const { row, intake } = read;
    const twin = intake && known.get(intake.key);
    if (intake && twin !== undefined) {
      const message = `Row ${twin} has the same name and address. The row is skipped.`;
      const issue = { row, kind: 'duplicate-row' as const, field: 'row', value: intake.name, message };
      yield { row, issues: [issue], codes: 0 };
      continue;
    }
    if (intake) known.set(intake.key, row);
    yield read;
  }
}
