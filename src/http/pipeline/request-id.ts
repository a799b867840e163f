import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';

export const REQUEST_ID_HEADER = 'x-request-id';

const SANE = /^[A-Za-z0-9._-]{1,64}$/;
/** Prefixes of keys and tokens: one that was sent in the wrong header must not get into logs and responses. */
const SECRET = /^(?:tn_|eyJ)/;

/** The client's `X-Request-Id` if it is valid, else a new UUID. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && SANE.test(given) && !SECRET.test(given) ? given : randomUUID();
}
