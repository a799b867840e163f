import type { EntityManager } from 'typeorm';
import type { Standing, StatedFacts } from '../core/directory/source-record.js';
import type { ProgramStatus } from './program.entity.js';
import type { PublishedProgramRow } from './program-row.js';
import { PROGRAM_ROW_COLUMNS, PROGRAM_ROW_TABLES } from './program.queries.js';

export interface ProgramDetailRow extends PublishedProgramRow {
  status: ProgramStatus;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  verifiedOn: string | null;
  /** The program that it has become. */
  mergedInto: string | null;
  /** Ids of programs that became this one. */
  mergedFrom: string[];
  claims: { approach: string; name: string; provenance: Standing; source: string; asOf: string }[];
  records: {
    source: string;
    asOf: string;
    standing: Standing;
    facts: StatedFacts;
    verbatim: Record<string, string>;
    by: string | null;
    how: string | null;
    expiresOn: string | null;
  }[];
}

/** One program, published or withdrawn, with its claims and the records of each source. */
export async function findProgram(
  dataSource: Pick<EntityManager, 'query'>,
  id: string,
): Promise<ProgramDetailRow | undefined> {
  const [row]: ProgramDetailRow[] = await dataSource.query(
    `SELECT ${PROGRAM_ROW_COLUMNS}, p.status, p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt",
            p.verified_on::text AS "verifiedOn",
            (WITH RECURSIVE next(id, hop) AS (
               SELECT p.merged_into, 1 UNION ALL
               SELECT m.merged_into, hop + 1 FROM program m JOIN next n ON m.id = n.id WHERE m.merged_into IS NOT NULL)
             SELECT id FROM next ORDER BY hop DESC LIMIT 1) AS "mergedInto",
            (WITH RECURSIVE family(id) AS (
               SELECT m.id FROM program m WHERE m.merged_into = p.id UNION
               SELECT m.id FROM program m JOIN family f ON m.merged_into = f.id)
             SELECT coalesce(json_agg(id ORDER BY id), '[]') FROM family) AS "mergedFrom",
            (SELECT coalesce(json_agg(json_build_object('approach', c.approach_code, 'name', a.name,
                      'provenance', c.provenance, 'source', c.source, 'asOf', c.as_of) ORDER BY c.approach_code), '[]')
               FROM program_approach c JOIN approach a ON a.code = c.approach_code
              WHERE c.program_id = p.id) AS claims,
            (SELECT coalesce(json_agg(json_build_object('source', s.source, 'asOf', s.as_of, 'standing', s.standing,
                      'facts', s.facts, 'verbatim', s.verbatim, 'by', s.said_by, 'how', s.how,
                      'expiresOn', s.expires_on) ORDER BY s.as_of DESC, s.source, s.source_key), '[]')
               FROM program_source s WHERE s.program_id = p.id AND s.ended_at IS NULL) AS records
       FROM ${PROGRAM_ROW_TABLES}
      WHERE p.id = $1`,
    [id],
  );
  return row;
}
