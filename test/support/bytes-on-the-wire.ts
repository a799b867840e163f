import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** An answer as it came over the wire, and as it reads. */
export interface BytesAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
  readonly bytes: number;
  readonly text: string;
}

/** Asks without adding any header, as other clients of tests do, and counts what comes. */
export function bytesOf(
  server: Server,
  asked: { method: string; path: string; headers?: Record<string, string>; body?: string },
): Promise<BytesAnswer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, method: asked.method, path: asked.path, headers: asked.headers ?? {} },
      (answer) => {
        const parts: Buffer[] = [];
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', reject)
          .on('end', () => {
            const raw = Buffer.concat(parts);
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              raw,
              bytes: raw.length,
              text: decoded(raw, answer.headers['content-encoding']).toString('utf8'),
            });
          });
      },
    );
    call.on('error', reject).end(asked.body);
  });
}

/** A body as it was before it was compressed. */
export function decoded(bytes: Buffer, coding: unknown): Buffer {
  if (bytes.length === 0) return bytes;
  return coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes;
}
