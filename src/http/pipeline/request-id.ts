import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';

export const REQUEST_ID_HEADER = 'x-request-id';

const SANE = /^[A-Za-z0-9._-]{1,64}$/;
/** What keys and tokens begin with: one that was sent under the wrong name must not get into logs and answers. */
const SECRET = /^(?:tn_|eyJ)/;

/** The client's own `X-Request-Id` when it is sane, else a new UUID. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && SANE.test(given) && !SECRET.test(given) ? given : randomUUID();
}
