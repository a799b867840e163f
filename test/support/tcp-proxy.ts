import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A client's connection, and the one to the server, if there is one. */
type Pair = readonly [client: Socket, behind: Socket | undefined];

/** A proxy for a server, so that a test can make the server unavailable for one client. */
export class TcpProxy {
  private readonly pairs = new Set<Pair>();
  private state: 'open' | 'cut' | 'silent' = 'open';

  /** @param connectBehind connects to the server; without it the proxy is a server that never responds */
  protected constructor(
    private readonly server: Server,
    private readonly connectBehind: (() => Socket) | undefined,
  ) {
    server.on('connection', (client: Socket) => this.join(client));
  }

  /** @param behind where the server is; without one the proxy is a server that never responds */
  static async before(behind?: { host: string; port: number }): Promise<TcpProxy> {
    return new TcpProxy(await listening(), behind && (() => connect(behind)));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The server is gone: every connection breaks, and no new one is possible. */
  cut(): void {
    this.state = 'cut';
    for (const pair of this.pairs) part(pair);
  }

  /** The network drops everything: connections stay and can be opened, but nothing gets through, not even their end. */
  silence(): void {
    this.state = 'silent';
    for (const socket of this.sockets()) socket.pause();
  }

  /** Back to normal; what was under way in the meantime arrives late. */
  restore(): void {
    this.state = 'open';
    for (const socket of this.sockets()) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  /** A client's data passes here before it reaches the server. */
  protected fromClient(data: Buffer): Buffer {
    return data;
  }

  /** The server's data passes here before it reaches the client. */
  protected fromServer(data: Buffer): Buffer {
    return data;
  }

  private *sockets(): Generator<Socket> {
    for (const pair of this.pairs) for (const socket of pair) if (socket) yield socket;
  }

  private join(client: Socket): void {
    if (this.state === 'cut') {
      client.destroy();
      return;
    }
    const behind = this.connectBehind?.();
    const pair: Pair = [client, behind];
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      part(pair);
    };
    for (const socket of [client, behind]) socket?.on('error', end).on('close', end);
    client.on('data', (data) => {
      const passed = this.fromClient(data);
      if (this.state !== 'cut') behind?.write(passed);
    });
    behind?.on('data', (data) => client.write(this.fromServer(data)));
    if (this.state === 'silent') for (const socket of [client, behind]) socket?.pause();
  }
}

/** A server on this machine, on any free port. */
export async function listening(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The client is cut off; the server may still send its last message, which is dropped. */
function part([client, behind]: Pair): void {
  client.destroy();
  behind?.removeAllListeners('data').resume().end();
}
