import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';
import { validateCaches } from '../writes/etag.js';
import { compress, CompressedDocuments } from './compress.js';
import { acceptedCodings, type Coding } from './content-coding.js';

/** Smaller answers fit in one packet as they are. */
const SMALLEST_BYTES = 1024;
const TEXT = /json|^text\/|javascript|\bsvg\b/;
const MOST_DOCUMENTS = 200;

/**
 * Fastify's `onRequest`: refuses a client that accepts an answer in no way in which it can be given, before anything is
 * done for it.
 */
export function guardCoding({ headers, routeOptions }: FastifyRequest): void {
  const { best, identity } = acceptedCodings(headers['accept-encoding']);
  if (identity) return;
  if (routeOptions.config.holdsSecret)
    throw new Problem('not-acceptable', 'This address answers without compression; allow identity.');
  if (best === undefined)
    throw new Problem('not-acceptable', 'Accept-Encoding must allow br, gzip or identity.');
}

/** Fastify's `onSend`: validators and caching, then the coding that the client prefers. */
export class AnswerFinish {
  private readonly documents = new CompressedDocuments(MOST_DOCUMENTS);

  async finish(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const coding = codingOf(request, reply, payload);
    const rest = validateCaches(request, reply, payload, coding);
    if (coding === undefined || !isWhole(payload) || reply.statusCode === 304) return rest;
    reply.header('content-encoding', coding).removeHeader('content-length');
    const tag = reply.getHeader('etag');
    if (request.routeOptions.config.isDocument && reply.statusCode === 200 && typeof tag === 'string')
      return this.documents.get(tag, payload, coding);
    return compress(payload, coding, 'fast');
  }
}

/** The coding of an answer, if any. Says in `Vary` wherever the answer depends on what is accepted. */
function codingOf(request: FastifyRequest, reply: FastifyReply, payload: unknown): Coding | undefined {
  if (!isWhole(payload) || payload.length === 0 || request.routeOptions?.config.holdsSecret) return undefined;
  const type = reply.getHeader('content-type');
  if (reply.hasHeader('content-encoding') || typeof type !== 'string' || !TEXT.test(type)) return undefined;
  addVary(reply, 'Accept-Encoding');
  const { best, identity } = acceptedCodings(request.headers['accept-encoding']);
  return identity && Buffer.byteLength(payload) < SMALLEST_BYTES ? undefined : best;
}

/** A stream is sent as it comes: its parts must not wait for each other. */
function isWhole(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

function addVary(reply: FastifyReply, field: string): void {
  const known = [reply.getHeader('vary') ?? []].flat().join(', ');
  const fields = known.split(/,\s*/).filter((one) => one !== '');
  if (fields.some((one) => one === '*' || one.toLowerCase() === field.toLowerCase())) return;
  reply.header('vary', [...fields, field].join(', '));
}
