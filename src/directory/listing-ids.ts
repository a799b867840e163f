import { v4 as uuidV4 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { locationIdOf, organizationIdOf, programIdOf } from './directory-ids.js';
import type { ProgramIntake } from './program-intake.js';

/** The ids of what a source lists, by its keys: those that are stored, and new ones for what is not. */
export interface ListingIds {
  readonly program: (key: string) => string;
  readonly organization: (key: string) => string;
  readonly location: (key: string) => string;
}

/**
 * Ids for these intakes. A program has the id that its key is linked with, in `linked`. An id is made from a key only
 * once: if it belongs to something that has another key by now, what is new gets a random id.
 */
export async function listingIds(
  manager: EntityManager,
  source: string,
  intakes: readonly ProgramIntake[],
  linked: ReadonlyMap<string, { readonly programId: string }>,
): Promise<ListingIds> {
  const programs = new Map([...linked].map(([key, { programId }]) => [key, programId]));
  const organizations = await storedIds(
    manager,
    'organization',
    source,
    intakes.map(({ organization }) => organization.key),
  );
  const locations = await storedIds(
    manager,
    'location',
    source,
    intakes.map(({ location }) => location.key),
  );
  const keys = intakes.map(({ key }) => key).filter((key) => !programs.has(key));
  await addNewIds(manager, 'program', programs, keys, (key) => programIdOf(source, key));
  return {
    program: (key) => programs.get(key)!,
    organization: (key) => organizations.get(key)!,
    location: (key) => locations.get(key)!,
  };
}

const NEW_ID = { organization: organizationIdOf, location: locationIdOf };

async function storedIds(
  manager: EntityManager,
  table: keyof typeof NEW_ID,
  source: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { key: string; id: string }[] = await manager.query(
    `SELECT source_key AS key, id FROM ${table} WHERE source = $1 AND source_key = ANY($2)`,
    [source, [...new Set(keys)]],
  );
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  const others = [...new Set(keys)].filter((key) => !ids.has(key));
  await addNewIds(manager, table, ids, others, (key) => NEW_ID[table](source, key));
  return ids;
}

async function addNewIds(
  manager: EntityManager,
  table: 'program' | keyof typeof NEW_ID,
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
