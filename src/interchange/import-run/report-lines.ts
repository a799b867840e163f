import { acceptance, brakeSentence, inThousands } from './brakes.js';
import type { ImportReport } from './import-report.js';

const EXAMPLES = 3;
const LONGEST_VALUE = 60;
/** This many digits of a hash are enough for a reader to distinguish two files. */
const SHOWN_DIGITS = 12;

/**
 * The report of an import as lines for a terminal.
 *
 * @param issuesFile where all issues are written, if anywhere
 */
export function reportLines(report: ImportReport, issuesFile?: string): string[] {
  const count = (label: string, value: number) => `${label.padEnd(34)}${inThousands(value).padStart(8)}`;
  const more = (label: string, value: number) => (value > 0 ? [count(label, value)] : []);
  return [
    `${report.fileName}, edition ${report.edition}${report.dryRun ? ' (dry run: nothing was written)' : report.brakes.length > 0 ? ' (stopped: nothing was written)' : ''}`,
    ...publishedLines(report),
    '',
    count('rows read', report.read),
    count('programs', report.programs),
    count('rows skipped', report.refused),
    '',
    count('created', report.created),
    count('changed', report.changed),
    ...more('same facts, newer date', report.redated),
    count('unchanged', report.unchanged),
    count('withdrawn', report.withdrawn),
    ...more('known, under another name or address', report.linked),
    ...more('to be asked: a known program?', report.asked),
    ...more('no known program: not listed', report.unlinked),
    ...more('removed, but listed by other sources', report.keptByOtherSources),
    ...more('removed, people reported on them', report.keptForReports),
    ...more('demonstration programs withdrawn', report.demoWithdrawn),
    '',
    ...issueLines(report),
    ...brakeLines(report),
    ...noteLines(report, issuesFile),
  ];
}

function publishedLines({ edition, fileDigest, published }: ImportReport): string[] {
  if (published === null) return [];
  const shown = (digest: string) => `${digest.slice(0, SHOWN_DIGITS)}…`;
  return [
    published.isThisFile
      ? `This is the published edition ${edition}.`
      : `This file differs from the published edition ${edition} (SHA-256 ${shown(fileDigest)}; published ${shown(published.sha256)}).`,
  ];
}

function issueLines({ issues, issueList }: ImportReport): string[] {
  if (issueList.length === 0) return ['No issues.'];
  return [
    `${inThousands(issueList.length)} issues:`,
    ...Object.entries(issues).flatMap(([kind, n]) => [
      `  ${kind}: ${inThousands(n)}`,
      ...issueList
        .filter((issue) => issue.kind === kind)
        .slice(0, EXAMPLES)
        .map(({ row, field, value }) => `    row ${row}, ${field}: ${shortened(value)}`),
    ]),
  ];
}

function brakeLines({ brakes, dryRun }: ImportReport): string[] {
  if (brakes.length === 0) return [];
  return [
    '',
    dryRun ? 'An import of this file would stop:' : 'The import stopped before anything was written:',
    ...brakes.map((brake) => `  ${brakeSentence(brake)}`),
    `Look at the file. If it is right, add ${brakes.map((brake) => `--accept ${acceptance(brake)}`).join(' ')}`,
  ];
}

function noteLines(report: ImportReport, issuesFile?: string): string[] {
  const notes: string[] = [];
  if (issuesFile !== undefined) notes.push(`All issues: ${issuesFile}`);
  else if (report.issueList.length > 0) notes.push('All issues as CSV: add --issues FILE.csv');
  if (report.extraColumns.length > 0)
    notes.push(`Columns that are not read: ${report.extraColumns.join(', ')}`);
  if (report.demoPresent > 0)
    notes.push(
      `${inThousands(report.demoPresent)} fictional demonstration programs are listed with the real ones: add ` +
        `--replace-demo to withdraw them.`,
    );
  if (!report.dryRun && report.run === null && report.brakes.length === 0)
    notes.push('The directory already has all of this: nothing was written.');
  if (report.run !== null) notes.push(`Recorded as run ${report.run}`);
  return notes.length > 0 ? ['', ...notes] : [];
}

function shortened(value: string): string {
  if (value === '') return '(empty)';
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}
