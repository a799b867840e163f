import type { ImportReport } from './import-report.js';
import { countByKind } from './import-report.js';
import { reportLines } from './report-lines.js';
import type { NumberedIssue } from './row-issue.js';

function issue(row: number, kind: NumberedIssue['kind'], value: string): NumberedIssue {
  return { row, kind, field: 'service_code_info', value, message: 'said plainly' };
}

function report(changes: Partial<ImportReport> = {}): ImportReport {
  const issueList = changes.issueList ?? [];
  return {
    edition: '2023',
    fileName: 'list.xlsx',
    fileDigest: '0'.repeat(64),
    published: null,
    dryRun: false,
    read: 12_744,
    programs: 12_744,
    refused: 0,
    created: 12_744,
    changed: 0,
    redated: 0,
    unchanged: 0,
    linked: 0,
    asked: 0,
    withdrawn: 0,
    keptByOtherSources: 0,
    keptForReports: 0,
    demoWithdrawn: 0,
    demoPresent: 0,
    issues: countByKind(issueList),
    issueList,
    codes: 700_000,
    addsTo: null,
    unlinked: 0,
    replaceDemo: false,
    brakes: [],
    extraColumns: [],
    run: 'a-run',
    ...changes,
  };
}

describe('the report of an import', () => {
  it('that stopped says why, and what to type if the file is right', () => {
    const brakes = [
      { kind: 'withdrawn', figure: 12_736, of: 12_744 },
      { kind: 'rows', figure: 8, of: 12_744 },
    ] as const;
    const lines = reportLines(report({ brakes, run: null }));
    expect(lines[0]).toBe('list.xlsx, edition 2023 (stopped: nothing was written)');
    expect(lines.slice(-5)).toEqual([
      '',
      'The import stopped before anything was written:',
      expect.stringContaining('would withdraw 12,736 of the 12,744'),
      expect.stringContaining('has 8 rows'),
      'Look at the file. If it is right, add --accept withdrawn=12736 --accept rows=8',
    ]);
    expect(reportLines(report({ brakes, run: null, dryRun: true }))).toContain(
      'An import of this file would stop:',
    );
  });

  it('counts rows and programs, and issues by kind with the first rows of each', () => {
    const issueList = [
      ...[2, 3, 4, 5].map((row) => issue(row, 'unknown-code', 'XYZ')),
      issue(9, 'contradiction', 'NP MD'),
    ];
    expect(reportLines(report({ issueList })).join('\n')).toBe(`list.xlsx, edition 2023

rows read                           12,744
programs                            12,744
rows skipped                             0

created                             12,744
changed                                  0
unchanged                                0
withdrawn                                0

5 issues:
  unknown-code: 4
    row 2, service_code_info: XYZ
    row 3, service_code_info: XYZ
    row 4, service_code_info: XYZ
  contradiction: 1
    row 9, service_code_info: NP MD

All issues as CSV: add --issues FILE.csv
Recorded as run a-run`);
  });

  it('says whether the file is the published one, where its edition was published', () => {
    const sha256 = 'abcdef0123456789'.repeat(4);
    expect(reportLines(report({ published: { sha256, isThisFile: true } })).slice(0, 3)).toEqual([
      'list.xlsx, edition 2023',
      'This is the published edition 2023.',
      '',
    ]);
    expect(reportLines(report({ published: { sha256, isThisFile: false } })).slice(0, 3)).toEqual([
      'list.xlsx, edition 2023',
      'This file differs from the published edition 2023 (SHA-256 000000000000…; published abcdef012345…).',
      '',
    ]);
  });

  it('says that nothing was written where all was known', () => {
    expect(reportLines(report({ created: 0, unchanged: 12_744, run: null })).slice(-3)).toEqual([
      'No issues.',
      '',
      'The directory already has all of this: nothing was written.',
    ]);
  });

  it('says that it was a dry run', () => {
    const lines = reportLines(report({ dryRun: true, run: null }));
    expect(lines[0]).toBe('list.xlsx, edition 2023 (dry run: nothing was written)');
    expect(lines.at(-1)).toBe('No issues.');
  });

  it('says how to withdraw the demonstration directory, and which columns were not read', () => {
    expect(reportLines(report({ demoPresent: 400, extraColumns: ['county'] })).slice(-3)).toEqual([
      'Columns that are not read: county',
      '400 fictional demonstration programs are listed with the real ones: add --replace-demo to withdraw them.',
      'Recorded as run a-run',
    ]);
  });
});
