import type { BenchPart, Figures, Target } from './bench-part.js';
import { median } from './bench-part.js';

/** What the processes of one part measured. */
export interface PartResult {
  readonly part: BenchPart;
  readonly runs: readonly Figures[];
}

/** Three significant digits, and never an exponent. */
export function figure(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 });
}

export function medianOf({ runs }: PartResult, name: string): number {
  return median(runs.map((run) => run[name]!));
}

/** Median with least and most. */
export function spread(result: PartResult, name: string): string {
  const values = result.runs.map((run) => run[name]!);
  return `${figure(medianOf(result, name))} (${figure(Math.min(...values))}–${figure(Math.max(...values))})`;
}

function boundOf({ bound, unit }: Target): string {
  const [words, value] = 'atLeast' in bound ? ['at least', bound.atLeast] : ['at most', bound.atMost];
  return `${words} ${figure(value)} ${unit}`;
}

export function isMet(result: PartResult, { bound, figure: name }: Target): boolean {
  const value = medianOf(result, name);
  return 'atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost;
}

/** Rows of Markdown: what, bound, median (least–most), met or missed. */
export function targetTable(results: readonly PartResult[]): string {
  const rows = results.flatMap((result) =>
    result.part.targets.map((target) =>
      [
        target.what,
        boundOf(target),
        spread(result, target.figure),
        isMet(result, target) ? 'met' : '**missed**',
      ].join(' | '),
    ),
  );
  return [
    '| target | bound | median (least–most) | |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** Every figure of one part. */
export function figureList(result: PartResult): string {
  return Object.keys(result.runs[0] ?? {})
    .map((name) => `- ${name}: ${spread(result, name)}`)
    .join('\n');
}
