import type { Connection } from '../../database/connection.js';
import { buildInThread } from './build-in-thread.js';
import type { BuiltPrograms } from './build-programs.js';

/** Where the index that was begun before the rooms were loaded waits for whoever builds indexes. */
export const FIRST_BUILD = Symbol('FirstBuild');

/** An index under way, and the day it is made for (YYYY-MM-DD). */
export interface FirstBuild {
  readonly day: string;
  readonly built: Promise<BuiltPrograms>;
}

/**
 * Begins to read and index all programs while the rooms are still loaded. What changes meanwhile is read afterwards,
 * as after any build; what fails is told to whoever waits for the index.
 */
export function beginFirstBuild(connection: Connection, day: string): FirstBuild {
  const built = buildInThread({ connection, day });
  built.catch(() => undefined);
  return { day, built };
}
