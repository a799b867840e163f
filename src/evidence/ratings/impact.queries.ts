import type { EntityManager } from 'typeorm';

/** The impact of publishing a version, as stored by the desk. */
export interface StoredImpact {
  readonly id: string;
  readonly ratingId: string;
  readonly ratingVersion: number;
  readonly evidenceVersion: number;
  readonly directoryVersion: number;
  readonly policy: string;
  /** Numbers only: the needs of a request are never stored. */
  readonly summary: Readonly<Record<string, unknown>>;
  readonly workedOutBy: string;
}

export async function findImpact(manager: EntityManager, id: string): Promise<StoredImpact | undefined> {
  const [row]: (StoredImpact & { evidenceVersion: string; directoryVersion: string })[] = await manager.query(
    `SELECT id, rating_id AS "ratingId", rating_version AS "ratingVersion", evidence_version AS "evidenceVersion",
            directory_version AS "directoryVersion", policy, summary, worked_out_by AS "workedOutBy"
       FROM impact WHERE id = $1`,
    [id],
  );
  return (
    row && {
      ...row,
      evidenceVersion: Number(row.evidenceVersion),
      directoryVersion: Number(row.directoryVersion),
    }
  );
}

export async function storeImpact(manager: EntityManager, impact: StoredImpact): Promise<void> {
  await manager.query(
    `INSERT INTO impact (id, rating_id, rating_version, evidence_version, directory_version, policy, summary,
                         worked_out_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      impact.id,
      impact.ratingId,
      impact.ratingVersion,
      impact.evidenceVersion,
      impact.directoryVersion,
      impact.policy,
      JSON.stringify(impact.summary),
      impact.workedOutBy,
    ],
  );
}
