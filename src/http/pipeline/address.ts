import { Problem } from '../problem.js';

/**
 * Path and query of what was asked, as everything behind reads it. A request may name the whole address, as it would
 * to a proxy (RFC 9112 section 3.2.2), and what stands behind `#` is never meant for a server: whose host that was, and
 * what else stood there, is neither looked at nor logged.
 */
export function originForm(url: string): string {
  const [address = ''] = url.split('#', 1);
  const path = address.replace(/^https?:\/\/[^/?]*/i, '');
  return path.startsWith('/') || address === '*' ? path : `/${path}`;
}

/** RFC 9112 section 3.2: a request of HTTP/1.1 says by Host whom it asks. */
export function withoutHost(): Problem {
  return new Problem('malformed-request', 'An HTTP/1.1 request needs a Host header.');
}
