import { Problem } from '../problem.js';

/** SQLSTATE codes of values that PostgreSQL cannot store: the request was wrong, whatever accepted it. */
const BAD_VALUES = new Set(['22P02', '22021', '22003', '22007', '22008', '22P05']);

/** SQLSTATE codes and classes of a server that is unavailable, full, too slow or blocked by another transaction. */
const AWAY = /^(08...|53...|57P0[1-5]|57014|40001|40P01)$/;

/** SQLSTATE code of a lock that was not available in time. */
const LOCKED = '55P03';

/** SQLSTATE code of a write on a standby. */
const READ_ONLY = '25006';

/** Node's codes for a connection that cannot be opened or was lost in a socket call. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const SOCKET_CALLS = new Set(['connect', 'read', 'write', 'getaddrinfo']);

/** `pg` and its pool report these by message only. */
const LOST =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end/;

/** What TypeORM throws while its data source is not connected, and after a session ended in a transaction. */
const NOT_CONNECTED = new Set([
  'ConnectionIsNotSetError',
  'CannotExecuteNotConnectedError',
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
]);

/** The problem for an error of the database driver, or undefined for any other error. */
export function problemOfDatabaseError(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string' && BAD_VALUES.has(code)) {
    return new Problem(
      'malformed-request',
      'A value in the request has a format or size that the directory cannot store.',
      [],
      { cause: error },
    );
  }
  if (code === LOCKED) return Problem.busyWriting(error);
  if (code === READ_ONLY) return Problem.readOnly(error);
  const away =
    (typeof code === 'string' && AWAY.test(code)) ||
    (typeof code === 'string' && UNREACHABLE.has(code) && isSocketCall(error, syscall)) ||
    LOST.test(error.message) ||
    NOT_CONNECTED.has(error.name);
  return away
    ? Problem.unavailable('The database is not responding. Try again shortly.', 5, error)
    : undefined;
}

export function isWriteOnStandby(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === READ_ONLY;
}

/** A host with several addresses fails with one AggregateError, which has a code but no system call. */
function isSocketCall(error: Error, syscall: unknown): boolean {
  return error instanceof AggregateError || (typeof syscall === 'string' && SOCKET_CALLS.has(syscall));
}
