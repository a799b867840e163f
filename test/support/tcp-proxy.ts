import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A client's connection, and the one to the server behind where there is one. */
type Pair = readonly [client: Socket, behind: Socket | undefined];

/** Stands before a server, so that a test can take the server away from one client. */
export class TcpProxy {
  private readonly pairs = new Set<Pair>();
  private state: 'open' | 'cut' | 'silent' = 'open';

  /** @param connectBehind to the server; without it the proxy is a server that never says a word */
  protected constructor(
    private readonly server: Server,
    private readonly connectBehind: (() => Socket) | undefined,
  ) {
    server.on('connection', (client: Socket) => this.join(client));
  }

  /** @param behind where the server is; without one the proxy is a server that never says a word */
  static async before(behind?: { host: string; port: number }): Promise<TcpProxy> {
    return new TcpProxy(await listening(), behind && (() => connect(behind)));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The server is gone: every connection breaks, and none is made. */
  cut(): void {
    this.state = 'cut';
    for (const pair of this.pairs) part(pair);
  }

  /** The network is gone: connections stay and are made, and nothing goes through them, not even the word that they end. */
  silence(): void {
    this.state = 'silent';
    for (const socket of this.sockets()) socket.pause();
  }

  /** As if nothing had been; what was under way in a silence arrives late. */
  restore(): void {
    this.state = 'open';
    for (const socket of this.sockets()) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  /** What a client says comes by here before the server hears of it. */
  protected fromClient(data: Buffer): Buffer {
    return data;
  }

  /** What the server says comes by here before the client hears of it. */
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

/** The client is left without a word; the server may say its last, which nobody hears and it need not log. */
function part([client, behind]: Pair): void {
  client.destroy();
  behind?.removeAllListeners('data').resume().end();
}
