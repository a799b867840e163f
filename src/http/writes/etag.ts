import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codedTag, type Coding, withoutCodings } from '../answers/content-coding.js';

/** What is only for a key must not be cached for others, even if it is open. */
const FOR_ONE_KEY = 'private, no-cache';
export const OPEN_DATA = 'public, max-age=60, stale-while-revalidate=600';

/** A strong validator of the exact bytes of a response. */
export function entityTag(payload: string | Buffer): string {
  return `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
}

/**
 * Whether an `If-None-Match` contains this tag: `*`, or a list compared weakly (RFC 9110 §13.1.2). The tag is that of the
 * answer as it is; in the list it may be of a coded one.
 */
export function matchesNone(ifNoneMatch: string, tag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = tag.replace(/^W\//, '');
  const listed = withoutCodings(ifNoneMatch).match(/(?:W\/)?"[^"]*"/g) ?? [];
  return listed.some((one) => one.replace(/^W\//, '') === opaque);
}

/**
 * Fastify's `onSend`: a read of open data gets an ETag and may be cached for a minute; `If-None-Match` turns it into a
 * 304. Everything else (errors, matches, health) is `no-store` unless its handler set something else.
 */
export function validateCaches(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  coding?: Coding,
): unknown {
  const given = reply.getHeader('etag');
  if (!isOpenRead(request) || reply.statusCode !== 200 || !isWhole(payload)) {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (typeof given === 'string') reply.header('etag', codedTag(given, coding));
    return payload;
  }
  if (!reply.hasHeader('cache-control'))
    reply.header('cache-control', request.headers.authorization === undefined ? OPEN_DATA : FOR_ONE_KEY);
  const tag = typeof given === 'string' ? given : entityTag(payload);
  reply.header('etag', codedTag(tag, coding));
  const ifNoneMatch = request.headers['if-none-match'];
  if (ifNoneMatch === undefined || !matchesNone(ifNoneMatch, tag)) return payload;
  // No headers that the client has already (RFC 9110 §15.4.5).
  for (const name of ['content-type', 'content-length', 'link']) reply.removeHeader(name);
  reply.code(304);
  return '';
}

function isWhole(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

function isOpenRead({ method, routeOptions }: FastifyRequest): boolean {
  const { url, config } = routeOptions ?? {};
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && url !== undefined && (isOpenPath(url) || config?.isDocument === true);
}

const OPEN_DOCUMENTS = ['/', '/openapi.json', '/hsds'];
const OPEN_ROOTS = ['/v1/', '/fhir/', '/hsds/'];

/** Reads of the directory, in its own terms and in those of FHIR and HSDS, and the documents that describe them. */
export function isOpenPath(path: string): boolean {
  return OPEN_DOCUMENTS.includes(path) || OPEN_ROOTS.some((root) => path.startsWith(root));
}
