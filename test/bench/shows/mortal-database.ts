import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../../src/database/connection.js';
import { type EmbeddedServer, startEmbeddedServer } from '../../../src/database/embedded-server.js';
import { readPostmaster } from '../../../src/database/postmaster.js';

/** A PostgreSQL of a show's own that can be killed and started again, and is found at the same address then. */
export class MortalDatabase {
  private constructor(
    private readonly folder: string,
    private server: EmbeddedServer,
  ) {
    this.open();
  }

  static async start(): Promise<MortalDatabase> {
    const folder = mkdtempSync(join(tmpdir(), 'navigator-show-'));
    return new MortalDatabase(folder, await startIn(folder));
  }

  /** By a name that stays, since the server takes a new socket each time it starts. */
  get connection(): Connection {
    return { ...this.server.connection, host: this.folder };
  }

  /** As the kernel does when memory is short: no goodbye, nothing written down. */
  kill(): void {
    process.kill(readPostmaster(this.cluster)!.pid, 'SIGKILL');
  }

  /** On the same folder; resolves when it takes connections. */
  async startAgain(): Promise<void> {
    await this.server.stop();
    this.server = await startIn(this.folder);
    this.open();
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get cluster(): string {
    return join(this.folder, 'postgresql');
  }

  private open(): void {
    const { host, port } = this.server.connection;
    const name = `.s.PGSQL.${port}`;
    rmSync(join(this.folder, name), { force: true });
    symlinkSync(join(host!, name), join(this.folder, name));
  }
}

function startIn(dataDir: string): Promise<EmbeddedServer> {
  return startEmbeddedServer({ dataDir, log: () => undefined });
}
