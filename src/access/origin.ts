import { isLoopback } from '../config/is-loopback.js';

/** A publishable key may have at most this many sites. */
export const MAX_ORIGINS = 20;
export const MAX_ORIGIN_LENGTH = 300;

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Reads the origin of a web site in the form in which browsers send it (RFC 6454): scheme and host in lower case,
 * other alphabets in Punycode, without the default port. Returns the flaw with its fix if it is not an origin.
 */
export function readOrigin(text: string): { origin: string } | { flaw: string } {
  if (text.includes('*'))
    return { flaw: 'must not have a wildcard; list every origin, such as https://www.site.example' };
  if (!SCHEME.test(text) || !URL.canParse(text))
    return { flaw: 'must be scheme, host and, if not the default, port, such as https://site.example' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { flaw: 'must begin with https://, or with http:// on your own machine' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return { flaw: 'must begin with https://, since a page sent over http can be changed on its way' };
  if (url.username !== '' || url.password !== '')
    return { flaw: `must not have a user or a password; use ${url.origin}` };
  if (url.pathname !== '/' || /[?#]/.test(text)) return { flaw: `must not have a path; use ${url.origin}` };
  return { origin: url.origin };
}
