import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import { decoded } from '../bytes-on-the-wire.js';
import { breachesOf, breachesOfMessage, type SentMessage } from './breaches.js';
import { committedContract, type Contract } from './contract.js';

/** Responses that broke the contract since the last check. */
const found: string[] = [];

/**
 * Checks every response of a server from now on against the contract; `contract-kept.ts` fails the test that sent the
 * request.
 */
export function holdToContract(server: Server, contract: () => Contract = committedContract): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const asked = heard(request);
    // The code that serves pages shortens it on the way.
    const { url = '' } = request;
    const answered = overheard(response);
    const last = lastHeaders(response);
    response.once('finish', () => {
      if (request.method === 'OPTIONS') return;
      try {
        const breaches = breachesOf(contract(), {
          method: request.method ?? '',
          url,
          requestHeaders: request.headers,
          requestBody: asked(),
          status: response.statusCode,
          headers: { ...lowerCased(response.getHeaders()), ...lowerCased(last()) },
          body: answered(),
        });
        found.push(...breaches);
      } catch (error) {
        found.push(`${request.method} ${request.url}: ${String(error)}`);
      }
    });
  });
}

/** Checks a message that a receiver got against the contract, like responses. */
export function holdMessage(message: SentMessage): void {
  try {
    found.push(...breachesOfMessage(committedContract(), message));
  } catch (error) {
    found.push(`webhook: ${String(error)}`);
  }
}

/** Every breach since the last call. */
export function takeBreaches(): string[] {
  return found.splice(0);
}

/** The body of a request as the service reads it; nothing is read here. */
function heard(request: IncomingMessage): () => string {
  const chunks: Buffer[] = [];
  const emit = request.emit.bind(request) as (...args: unknown[]) => boolean;
  request.emit = ((event: string, ...args: unknown[]) => {
    if (event === 'data') chunks.push(Buffer.from(args[0] as Buffer));
    return emit(event, ...args);
  }) as typeof request.emit;
  return () => Buffer.concat(chunks).toString('utf8');
}

/** The body of a response as it is written. */
function overheard(response: ServerResponse): () => string {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => typeof response;
  response.write = ((...args: unknown[]) => {
    keep(args[0]);
    return write(...args);
  }) as typeof response.write;
  response.end = ((...args: unknown[]) => {
    keep(args[0]);
    return end(...args);
  }) as typeof response.end;
  return () => decoded(Buffer.concat(chunks), response.getHeader('content-encoding')).toString('utf8');
}

/** Headers sent with the status line only: the response object does not keep them. */
function lastHeaders(response: ServerResponse): () => OutgoingHttpHeaders {
  let given: OutgoingHttpHeaders = {};
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
  response.writeHead = (...args: unknown[]) => {
    const headers = args.at(-1);
    if (typeof headers === 'object' && headers !== null && !Array.isArray(headers)) given = { ...headers };
    return writeHead(...args);
  };
  return () => given;
}

function lowerCased(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
