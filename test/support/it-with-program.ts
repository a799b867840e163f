import { spawnSync } from 'node:child_process';

/** A test that needs a program of the machine; without it the test is skipped, and its title says why. */
export function itWithProgram(program: string, title: string, test: () => void): void {
  if (spawnSync('sh', ['-c', `command -v ${program}`]).status === 0) it(title, test);
  else it.skip(`${title} (skipped: there is no ${program})`, test);
}
