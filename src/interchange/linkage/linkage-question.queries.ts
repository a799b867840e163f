import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ProposedLink } from '../../core/linkage/link-programs.js';
import type { ListedProgram } from '../../core/linkage/listed-program.js';
import { rowLines, ROWS_OF_LINES } from '../../database/row-lines.js';
import { linkablePrograms } from './linkable-programs.js';

/** SQL of the questions that an import leaves to people. */

interface QuestionPair {
  readonly id: string;
  readonly listed: string;
  readonly incoming: string;
}

/**
 * Stores questions about keys that are programs of their own by now. A pair that was asked about before is not asked
 * about again. Returns how many are new.
 */
export async function askQuestions(
  manager: EntityManager,
  source: string,
  questions: readonly ProposedLink[],
  policy: string,
): Promise<number> {
  const rows = questions.map(({ listed, incoming, rule, likeness: { score, ...parts } }) => ({
    listed,
    key: incoming,
    rule,
    score,
    parts,
  }));
  const asked: QuestionPair[] = await manager.query(
    `INSERT INTO linkage_question (source, source_key, listed_id, incoming_id, rule, score, parts, policy, compared)
     SELECT $2, r.key, r.listed, k.program_id, r.rule, r.score, r.parts, $3, ''
       FROM ${ROWS_OF_LINES} AS r(listed uuid, key text, rule text, score double precision, parts jsonb)
       JOIN program_link k ON k.source = $2 AND k.source_key = r.key AND k.ended_at IS NULL
     ON CONFLICT (listed_id, incoming_id) DO NOTHING
     RETURNING id, listed_id AS listed, incoming_id AS incoming`,
    [rowLines(rows), source, policy],
  );
  const digests = await comparedDigests(manager, asked);
  await manager.query(
    `UPDATE linkage_question q SET compared = r.digest
       FROM ${ROWS_OF_LINES} AS r(id uuid, digest text) WHERE q.id = r.id`,
    [rowLines(asked.map(({ id }) => ({ id, digest: digests.get(id)! })))],
  );
  return asked.length;
}

/**
 * Settles questions that an edition has answered: it names both programs. Asks again where one of two programs that were
 * told apart has another name, address or telephone.
 */
export async function reviseQuestions(manager: EntityManager, source: string): Promise<void> {
  await manager.query(
    `UPDATE linkage_question q SET state = 'settled', version = q.version + 1
       FROM program a, program b
      WHERE q.source = $1 AND q.state IN ('open', 'unsure', 'awaiting-second') AND a.id = q.listed_id AND b.id = q.incoming_id
        AND (a.merged_into IS NOT NULL OR b.merged_into IS NOT NULL OR ${IN_ONE_EDITION})`,
    [source],
  );
  const different: (QuestionPair & { compared: string })[] = await manager.query(
    `SELECT q.id, q.listed_id AS listed, q.incoming_id AS incoming, q.compared
       FROM linkage_question q JOIN program a ON a.id = q.listed_id JOIN program b ON b.id = q.incoming_id
      WHERE q.source = $1 AND q.state = 'different' AND b.status = 'published'
        AND a.merged_into IS NULL AND NOT ${IN_ONE_EDITION}`,
    [source],
  );
  const digests = await comparedDigests(manager, different);
  const changed = different.filter(({ id, compared }) => digests.get(id) !== compared);
  await manager.query(
    `UPDATE linkage_question q SET state = 'open', compared = r.digest, version = q.version + 1
       FROM ${ROWS_OF_LINES} AS r(id uuid, digest text) WHERE q.id = r.id`,
    [rowLines(changed.map(({ id }) => ({ id, digest: digests.get(id)! })))],
  );
}

/** Whether one edition of a source names both programs, `a` and `b`. */
const IN_ONE_EDITION = `(a.status = 'published' AND a.unlisted_on IS NULL AND b.status = 'published'
  AND b.unlisted_on IS NULL AND EXISTS (
    SELECT FROM program_source s JOIN program_source t ON t.source = s.source
     WHERE s.program_id = a.id AND t.program_id = b.id AND s.ended_at IS NULL AND t.ended_at IS NULL
       AND s.source IN (a.source, b.source)))`;

/** Whether one edition of a source names both of two programs. */
export async function areInOneEdition(manager: EntityManager, a: string, b: string): Promise<boolean> {
  const [row]: [{ both: boolean }] = await manager.query(
    `SELECT ${IN_ONE_EDITION} AS both FROM program a, program b WHERE a.id = $1 AND b.id = $2`,
    [a, b],
  );
  return row.both;
}

/** A digest of what was compared of each pair, by the id of its question. */
async function comparedDigests(
  manager: EntityManager,
  pairs: readonly QuestionPair[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(pairs.flatMap(({ listed, incoming }) => [listed, incoming]))];
  if (ids.length === 0) return new Map();
  const programs = new Map(
    (await linkablePrograms(manager, { ids })).map((program) => [program.key, comparedText(program)]),
  );
  return new Map(
    pairs.map(({ id, listed, incoming }) => [
      id,
      createHash('sha256')
        .update(`${programs.get(listed)}\n${programs.get(incoming)}`)
        .digest('hex'),
    ]),
  );
}

/** Services are left out: codes change with each edition. */
function comparedText({ name, nameDetail, streets, city, state, postalCode, phones }: ListedProgram): string {
  return JSON.stringify([name, nameDetail ?? null, streets, city, state, postalCode ?? null, phones]);
}
