import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands before a server, so that a test can take the server away from one client. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private state: 'open' | 'cut' | 'silent' = 'open';

  private constructor(
    private readonly behind: { host: string; port: number } | undefined,
    private readonly server: Server,
  ) {
    server.on('connection', (client: Socket) => this.join(client));
  }

  /** @param behind where the server is; without one the proxy is a server that never says a word */
  static async before(behind?: { host: string; port: number }): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(behind, server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The server is gone: every connection breaks, and none is made. */
  cut(): void {
    this.state = 'cut';
    for (const socket of this.sockets) socket.destroy();
  }

  /** The network is gone: connections stay and are made, and nothing goes through them. */
  silence(): void {
    this.state = 'silent';
    for (const socket of this.sockets) socket.pause();
  }

  /** As if nothing had been. */
  restore(): void {
    this.state = 'open';
    for (const socket of this.sockets) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    if (this.state === 'cut') {
      client.destroy();
      return;
    }
    const pair = this.behind ? [client, connect(this.behind)] : [client];
    for (const [at, socket] of pair.entries()) {
      this.sockets.add(socket);
      const other = pair[1 - at];
      socket.on('data', (data) => other?.write(data));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        other?.destroy();
      });
      if (this.state === 'silent') socket.pause();
    }
  }
}
