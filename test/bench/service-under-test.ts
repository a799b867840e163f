import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import type { Connection } from '../../src/database/connection.js';
import { databaseUrl } from '../support/test-database.js';

/** What is measured is what it can do, not what it lets one address ask for. */
const WITHOUT_LIMITS = {
  RATE_LIMIT_PUBLIC: 'off',
  RATE_LIMIT_KEY: 'off',
  RATE_LIMIT_SITE: 'off',
  RATE_LIMIT_ATTEMPTS: 'off',
  SHED_LOAD_ABOVE_MS: 'off',
};

/** The service in a process of its own. */
export class ServiceUnderTest {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  /**
   * Starts a program that says where it listens, and resolves when it has said so.
   *
   * @param script of `dist/`
   * @param env beside what every service under test gets
   */
  static async start(
    script: string,
    connection: Connection,
    env: Readonly<Record<string, string>> = {},
  ): Promise<ServiceUnderTest> {
    const child = spawn(process.execPath, ['--enable-source-maps', join(projectFolder, 'dist', script)], {
      cwd: projectFolder,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: databaseUrl(connection),
        PORT: '0',
        LOG_LEVEL: 'error',
        ...WITHOUT_LIMITS,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /Ready at (http:\S+)/.exec(said);
        if (found) resolve(found[1]!);
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${said}`)));
    });
    return new ServiceUnderTest(child, address);
  }

  /** Posts JSON and returns the text of the answer, which has to be a 200. */
  async post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const response = await fetch(this.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
    return text;
  }

  /** User and system, of all threads; undefined where the system has no `/proc`, as Linux has. */
  cpuSeconds(): number | undefined {
    const file = `/proc/${this.child.pid}/stat`;
    if (!existsSync(file)) return undefined;
    // After the name of the program, which may hold blanks: the 12th and the 13th field, in hundredths (proc(5)).
    const fields = readFileSync(file, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  /** As the kernel does when memory is short. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
