import type { IncomingMessage } from 'node:http';
import { Problem } from '../problem.js';

/**
 * Path and query of a request, in the form that all other code reads. A request may have an absolute address, as for a
 * proxy (RFC 9112 section 3.2.2), and a fragment is never meant for a server: the host and anything else in there is
 * neither used nor logged.
 */
export function originForm(url: string): string {
  const [address = ''] = url.split('#', 1);
  const path = address.replace(/^https?:\/\/[^/?]*/i, '');
  return path.startsWith('/') || address === '*' ? path : `/${path}`;
}

/** RFC 9112 section 3.2: an HTTP/1.1 request names its host in one Host. Throws a 400 problem. */
export function guardHost({ httpVersion, rawHeaders }: IncomingMessage): void {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1) throw new Problem('malformed-request', 'A request may have one Host header only.');
  if (hosts === 0 && httpVersion === '1.1')
    throw new Problem('malformed-request', 'An HTTP/1.1 request needs a Host header.');
}
