import type { EntityManager } from 'typeorm';
import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import { rowLines, ROWS_OF_LINES } from '../database/row-lines.js';
import type { EvidenceView } from './program-intake.js';

const CHUNK = 1000;

/**
 * Recalculates the strength of every published program's evidence and stores those that differ. It is a sort key of the
 * search and not a fact of a program, so programs do not get a new version. Returns how many differed.
 */
export async function refreshStrengths(manager: EntityManager, evidence: EvidenceView): Promise<number> {
  let changed = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows: { id: string; facts: ResolvedFacts; strengths: Record<string, number> }[] =
      await manager.query(
        `SELECT id, facts, evidence_strength AS strengths FROM program
          WHERE status = 'published' AND id > $1 ORDER BY id LIMIT ${CHUNK}`,
        [after],
      );
    if (rows.length === 0) return changed;
    after = rows.at(-1)!.id;
    const differing = rows
      .map(({ id, facts, strengths }) => ({
        id,
        before: strengths,
        evidence_strength: evidence.strengths(facts),
      }))
      .filter(({ before, evidence_strength: now }) =>
        Object.keys(now).some((purpose) => now[purpose] !== before[purpose]),
      );
    if (differing.length === 0) continue;
    changed += differing.length;
    await manager.query(
      `UPDATE program p SET evidence_strength = r.evidence_strength
         FROM ${ROWS_OF_LINES} AS r(id uuid, evidence_strength jsonb) WHERE p.id = r.id`,
      [rowLines(differing.map(({ id, evidence_strength }) => ({ id, evidence_strength })))],
    );
  }
}
