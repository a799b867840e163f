import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { withRouteConfig } from './route-config.js';

/** The media types in which a file may be sent. */
export const FILE_TYPES: readonly string[] = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is a file, which the handler reads. */
    takesFile?: boolean;
  }
}

/**
 * The body of this handler is a file as it is, not JSON. The handler reads it, after the caller was admitted.
 *
 * @param most bytes of the file
 */
export function TakesFile(most: number): MethodDecorator {
  return applyDecorators(
    withRouteConfig({ takesFile: true }),
    ApiConsumes(...FILE_TYPES),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary', maxLength: most } }),
  );
}

/** A file that was received; `remove` deletes it. */
export interface ReceivedFile {
  readonly path: string;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
  readonly remove: () => Promise<void>;
}

/** The body of a request that is a file, not yet read. As JSON it is nothing: it is not part of the request's digest. */
class FileBody {
  constructor(readonly stream: Readable) {}

  toJSON(): null {
    return null;
  }
}

/** Lets bodies of `FILE_TYPES` through unread. The guard of requests lets only handlers with `TakesFile` have them. */
export function readNoFiles(instance: FastifyInstance): void {
  instance.addContentTypeParser([...FILE_TYPES], (_request, stream, done) => {
    done(null, new FileBody(stream));
  });
}

/**
 * Writes the file in a request to the disk as it arrives. Throws a 400 problem if there is none or it ends too early,
 * and 413 if it is longer than `limit` bytes.
 *
 * @param instead what to do with a longer one: a sentence
 */
export async function receiveFile(
  { body }: FastifyRequest,
  { limit, instead }: { readonly limit: number; readonly instead: string },
): Promise<ReceivedFile> {
  if (!(body instanceof FileBody))
    throw Problem.malformed([{ pointer: '', message: `is empty; send a file as ${FILE_TYPES.join(', ')}` }]);
  const folder = await mkdtemp(join(tmpdir(), 'navigator-upload-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'file');
  const hash = createHash('sha256');
  let length = 0;
  async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > limit)
        throw new Problem('payload-too-large', `A file may have ${limit / 1024 ** 2} MB at most. ${instead}`);
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(body.stream, measured, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    if (!body.stream.readableAborted) throw error;
    throw Problem.malformed([{ pointer: '', message: 'ended too early; send the whole file' }]);
  }
  return { path, digest: hash.digest('hex'), remove };
}
