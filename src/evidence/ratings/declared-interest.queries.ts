import type { EntityManager } from 'typeorm';

/** An interest that a person declared in an approach. */
export interface DeclaredInterest {
  readonly approach: string;
  readonly personName: string;
  readonly statement: string;
  readonly declaredAt: Date;
}

/** Codes of the approaches in which this person declared an interest. */
export async function declaredInterests(manager: EntityManager, personId: string): Promise<string[]> {
  const rows: { approach: string }[] = await manager.query(
    'SELECT approach_code AS approach FROM declared_interest WHERE person_id = $1',
    [personId],
  );
  return rows.map(({ approach }) => approach);
}

/** All declared interests, by approach and name. */
export async function listInterests(manager: EntityManager): Promise<DeclaredInterest[]> {
  return manager.query(
    `SELECT approach_code AS approach, person_name AS "personName", statement, declared_at AS "declaredAt"
       FROM declared_interest ORDER BY approach_code, person_name, person_id`,
  );
}

/** Declares an interest, or updates it. */
export async function declareInterest(
  manager: EntityManager,
  person: { id: string; name: string },
  { approach, statement }: { approach: string; statement: string },
): Promise<DeclaredInterest> {
  const [row]: DeclaredInterest[] = await manager.query(
    `INSERT INTO declared_interest (person_id, person_name, approach_code, statement) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id, approach_code) DO UPDATE SET statement = excluded.statement, declared_at = now()
     RETURNING approach_code AS approach, person_name AS "personName", statement, declared_at AS "declaredAt"`,
    [person.id, person.name, approach, statement],
  );
  return row!;
}
