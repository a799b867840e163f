import { Agent, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it is sent: only Host and the length of the body are added. */
export interface RawRequest {
  readonly method: string;
  /** With its query, already escaped. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends requests that well-behaved clients would not send, over a few connections that stay open. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(private readonly server: Server) {}

  send({ method, path, headers = {}, body }: RawRequest): Promise<RawAnswer> {
    const { port } = this.server.address() as AddressInfo;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port, agent: this.agent, method, path, headers: { ...headers, ...length } },
        (answer) => {
          const parts: Buffer[] = [];
          answer
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                text: Buffer.concat(parts).toString('utf8'),
              }),
            )
            .on('error', reject);
        },
      );
      call.on('error', reject).end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
