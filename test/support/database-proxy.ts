import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Connection } from '../../src/database/connection.js';

/** The end of every answer of PostgreSQL outside a transaction. */
const READY = Buffer.from('Z\0\0\0\x05I');

/** Stands between a service and PostgreSQL, so that a test can take the database away from this one service. */
export class DatabaseProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private state: 'open' | 'cut' | 'silent' = 'open';
  private awaited: { words: string; happens: () => void } | undefined;

  private added: Buffer | undefined;

  private constructor(
    private readonly behind: Connection,
    private readonly server: Server,
  ) {
    server.on('connection', (client: Socket) => this.join(client));
  }

  static async before(behind: Connection): Promise<DatabaseProxy> {
    const server = createServer();
    const proxy = new DatabaseProxy(behind, server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  /** The same database, by way of this proxy. */
  get connection(): Connection {
    const { port } = this.server.address() as AddressInfo;
    const { url, user, database } = this.behind;
    if (url === undefined) return { url: `postgres://${user}@127.0.0.1:${port}/${database}` };
    const through = new URL(url);
    through.searchParams.delete('host');
    through.host = `127.0.0.1:${port}`;
    return { url: through.href };
  }

  /** The server is gone: every connection breaks, and no new one is made. */
  cut(): void {
    this.state = 'cut';
    for (const pair of this.pairs) part(pair);
  }

  /** Does something in the moment in which a client first says this, before the server hears of it. */
  when(words: string, happens: () => void): void {
    this.awaited = { words, happens };
  }

  /** The server says this to whoever it answers next, in one breath with the answer. */
  addToNextAnswer(message: Buffer): void {
    this.added = message;
  }

  /** The network is gone: connections stay, and nothing goes through them any more, not even a word that it does not. */
  silence(): void {
    this.state = 'silent';
    for (const pair of this.pairs) for (const socket of pair) socket.pause();
  }

  /** As if nothing had been; what was under way in a silence arrives late. */
  restore(): void {
    this.state = 'open';
    this.awaited = undefined;
    for (const pair of this.pairs) for (const socket of pair) socket.resume();
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
    const database = this.connect();
    const pair = [client, database] as const;
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      part(pair);
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    client.on('data', (data) => {
      if (this.awaited && data.includes(this.awaited.words)) {
        const { happens } = this.awaited;
        this.awaited = undefined;
        happens();
      }
      if (this.state !== 'cut') database.write(data);
    });
    database.on('data', (data) => {
      const { added } = this;
      const isWhole = data.subarray(-READY.length).equals(READY);
      if (added && isWhole) this.added = undefined;
      client.write(added && isWhole ? Buffer.concat([data, added]) : data);
    });
    if (this.state === 'silent') for (const socket of pair) socket.pause();
  }

  private connect(): Socket {
    const { url, host, port } = this.behind;
    if (url === undefined) return connect(`${host}/.s.PGSQL.${port}`);
    const { hostname, port: number, searchParams } = new URL(url);
    const folder = searchParams.get('host');
    return folder === null
      ? connect(Number(number || 5432), hostname)
      : connect(`${folder}/.s.PGSQL.${number || 5432}`);
  }
}

/** The client is left without a word; the server may say its last, which nobody hears and it need not log. */
function part([client, database]: readonly [Socket, Socket]): void {
  client.destroy();
  database.removeAllListeners('data').resume().end();
}
