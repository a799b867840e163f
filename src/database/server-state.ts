/** What a server says of itself. */
export interface ServerState {
  /** The server only follows another one, and takes no writes. */
  readonly isStandby: boolean;
  /** It grows by one each time that a standby takes over; undefined if this user may not know. */
  readonly timeline: number | undefined;
}

/** Runs one statement and returns its rows. */
export type AskServer = <Row>(sql: string) => Promise<readonly Row[]>;

/** The name of a file of the write-ahead log begins with the timeline; a standby writes none. */
const STATE = `
  SELECT pg_is_in_recovery() AS "isStandby",
         CASE WHEN pg_is_in_recovery() THEN (SELECT timeline_id FROM pg_control_checkpoint())
              ELSE ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer END AS timeline`;
const STATE_WITHOUT_TIMELINE = 'SELECT pg_is_in_recovery() AS "isStandby", NULL::integer AS timeline';

/** SQLSTATE codes of functions that a managed server keeps to itself, or does not have. */
const NOT_TOLD = new Set(['42501', '42883', '0A000', '55000']);

export async function serverState(ask: AskServer): Promise<ServerState> {
  try {
    return await read(ask, STATE);
  } catch (error) {
    if (!NOT_TOLD.has((error as { code?: string }).code ?? '')) throw error;
    return read(ask, STATE_WITHOUT_TIMELINE);
  }
}

async function read(ask: AskServer, sql: string): Promise<ServerState> {
  const [row] = await ask<{ isStandby: boolean; timeline: number | null }>(sql);
  return { isStandby: row?.isStandby === true, timeline: row?.timeline ?? undefined };
}
