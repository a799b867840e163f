import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StreamableFile } from '@nestjs/common';
import { acceptedCodings, codedTag } from '../../http/answers/content-coding.js';
import { NDJSON } from '../../http/pipeline/request-guard.js';
import { entityTag, matchesNone, OPEN_DATA } from '../../http/writes/etag.js';

/** Rows that are read at a time for a list that is streamed. */
export const ROWS_A_BATCH = 200;

/** A request and its answer, as a handler has them. */
export interface HttpExchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * A whole list, one object a line, made while the client reads it.
 *
 * @param state names the version of the directory and of the registry; a client that has it already gets a 304
 */
export function streamLines(
  batches: AsyncIterable<readonly object[]>,
  state: string,
  { request, reply }: HttpExchange,
): StreamableFile | undefined {
  const tag = entityTag(`${state} ${request.url}`);
  const { best } = acceptedCodings(request.headers['accept-encoding']);
  const coding = best === 'br' ? 'gzip' : best;
  void reply.headers({
    etag: codedTag(tag, coding),
    'cache-control': request.headers.authorization === undefined ? OPEN_DATA : 'private, no-cache',
    vary: 'Accept-Encoding',
  });
  const known = request.headers['if-none-match'];
  if (known !== undefined && matchesNone(known, tag)) {
    void reply.code(304);
    return undefined;
  }
  void reply.header('content-type', `${NDJSON}; charset=utf-8`);
  const lines = Readable.from(request.method === 'HEAD' ? [] : linesOf(batches));
  if (coding === undefined) return asFile(lines);
  void reply.header('content-encoding', coding);
  const packed = createGzip();
  lines.once('error', (error) => packed.destroy(error));
  packed.once('close', () => lines.destroy());
  return asFile(lines.pipe(packed));
}

function asFile(stream: Readable): StreamableFile {
  return new StreamableFile(stream, { type: `${NDJSON}; charset=utf-8` });
}

async function* linesOf(batches: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((one) => `${JSON.stringify(one)}\n`).join('');
}
