import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';

/** What the last stage of ops/Dockerfile is made of, and what it runs. */
export interface Image {
  /** Paths in the folder of the project, which the build stage has. */
  readonly copied: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

const BUILD = '/build/';

/** Reads ops/Dockerfile. Throws for an instruction that this reader does not know. */
export function readDockerfile(): Image {
  const text = readFileSync(join(projectFolder, 'ops/Dockerfile'), 'utf8');
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')) + 1);
  const copied: string[] = [];
  const environment: Record<string, string> = {};
  const words: Record<string, string> = {};
  for (const line of last) {
    const [, instruction = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (instruction === 'COPY')
      copied.push(
        ...rest
          .split(' ')
          .filter((word) => word.startsWith(BUILD))
          .map((word) => word.slice(BUILD.length)),
      );
    else if (instruction === 'ENV')
      for (const pair of rest.split(' ')) environment[pair.split('=')[0]!] = pair.split('=')[1]!;
    else if (KNOWN.includes(instruction)) words[instruction] = rest;
    else throw new Error(`ops/Dockerfile has an instruction that the test does not know: ${line}`);
  }
  const listIn = (instruction: string) =>
    JSON.parse((words[instruction] ?? '').replace(/^.*?(?=\[)/, '')) as string[];
  return {
    copied,
    environment,
    user: words['USER'] ?? '',
    entrypoint: listIn('ENTRYPOINT'),
    command: listIn('CMD'),
    healthCheck: listIn('HEALTHCHECK'),
  };
}

const KNOWN = ['LABEL', 'WORKDIR', 'USER', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'];
