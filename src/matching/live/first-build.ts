import type { Connection } from '../../database/connection.js';
import { buildInThread } from './build-in-thread.js';
import type { BuiltPrograms } from './build-programs.js';

/** Holds the index whose build began before the rooms were loaded, for the index builder. */
export const FIRST_BUILD = Symbol('FirstBuild');

/** An index being built, and the day for which it is made (YYYY-MM-DD). */
export interface FirstBuild {
  readonly day: string;
  readonly built: Promise<BuiltPrograms>;
}

/**
 * Starts to read and index all programs while the rooms are still loading. Later changes are read afterwards, as after
 * any build; an error is passed to the caller that waits for the index.
 */
export function beginFirstBuild(connection: Connection, day: string): FirstBuild {
  const built = buildInThread({ connection, day });
  built.catch(() => undefined);
  return { day, built };
}
