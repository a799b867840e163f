import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';

/** Namespace of the ids that HSDS asks for and the directory does not keep: the same thing has the same id everywhere. */
const NAMESPACE = '8c0a4b1e-3d57-5c5e-9a0b-6d1f2e7c4a93';

/** The id of a part of a program, such as one of its telephone numbers. */
export function partIdOf(programId: string, ...path: readonly string[]): string {
  return uuidV5(`${programId} ${path.join(' ')}`, NAMESPACE);
}

export const taxonomyIdOf = (taxonomy: string): string => uuidV5(`taxonomy ${taxonomy}`, NAMESPACE);

export const termIdOf = (taxonomy: string, code: string): string =>
  uuidV5(`term ${taxonomy} ${code}`, NAMESPACE);

/**
 * The id of the place of a program that is not anywhere: by telehealth. The database makes it too, to find the program
 * again, and knows MD5: a UUID of version 3 but for its namespace.
 */
export function virtualPlaceIdOf(programId: string): string {
  const digits = createHash('md5').update(`${programId} by telehealth`).digest('hex');
  const marked = `${digits.slice(0, 12)}3${digits.slice(13, 16)}8${digits.slice(17)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The same of `program p`. */
export const VIRTUAL_PLACE_ID_SQL = `overlay(overlay(md5(p.id::text || ' by telehealth') PLACING '3' FROM 13)
  PLACING '8' FROM 17)::uuid`;
