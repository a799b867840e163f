import type { EntityManager } from 'typeorm';
import { streetAddressOf } from '../../core/directory/street-address.js';
import { type RecordAtDoor, statementAtDoor } from '../../core/linkage/door-statement.js';
import { linkPlaces } from '../../core/linkage/link-places.js';
import { takeWriterLock } from '../../database/writer-lock.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { storedPrograms } from '../../directory/program-link.queries.js';
import { type SyncOptions, syncSource } from '../../directory/program-store.js';
import type { LinkRow } from '../../directory/program-store-rows.js';
import { linkableIntake, linkablePrograms } from './linkable-programs.js';
import { readLinkagePolicy } from './linkage-policy-file.js';
import type { LinkedIntakeResult } from './sync-linked-source.js';

/**
 * Adds what a list of other services says to the programs at whose doors its rows are. A row is never taken for a program: what
 * is stored is a statement about the door of each program, under the program's own id. A row at the door of none is counted
 * and never listed. In the caller's transaction.
 */
export async function addAtDoors(
  manager: EntityManager,
  source: string,
  rows: readonly ProgramIntake[],
  options: Omit<SyncOptions, 'recognized'>,
): Promise<LinkedIntakeResult & { readonly unlinked: number }> {
  if (!options.dryRun) await takeWriterLock(manager);
  const { statements, rowsAtDoors } = await statementsOf(manager, rows);
  const known = await storedPrograms(manager, source);
  const links = statements
    .filter(({ key }) => !known.has(key))
    .map(({ key }): LinkRow => ({
      source,
      source_key: key,
      program_id: key,
      decided_by: 'rule',
      rule: 'door',
    }));
  const recognized = { links, endedKeys: [] };
  const result = await syncSource(manager, source, statements, { ...options, recognized });
  return { ...result, linked: links.length, asked: 0, unlinked: rows.length - rowsAtDoors };
}

/** The statements about the doors of published programs, each under the id of its program. */
async function statementsOf(manager: EntityManager, rows: readonly ProgramIntake[]) {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const listed = await linkablePrograms(manager, { fictional: rows.some(({ fictional }) => fictional) });
  const places = linkPlaces(listed, rows.map(linkableIntake), readLinkagePolicy());
  const atDoors = new Map<string, RecordAtDoor[]>();
  for (const { listed: id, incoming: key, isSameOrganization } of places) {
    const record = { key, facts: byKey.get(key)!.records[0].facts, isSameOrganization };
    atDoors.set(id, [...(atDoors.get(id) ?? []), record]);
  }
  const statements = (await doorsOf(manager, [...atDoors.keys()])).flatMap((door) => {
    const address = streetAddressOf(door);
    if (address === undefined) return [];
    const { id, latitude, longitude } = door;
    const near = latitude === null || longitude === null ? {} : { near: { latitude, longitude } };
    const statement = statementAtDoor(atDoors.get(id)!, { address, ...near });
    return statement ? [intakeAtDoor(door, byKey.get(statement.from)!, statement.facts)] : [];
  });
  return { statements, rowsAtDoors: new Set(places.map(({ incoming }) => incoming)).size };
}

interface DoorRow {
  readonly id: string;
  readonly name: string;
  readonly street1: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Where these programs are, with the coordinates that their source lists. */
async function doorsOf(manager: EntityManager, ids: readonly string[]): Promise<DoorRow[]> {
  return manager.query(
    `SELECT p.id, p.name, l.street1, l.city, l.state, l.postal_code AS "postalCode", l.latitude, l.longitude
       FROM program p JOIN location l ON l.id = p.location_id WHERE p.id = ANY($1) ORDER BY p.id`,
    [ids],
  );
}

function intakeAtDoor(
  { id, name, city, state, postalCode }: DoorRow,
  { fictional, records: [record] }: ProgramIntake,
  facts: ProgramIntake['records'][0]['facts'],
): ProgramIntake {
  return {
    key: id,
    name,
    intakePhones: [],
    fictional,
    organization: { key: id, name, state },
    location: { key: id, city, state, postalCode },
    records: [{ ...record, facts }],
  };
}
