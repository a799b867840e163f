import type { EntityManager } from 'typeorm';
import { rowChunks, rowLines, ROWS_OF_LINES } from '../../database/row-lines.js';
import type { ListedMeeting } from './meeting.js';

/** SQL of meetings and the lists that they are from. */

/** A list of meetings as it was imported last. */
export interface MeetingList {
  readonly name: string;
  readonly resource: string;
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly fileName: string;
  readonly fileDigest: string;
  /** Rows of the file. */
  readonly rows: number;
}

const MEETING = `m.id, l.resource, l.as_of::text AS "asOf", m.slug, m.name, m.day, m.starts, m.ends,
  m.time_zone AS "timeZone", m.attendance, m.open, m.audiences, m.languages, m.wheelchair, m.place, m.address, m.city, m.state,
  m.postal_code AS "postalCode", m.latitude, m.longitude, m.url`;

/** Degrees of latitude and longitude. */
export interface SearchedBox {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** Meetings in a box, and those that are only online, of lists from this day on. */
export async function findMeetings(
  manager: EntityManager,
  box: SearchedBox,
  since: string,
): Promise<ListedMeeting[]> {
  return manager.query(
    `SELECT ${MEETING} FROM meeting m JOIN meeting_list l ON l.name = m.list
      WHERE l.as_of >= $5
        AND (m.latitude BETWEEN $1 AND $2 AND m.longitude BETWEEN $3 AND $4 OR m.attendance = 'online')`,
    [box.south, box.north, box.west, box.east, since],
  );
}

export async function meetingListNamed(
  manager: EntityManager,
  name: string,
): Promise<MeetingList | undefined> {
  const [list]: MeetingList[] = await manager.query(
    `SELECT name, resource, as_of::text AS "asOf", file_name AS "fileName", file_digest AS "fileDigest", rows
       FROM meeting_list WHERE name = $1`,
    [name],
  );
  return list;
}

/** The slugs of a list's meetings. */
export async function slugsOfList(manager: EntityManager, name: string): Promise<string[]> {
  const rows: { slug: string }[] = await manager.query('SELECT slug FROM meeting WHERE list = $1', [name]);
  return rows.map(({ slug }) => slug);
}

/** Replaces a list and all its meetings, in the caller's transaction. */
export async function replaceMeetings(
  manager: EntityManager,
  list: MeetingList,
  meetings: readonly Omit<ListedMeeting, 'resource' | 'asOf'>[],
): Promise<void> {
  await manager.query('DELETE FROM meeting_list WHERE name = $1', [list.name]);
  await manager.query(
    `INSERT INTO meeting_list (name, resource, as_of, file_name, file_digest, rows) VALUES ($1, $2, $3, $4, $5, $6)`,
    [list.name, list.resource, list.asOf, list.fileName, list.fileDigest, list.rows],
  );
  for (const chunk of rowChunks(meetings))
    await manager.query(
      `INSERT INTO meeting (id, list, slug, name, day, starts, ends, time_zone, attendance, open, audiences, languages,
                            wheelchair, place, address, city, state, postal_code, latitude, longitude, url)
       SELECT id, $2, slug, name, day, starts, ends, "timeZone", attendance, open, audiences, languages, wheelchair, place,
              address, city, state, "postalCode", latitude, longitude, url
         FROM ${ROWS_OF_LINES}
           AS r(id uuid, slug text, name text, day text, starts text, ends text, "timeZone" text, attendance text,
                open boolean, audiences text[], languages text[], wheelchair boolean, place text, address text, city text,
                state text, "postalCode" text, latitude double precision, longitude double precision, url text)`,
      [rowLines(chunk), list.name],
    );
}
