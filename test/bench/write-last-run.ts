import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import { ALL_PARTS } from './all-parts.js';
import { benchEngine } from './bench-engine.js';
import { figureList, type PartResult, targetTable } from './bench-table.js';

const FILE = join(projectFolder, 'docs', 'performance.md');
const BEGIN = '<!-- last run: written by `npm run bench -- --write` -->';
const END = '<!-- end of the last run -->';

/** Puts the figures of a run in the place of the last ones; parts that were not measured keep theirs, with their day. */
export function writeLastRun(
  results: readonly PartResult[],
  { where, runs, day }: { where: string; runs: number; day: string },
): void {
  const text = readFileSync(FILE, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`${FILE} has no place for the last run.`);
  const before = text.slice(from, to);
  const parts = ALL_PARTS.flatMap(({ name }) => {
    const result = results.find(({ part }) => part.name === name);
    if (!result) return partIn(before, name) ?? [];
    const circumstances = `${day}, ${where}; ${runs} fresh processes; the engine was the ${benchEngine.name}.`;
    return [
      [
        beginOf(name),
        `### ${result.part.about}`,
        targetTable([result]),
        figureList(result),
        circumstances,
        endOf(name),
      ].join('\n\n'),
    ];
  });
  writeFileSync(
    FILE,
    text.slice(0, from) + [BEGIN, ...parts, END].join('\n\n') + text.slice(to + END.length),
  );
}

const beginOf = (name: string) => `<!-- ${name} -->`;
const endOf = (name: string) => `<!-- end of ${name} -->`;

function partIn(text: string, name: string): string | undefined {
  const [from, to] = [text.indexOf(beginOf(name)), text.indexOf(endOf(name))];
  return from === -1 || to < from ? undefined : text.slice(from, to + endOf(name).length);
}
