import { connect, type Socket } from 'node:net';
import type { Connection } from '../../src/database/connection.js';
import { listening, TcpProxy } from './tcp-proxy.js';

/** The end of every response of PostgreSQL outside a transaction. */
const READY = Buffer.from('Z\0\0\0\x05I');

/** A proxy between a service and PostgreSQL, so that a test can make the database unavailable for this one service. */
export class DatabaseProxy extends TcpProxy {
  private awaited: { words: string; happens: () => void } | undefined;
  private added: Buffer | undefined;

  private constructor(
    server: Awaited<ReturnType<typeof listening>>,
    private readonly database: Connection,
  ) {
    super(server, () => connectTo(database));
  }

  static async beforeDatabase(database: Connection): Promise<DatabaseProxy> {
    return new DatabaseProxy(await listening(), database);
  }

  /** The same database, through this proxy. */
  get connection(): Connection {
    const { url, user, database } = this.database;
    if (url === undefined) return { url: `postgres://${user}@127.0.0.1:${this.port}/${database}` };
    const through = new URL(url);
    through.searchParams.delete('host');
    through.host = `127.0.0.1:${this.port}`;
    return { url: through.href };
  }

  /** Runs something at the moment at which a client first sends this, before the server receives it. */
  when(words: string, happens: () => void): void {
    this.awaited = { words, happens };
  }

  /** The server sends this to the next client it answers, together with the response. */
  addToNextAnswer(message: Buffer): void {
    this.added = message;
  }

  override restore(): void {
    this.awaited = undefined;
    super.restore();
  }

  protected override fromClient(data: Buffer): Buffer {
    if (this.awaited && data.includes(this.awaited.words)) {
      const { happens } = this.awaited;
      this.awaited = undefined;
      happens();
    }
    return data;
  }

  protected override fromServer(data: Buffer): Buffer {
    const { added } = this;
    if (!added || !data.subarray(-READY.length).equals(READY)) return data;
    this.added = undefined;
    return Buffer.concat([data, added]);
  }
}

function connectTo({ url, host, port }: Connection): Socket {
  if (url === undefined) return connect(`${host}/.s.PGSQL.${port}`);
  const { hostname, port: number, searchParams } = new URL(url);
  const folder = searchParams.get('host');
  return folder === null
    ? connect(Number(number || 5432), hostname)
    : connect(`${folder}/.s.PGSQL.${number || 5432}`);
}
