import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../../../src/config/project-folder.js';

const MAIN = join(projectFolder, 'dist/service.js');

/** The built program as a process of its own, as `npm start` runs it. */
export class ServiceProcess {
  readonly child: ChildProcess;
  output = '';
  errors = '';
  private readonly closed: Promise<unknown>;

  /** Starts it on any free port; `environment` is its whole environment, apart from PATH. */
  constructor(environment: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      env: { PATH: process.env.PATH, PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (data) => (this.output += data));
    this.child.stderr?.on('data', (data) => (this.errors += data));
    this.closed = once(this.child, 'close');
  }

  /** Resolves with the address once its line appears. Throws if the program ends instead. */
  async address(): Promise<string> {
    for (;;) {
      const line = /^Ready at (http:\/\/\S+)/m.exec(this.output);
      if (line?.[1] !== undefined) return line[1];
      const end = await Promise.race([this.end(), once(this.child.stdout ?? this.child, 'data')]);
      if ('code' in end) throw new Error(`ended before it listened: ${JSON.stringify(end)}`);
    }
  }

  /** Resolves when it has ended. */
  async end(): Promise<{ code: number | null; signal: string | null; errors: string }> {
    await this.closed;
    return { code: this.child.exitCode, signal: this.child.signalCode, errors: this.errors };
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): ReturnType<ServiceProcess['end']> {
    this.child.kill(signal);
    return this.end();
  }
}
