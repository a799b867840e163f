import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';
import { projectPackage } from '../../config/project-package.js';
import type { DeliveryTerms } from './delivery-terms.js';
import { AddressRefused, guardedConnector } from './guarded-connector.js';
import { readRetryAfter } from './next-attempt.js';
import type { WebhookMessage } from './webhook-message.js';

/** Why a message did not arrive, in one word. `stopped` is caused by this process, not by the receiver. */
export const DELIVERY_ERRORS = [
  'status',
  'redirect',
  'timeout',
  'refused',
  'reset',
  'dns',
  'tls',
  'address-refused',
  'secret-unreadable',
  'connection',
  'stopped',
] as const;
export type DeliveryError = (typeof DELIVERY_ERRORS)[number];

/** The outcome of one attempt. The body of the response is not stored. */
export interface Attempt {
  readonly at: Date;
  readonly durationMs: number;
  /** `undefined` if there was no response. */
  readonly status?: number;
  /** `undefined`: it arrived. */
  readonly error?: DeliveryError;
  readonly retryAfterMs?: number;
}

/** How much of a response body is read to reuse the connection; a longer body closes the connection. */
const MOST_OF_AN_ANSWER = 16_384;

/** Error codes of Node and undici, and our names for them. */
const WORDS: Readonly<Record<string, DeliveryError>> = {
  TimeoutError: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EPROTO: 'tls',
  CERT_HAS_EXPIRED: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
};
const TLS_TROUBLE = /^(ERR_TLS_|ERR_SSL_|UNABLE_TO_|CERT_)/;

/** Sends messages to receivers: one POST each, without following redirects, and never to a private network. */
@Injectable()
export class WebhookPost implements OnApplicationShutdown {
  private readonly agent: Agent;

  constructor(
    private readonly terms: DeliveryTerms,
    allowsPrivate: boolean,
  ) {
    const { timeoutMs } = terms;
    this.agent = new Agent({
      connect: guardedConnector({ allowsPrivate, timeoutMs }),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      maxHeaderSize: MOST_OF_AN_ANSWER,
      pipelining: 1,
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.agent.destroy();
  }

  /** Never throws. @param stop aborts the attempt, which then does not count */
  async send(
    url: string,
    message: WebhookMessage,
    headers: Readonly<Record<string, string>>,
    stop: AbortSignal,
  ): Promise<Attempt> {
    const at = new Date();
    const began = performance.now();
    const attempt = (what: Omit<Attempt, 'at' | 'durationMs'>): Attempt => ({
      at,
      durationMs: Math.round(performance.now() - began),
      ...what,
    });
    try {
      const {
        statusCode,
        headers: answered,
        body,
      } = await request(url, {
        method: 'POST',
        dispatcher: this.agent,
        headers: {
          'content-type': 'application/json',
          'user-agent': `TreatmentNavigator/${projectPackage.version} (webhooks)`,
          ...headers,
        },
        body: message.body,
        signal: AbortSignal.any([stop, AbortSignal.timeout(this.terms.timeoutMs)]),
      });
      // Once the status is known, the body does not matter, nor whether it ends.
      await body.dump({ limit: MOST_OF_AN_ANSWER }).catch(() => undefined);
      const error = errorOfStatus(statusCode);
      const retryAfterMs = readRetryAfter(firstOf(answered['retry-after']), new Date());
      return attempt({
        status: statusCode,
        ...(error && { error }),
        ...(error && retryAfterMs !== undefined && { retryAfterMs }),
      });
    } catch (error) {
      return attempt({ error: stop.aborted ? 'stopped' : wordOf(error) });
    }
  }
}

function errorOfStatus(status: number): DeliveryError | undefined {
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

function wordOf(error: unknown): DeliveryError {
  if (error instanceof AddressRefused) return 'address-refused';
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  for (const word of [code, name])
    if (typeof word === 'string') {
      if (WORDS[word]) return WORDS[word];
      if (TLS_TROUBLE.test(word)) return 'tls';
    }
  return cause === undefined ? 'connection' : wordOf(cause);
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
