import { v4 as uuidV4 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { rowLines, ROWS_OF_LINES } from '../database/row-lines.js';
import { locationIdOf, organizationIdOf, programIdOf } from './directory-ids.js';
import type { ProgramIntake } from './program-intake.js';
import type { StoredProgram } from './program-store-rows.js';

/** The ids of what a source lists, by its keys: those that are stored, and new ones for what is not. */
export interface ListingIds {
  readonly program: (key: string) => string;
  readonly organization: (key: string) => string;
  readonly location: (key: string) => string;
}

/**
 * Ids for these intakes. A program has the id that its key is linked with, in `linked`. Its organization and its location
 * keep theirs when the program is known by another spelling, unless `edition` names the earlier key too. An id is made
 * from a key only once: if it belongs to something that has another key by now, what is new gets a random id.
 */
export async function listingIds(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
  linked: ReadonlyMap<string, Pick<StoredProgram, 'programId'>>,
  edition: readonly ProgramIntake[],
): Promise<ListingIds> {
  const programs = new Map([...linked].map(([key, { programId }]) => [key, programId]));
  const keys = intakes.map(({ key }) => key).filter((key) => !programs.has(key));
  await addNewIds(manager, 'program', programs, keys, (key) => programIdOf(source, key));
  const [organizations, locations] = [
    await placeIds(manager, PLACES.organization, source, intakes, linked, edition),
    await placeIds(manager, PLACES.location, source, intakes, linked, edition),
  ];
  return {
    program: (key) => programs.get(key)!,
    organization: (key) => organizations.get(key)!,
    location: (key) => locations.get(key)!,
  };
}

interface PlaceKind {
  readonly table: 'organization' | 'location';
  readonly keyOf: (intake: ProgramIntake) => string;
  readonly idOf: (source: string, key: string) => string;
}

const PLACES = {
  organization: {
    table: 'organization',
    keyOf: ({ organization }) => organization.key,
    idOf: organizationIdOf,
  },
  location: { table: 'location', keyOf: ({ location }) => location.key, idOf: locationIdOf },
} satisfies Record<string, PlaceKind>;

async function placeIds(
  manager: EntityManager,
  kind: PlaceKind,
  source: string,
  intakes: readonly ProgramIntake[],
  linked: ReadonlyMap<string, Pick<StoredProgram, 'programId'>>,
  edition: readonly ProgramIntake[],
): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(intakes.map(kind.keyOf))];
  const rows: { key: string; id: string }[] = await manager.query(
    `SELECT source_key AS key, id FROM ${kind.table} WHERE source = $1 AND source_key = ANY($2)`,
    [source, keys],
  );
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  await renameKeys(
    manager,
    kind,
    source,
    ids,
    intakes.filter((intake) => !ids.has(kind.keyOf(intake)) && linked.has(intake.key)),
    { linked, edition },
  );
  const others = keys.filter((key) => !ids.has(key));
  await addNewIds(manager, kind.table, ids, others, (key) => kind.idOf(source, key));
  return ids;
}

/** What a known program belongs to has another key now: it keeps its id under the first of its new keys. */
async function renameKeys(
  manager: EntityManager,
  kind: PlaceKind,
  source: string,
  ids: Map<string, string>,
  respelt: readonly ProgramIntake[],
  {
    linked,
    edition,
  }: { linked: ReadonlyMap<string, Pick<StoredProgram, 'programId'>>; edition: readonly ProgramIntake[] },
): Promise<void> {
  if (respelt.length === 0) return;
  const programIds = respelt.map(({ key }) => linked.get(key)!.programId);
  const rows: { programId: string; id: string; key: string }[] = await manager.query(
    `SELECT p.id AS "programId", t.id, t.source_key AS key
       FROM program p JOIN ${kind.table} t ON t.id = p.${kind.table}_id
      WHERE p.id = ANY($1) AND t.source = $2`,
    [programIds, source],
  );
  const before = new Map(rows.map((row) => [row.programId, row]));
  const standing = new Set(edition.map(kind.keyOf));
  const renamed = new Map<string, string>();
  for (const intake of [...respelt].sort((a, b) => (kind.keyOf(a) < kind.keyOf(b) ? -1 : 1))) {
    const known = before.get(linked.get(intake.key)!.programId);
    const key = kind.keyOf(intake);
    if (!known || standing.has(known.key) || renamed.has(known.id) || ids.has(key)) continue;
    renamed.set(known.id, key);
    ids.set(key, known.id);
  }
  await manager.query(
    `UPDATE ${kind.table} t SET source_key = r.key
       FROM ${ROWS_OF_LINES} AS r(id uuid, key text) WHERE t.id = r.id`,
    [rowLines([...renamed].map(([id, key]) => ({ id, key })))],
  );
}

async function addNewIds(
  manager: EntityManager,
  table: 'program' | PlaceKind['table'],
  ids: Map<string, string>,
  keys: readonly string[],
  idOf: (key: string) => string,
): Promise<void> {
  const rows: { id: string }[] = await manager.query(`SELECT id FROM ${table} WHERE id = ANY($1)`, [
    keys.map(idOf),
  ]);
  const taken = new Set(rows.map(({ id }) => id));
  for (const key of keys) {
    const id = idOf(key);
    ids.set(key, taken.has(id) ? uuidV4() : id);
  }
}
