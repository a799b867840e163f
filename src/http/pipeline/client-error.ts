import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Problem, type ProblemKind } from '../problem.js';
import { REQUEST_ID_HEADER } from './request-id.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** For answers that no hook processes. */
const HEADERS = {
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
  ...SECURITY_HEADERS,
};

const KIND_OF_CODE: Record<string, [ProblemKind, string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'The address and headers together are too large.'],
};

/** Answers an `Expect` other than 100-continue, which Node would do without a body (RFC 9110 section 10.1.1). */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID();
  const problem = new Problem('expectation-failed', 'Expect may only be 100-continue.');
  response
    .writeHead(problem.getStatus(), {
      ...HEADERS,
      [REQUEST_ID_HEADER]: id,
      connection: 'close',
    })
    .end(JSON.stringify(problem.toBody(id)));
}

/** Answers what Node's HTTP parser could not read, on the bare socket: there is no request to reply to yet. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [kind, detail] = KIND_OF_CODE[error.code ?? ''] ?? [
    'malformed-request',
    'This is not a valid HTTP/1.1 request.',
  ];
  answerOnSocket(socket, new Problem(kind, detail));
}

/** Answers CONNECT, which Node would hang up on: this is no proxy. */
export function answerConnect(_request: IncomingMessage, socket: Duplex): void {
  // The client may be gone already.
  socket.on('error', () => undefined);
  answerOnSocket(
    socket,
    new Problem('method-not-allowed', 'CONNECT is for proxies, and this service is none.', [], {
      headers: { allow: 'GET, HEAD, POST, PUT, PATCH, OPTIONS' },
    }),
  );
}

/** Answers a request that Fastify never sees, and ends its connection. */
function answerOnSocket(socket: Duplex, problem: Problem): void {
  if (socket.writable) {
    const id = randomUUID();
    const body = JSON.stringify(problem.toBody(id));
    const status = problem.getStatus();
    socket.write(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        ...Object.entries({ ...HEADERS, ...problem.headers }).map(([name, value]) => `${name}: ${value}`),
        `${REQUEST_ID_HEADER}: ${id}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  }
  socket.end(() => socket.destroy());
}
