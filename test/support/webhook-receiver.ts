import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { holdMessage } from './contract/hold-to-contract.js';

/** What arrived, unchanged. */
export interface Arrival {
  readonly at: number;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly path: string;
}

/** The message of an arrival. */
export interface ArrivedMessage {
  readonly type: string;
  readonly timestamp: string;
  readonly data: { entity: string; id: string; version: number; link: string; seq: number; cursor: string };
}

type Answer = (response: ServerResponse, arrival: Arrival) => void;

/** Answers everything with one status. */
export const saying =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end('{"a":"body nobody reads"}');

/** An external server on this machine: it keeps what arrives, and answers as configured. */
export class WebhookReceiver {
  private server: Server | undefined;
  private port = 0;
  /** In order of arrival; including what was answered with an error. */
  readonly arrivals: Arrival[] = [];
  /** What was answered with success. */
  readonly taken: Arrival[] = [];
  answer: Answer = saying(204);

  static async open(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await receiver.listen();
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks`;
  }

  /** Its port is closed from now on. */
  async goAway(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  /** On the same port as before. */
  async listen(): Promise<void> {
    this.server = createServer((request, response) => void this.take(request, response));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Resolves when this many different messages were accepted. */
  async until(messages: number, timeoutMs = 15_000): Promise<void> {
    const began = performance.now();
    while (new Set(this.taken.map(idOf)).size < messages) {
      if (performance.now() - began > timeoutMs)
        throw new Error(`Only ${new Set(this.taken.map(idOf)).size} of ${messages} messages came.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let raw = '';
    try {
      for await (const chunk of request) raw += String(chunk);
    } catch {
      return;
    }
    const arrival: Arrival = { at: performance.now(), headers: request.headers, raw, path: request.url! };
    holdMessage({ headers: request.headers, body: raw });
    this.arrivals.push(arrival);
    this.answer(response, arrival);
    if (response.statusCode < 300 && response.headersSent) this.taken.push(arrival);
  }
}

export function idOf({ headers }: Arrival): string {
  return String(headers['webhook-id']);
}

/** The message, if one of its signatures was made with this secret; throws otherwise. */
export function verified({ raw, headers }: Arrival, secret: string): ArrivedMessage {
  return new Webhook(secret).verify(raw, headers as Record<string, string>) as ArrivedMessage;
}

/** The accepted messages without duplicates, each verified, in the order of their first arrival. */
export function messagesIn({ taken }: WebhookReceiver, secret: string): ArrivedMessage[] {
  const first = new Map<string, Arrival>();
  for (const arrival of taken) if (!first.has(idOf(arrival))) first.set(idOf(arrival), arrival);
  return [...first.values()].map((arrival) => verified(arrival, secret));
}
