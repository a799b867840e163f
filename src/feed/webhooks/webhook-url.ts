import { isIP } from 'node:net';
import { isLoopbackAddress, isPublic, isPublicOrPrivate } from './reachable-address.js';

export const MAX_URL_LENGTH = 2000;

/** Names that always refer to this machine or a private network (RFC 6761, 6762, 8375). */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|home\.arpa)$/;
/** The port of https, and ports open to any program: lower ones are for mail, shells and the like. */
const HTTPS_PORT = 443;
const FIRST_OPEN_PORT = 1024;

/**
 * What is visibly wrong with the address of a webhook; `undefined` if nothing is. The addresses of its host are checked
 * at every connection, see guarded-connector.ts.
 */
export function flawOfWebhookUrl(text: string, allowsPrivate: boolean): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hostname === '')
    return 'must be a complete URL, such as https://example.org/hooks';
  if (url.username !== '' || url.password !== '')
    return 'must not have a user or a password; deliveries are authenticated by their signature';
  if (url.hash !== '') return 'must not have a fragment (#…): it is never sent';
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  const isAddress = isIP(host) !== 0;
  if (url.protocol === 'http:' && allowsPrivate) {
    if (isAddress ? isLoopbackAddress(host) : host === 'localhost') return undefined;
    return 'http is allowed for this machine only; use https';
  }
  if (url.protocol !== 'https:') return 'must begin with https://';
  if (
    isAddress
      ? !(allowsPrivate ? isPublicOrPrivate : isPublic)(host)
      : !allowsPrivate && LOCAL_NAME.test(host)
  )
    return 'must be a host on the public internet, not this machine or a private network';
  if (!isAddress && !host.includes('.') && !allowsPrivate)
    return 'must have the full name of a host on the public internet, such as hooks.example.org';
  const port = url.port === '' ? HTTPS_PORT : Number(url.port);
  if (port !== HTTPS_PORT && port < FIRST_OPEN_PORT)
    return `must use port ${HTTPS_PORT}, or a port from ${FIRST_OPEN_PORT} on`;
  return undefined;
}
