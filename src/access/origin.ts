import { isLoopback } from '../config/is-loopback.js';

/** More than this many sites need a key each. */
export const MAX_ORIGINS = 20;
export const MAX_ORIGIN_LENGTH = 300;

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Reads the origin of a web site in the form in which browsers send it (RFC 6454): scheme and host in small letters,
 * other alphabets in Punycode, the usual port left out. Answers the flaw, with its fix, where it is none.
 */
export function readOrigin(text: string): { origin: string } | { flaw: string } {
  if (text.includes('*'))
    return { flaw: 'must name one site: list every origin, such as https://www.site.example' };
  if (!SCHEME.test(text) || !URL.canParse(text))
    return { flaw: 'must be scheme, host and, where it is unusual, port, such as https://site.example' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { flaw: 'must begin with https://, or with http:// on a machine of your own' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return { flaw: 'must begin with https://: anybody on the way can change a page that came without' };
  if (url.username !== '' || url.password !== '')
    return { flaw: `must not hold a user or a password; leave ${url.origin}` };
  if (url.pathname !== '/' || /[?#]/.test(text))
    return { flaw: `must end after host and port: browsers send no path; write ${url.origin}` };
  return { origin: url.origin };
}
