import type { EntityManager } from 'typeorm';
import type { StatedFacts } from '../core/directory/source-record.js';
import { markWithdrawn, recordChanges } from '../directory/program-store.queries.js';
import type { ContactCorrections } from '../directory/program.entity.js';
import { SUPPLEMENTARY_SOURCES } from '../directory/supplementary-sources.js';

/** A published program of that name at that address, if there is one. */
export async function programAt(
  manager: EntityManager,
  { name, street1, postalCode }: { name: string; street1: string; postalCode: string },
): Promise<string | undefined> {
  const [row]: { id: string }[] = await manager.query(
    `SELECT p.id FROM program p JOIN location l ON l.id = p.location_id
      WHERE p.status = 'published' AND l.postal_code = $3
        AND lower(p.name) = lower($1) AND lower(l.street1) = lower($2)
      LIMIT 1`,
    [name, street1, postalCode],
  );
  return row?.id;
}

/** What editors have corrected about a program so far: contacts that replace those of the source, and facts. */
export async function editsOf(
  manager: EntityManager,
  id: string,
): Promise<{ corrections: ContactCorrections; facts: StatedFacts }> {
  const rows: { corrections: ContactCorrections; facts: StatedFacts | null }[] = await manager.query(
    `SELECT p.corrections, s.facts
       FROM program p LEFT JOIN program_source s ON s.program_id = p.id AND s.source = $2
      WHERE p.id = $1
      ORDER BY s.source_key`,
    [id, SUPPLEMENTARY_SOURCES.correction],
  );
  return {
    corrections: rows[0]?.corrections ?? {},
    facts: Object.assign({}, ...rows.map(({ facts }) => facts ?? {})) as StatedFacts,
  };
}

/** Names and contacts from now on, and which of them are corrections that survive imports. */
export async function updateContacts(
  manager: EntityManager,
  id: string,
  contacts: Required<ContactCorrections>,
  corrections: ContactCorrections,
): Promise<void> {
  const { name, nameDetail, phone, intakePhones, website } = contacts;
  await manager.query(
    `UPDATE program SET name = $2, name_detail = $3, phone = $4, intake_phones = $5, website = $6, corrections = $7
      WHERE id = $1`,
    [id, name, nameDetail, phone, intakePhones, website, JSON.stringify(corrections)],
  );
}

/** Withdraws a program so that no import brings it back. */
export async function withdrawAtDesk(manager: EntityManager, id: string): Promise<void> {
  await markWithdrawn(manager, [id]);
  await manager.query('UPDATE program SET withdrawn_at_desk = true WHERE id = $1', [id]);
  await recordChanges(manager, [{ id, kind: 'withdrawn' }]);
}

/** Whether an editor withdrew it, rather than its source. */
export async function isWithdrawnAtDesk(manager: EntityManager, id: string): Promise<boolean> {
  const [row]: { held: boolean }[] = await manager.query(
    'SELECT withdrawn_at_desk AS held FROM program WHERE id = $1',
    [id],
  );
  return row?.held === true;
}

/** Publishes a program again that an editor withdrew; the caller must resolve it again. */
export async function publishAgain(manager: EntityManager, id: string): Promise<void> {
  await manager.query(`UPDATE program SET withdrawn_at_desk = false, status = 'published' WHERE id = $1`, [
    id,
  ]);
}
