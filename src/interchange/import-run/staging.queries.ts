import type { EntityManager } from 'typeorm';
import { rowLines, ROWS_OF_LINES } from '../../database/row-lines.js';
import type { ProgramIntake } from '../../directory/program-intake.js';

/** SQL of the programs of a run before they are applied. */

export async function stageIntakes(
  manager: EntityManager,
  runId: string,
  intakes: readonly ProgramIntake[],
): Promise<void> {
  await manager.query(
    `INSERT INTO staged_program (run_id, key, intake)
     SELECT $2, key, intake FROM ${ROWS_OF_LINES} AS r(key text, intake json)`,
    [rowLines(intakes.map((intake) => ({ key: intake.key, intake }))), runId],
  );
}

/** All programs of a run, sorted by key, so that the order of the rows of its file does not matter. */
export async function stagedIntakes(manager: EntityManager, runId: string): Promise<ProgramIntake[]> {
  const rows: { intake: ProgramIntake }[] = await manager.query(
    `SELECT intake FROM staged_program WHERE run_id = $1 ORDER BY key COLLATE "C"`,
    [runId],
  );
  return rows.map(({ intake }) => intake);
}

export async function deleteStaged(manager: EntityManager, runId: string): Promise<void> {
  await manager.query('DELETE FROM staged_program WHERE run_id = $1', [runId]);
}
