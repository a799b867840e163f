import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { DatabaseProxy } from '../../test/support/database-proxy.js';
import { databaseUrl, emptyDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { DatabaseStartError } from './database-start-error.js';
import { startDatabase } from './start-database.js';

const NOT_USED = '/nowhere';

async function complaint(url: string): Promise<string> {
  try {
    await startDatabase({ databaseUrl: url, dataDir: NOT_USED }, { share: false, log: () => {} });
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseStartError);
    return (error as Error).message;
  }
  throw new Error('the database was accepted');
}

/** A message of PostgreSQL's wire protocol: a letter, the length, the content. */
function message(letter: string, ...parts: (string | Buffer)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(letter), length, content]);
}

function int(bytes: 2 | 4, value: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

const WELCOME = Buffer.concat([message('R', int(4, 0)), message('Z', 'I')]);

/** The response of a 14.9 server to the query for its version. */
function versionAnswer(): Buffer {
  const column = (name: string): Buffer =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int(4, 0),
      int(2, 0),
      int(4, 25),
      int(2, 65_535),
      int(4, 0),
      int(2, 0),
    ]);
  const value = (text: string): Buffer => Buffer.concat([int(4, text.length), Buffer.from(text)]);
  return Buffer.concat([
    message('T', int(2, 2), column('number'), column('text')),
    message('D', int(2, 2), value('140009'), value('14.9')),
    message('C', 'SELECT 1\0'),
    message('Z', 'I'),
  ]);
}

describe('startDatabase with DATABASE_URL', () => {
  let database: TestDatabase;
  let impostor: Server | undefined;

  beforeAll(async () => {
    database = await emptyDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  afterEach(() => {
    impostor?.close();
    impostor = undefined;
  });

  /** A listener that answers the first message and all later ones, or hangs up; returns its port. */
  async function listen(first: Buffer | 'nothing', later = first): Promise<number> {
    const server = createServer((socket: Socket) => {
      let greeted = false;
      socket.on('error', () => {});
      socket.on('data', (data) => {
        const answer = greeted ? later : first;
        const isGoodbye = data[0] === 'X'.charCodeAt(0);
        if (isGoodbye || answer === 'nothing') socket.end();
        else socket.write(answer);
        greeted = true;
      });
    });
    impostor = server;
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  it('connects to a server that is there and leaves it alone at the end', async () => {
    const url = databaseUrl(database.connection);
    const env = { databaseUrl: url, dataDir: NOT_USED };
    const running = await startDatabase(env, { share: false, log: () => {} });
    expect(running.connection).toEqual({ url });
    expect(running.description).toMatch(/^PostgreSQL \d+.* at postgres/);
    await running.stop();
    await (await startDatabase(env, { share: false, log: () => {} })).stop();
  });

  it('waits for a server that comes late, and says so once', async () => {
    const proxy = await DatabaseProxy.beforeDatabase(database.connection);
    proxy.cut();
    const lines: string[] = [];
    const url = databaseUrl(proxy.connection);
    const env = { databaseUrl: url, dataDir: NOT_USED };
    const starting = startDatabase(env, { share: false, log: (line) => lines.push(line), waitMs: 20_000 });
    setTimeout(() => proxy.restore(), 700);
    await (await starting).stop();
    await proxy.close();
    expect(lines).toEqual([
      expect.stringMatching(
        /^The PostgreSQL server of DATABASE_URL \(host 127.0.0.1, .*\) is not available \(.+\)\. Waiting up to 20 s for it…$/,
      ),
    ]);
  });

  it('waits no longer than it is told, and not at all for what stays wrong', async () => {
    const port = await listen(WELCOME);
    impostor?.close();
    const env = { databaseUrl: `postgres://coach@127.0.0.1:${port}/directory`, dataDir: NOT_USED };
    const options = { share: false, log: () => {}, waitMs: 800 };
    const asked = performance.now();
    await expect(startDatabase(env, options)).rejects.toThrow('does not accept connections. Start it');
    expect(performance.now() - asked).toBeGreaterThan(400);
    const lines: string[] = [];
    const url = new URL(databaseUrl(database.connection));
    url.pathname = '/no_such_directory';
    await expect(
      startDatabase(
        { databaseUrl: url.href, dataDir: NOT_USED },
        { ...options, waitMs: 60_000, log: (line) => lines.push(line) },
      ),
    ).rejects.toThrow('has no database no_such_directory');
    expect(lines).toEqual([]);
  });

  it('names host, port and database of a server that is not running', async () => {
    const port = await listen(WELCOME);
    impostor?.close();
    expect(await complaint(`postgres://coach:secret@127.0.0.1:${port}/directory`)).toBe(
      `The PostgreSQL server of DATABASE_URL (host 127.0.0.1, port ${port}, database directory) does not accept connections. ` +
        'Start it, or correct host and port in DATABASE_URL.',
    );
  });

  it('says that a socket is missing', async () => {
    expect(await complaint('postgres://coach@localhost/directory?host=/nowhere')).toBe(
      'The PostgreSQL server of DATABASE_URL (host /nowhere, port 5432, database directory) is not running: its socket is missing. ' +
        'Start it, or correct the folder in DATABASE_URL.',
    );
  });

  it('says that a host name is not known', async () => {
    expect(await complaint('postgres://coach:secret@database.invalid/directory')).toBe(
      'The PostgreSQL server of DATABASE_URL (host database.invalid, port 5432, database directory) cannot be found: the host name is not known. ' +
        'Correct the host in DATABASE_URL.',
    );
  });

  it('says that there is no such database', async () => {
    const url = new URL(databaseUrl(database.connection));
    url.pathname = '/no_such_directory';
    expect(await complaint(url.href)).toMatch(
      /^The PostgreSQL server of DATABASE_URL \(host .*, port \d+, database no_such_directory\) has no database no_such_directory\. Create it, or correct the database in DATABASE_URL\.$/,
    );
  });

  it('says that user or password is wrong, and not the password', async () => {
    const port = await listen(
      message('E', 'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "coach"\0\0'),
    );
    expect(await complaint(`postgres://coach:secret@127.0.0.1:${port}/directory`)).toBe(
      `The PostgreSQL server of DATABASE_URL (host 127.0.0.1, port ${port}, database directory) rejects the user coach: ` +
        'password authentication failed for user "coach". Correct user and password in DATABASE_URL.',
    );
  });

  it('refuses a server that is too old', async () => {
    const port = await listen(WELCOME, versionAnswer());
    expect(await complaint(`postgres://coach:secret@127.0.0.1:${port}/directory`)).toBe(
      `The PostgreSQL server of DATABASE_URL (host 127.0.0.1, port ${port}, database directory) runs PostgreSQL 14.9, but version 15 or newer is required. ` +
        'Upgrade it, set DATABASE_URL to a newer server, or leave DATABASE_URL out to use the embedded one.',
    );
  });

  it('says so when something else answers', async () => {
    const port = await listen('nothing');
    expect(await complaint(`postgres://coach:secret@127.0.0.1:${port}/directory`)).toMatch(
      /^The PostgreSQL server of DATABASE_URL \(.*\) cannot be used: .* Check the server and DATABASE_URL\.$/,
    );
  });
});
