import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import { figureList, type PartResult, targetTable } from './bench-table.js';
import { benchEngine } from './bench-engine.js';

const FILE = join(projectFolder, 'docs', 'performance.md');
const BEGIN = '<!-- last run: written by `npm run bench -- --write` -->';
const END = '<!-- end of the last run -->';

/** Puts the figures of a run in the place of the last one's. */
export function writeLastRun(
  results: readonly PartResult[],
  { where, runs, day }: { where: string; runs: number; day: string },
): void {
  const text = readFileSync(FILE, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`${FILE} has no place for the last run.`);
  const section = [
    BEGIN,
    `${day}, ${where}. Each part ran in ${runs} fresh processes; the engine was the ${benchEngine.name}.`,
    targetTable(results),
    ...results.map((result) => `### ${result.part.about}\n\n${figureList(result)}`),
    END,
  ].join('\n\n');
  writeFileSync(FILE, text.slice(0, from) + section + text.slice(to + END.length));
}
