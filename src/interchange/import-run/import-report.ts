import type { Brake } from './brakes.js';
import type { AddingScope } from './adding-scope.js';
import type { NumberedIssue } from './row-issue.js';

/** The file that was published as an edition. */
export interface PublishedFile {
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  readonly isThisFile: boolean;
}

/** The result of an import. `read` = `programs` + `refused`. */
export interface ImportReport {
  readonly edition: string;
  readonly fileName: string;
  /** SHA-256, hexadecimal. */
  readonly fileDigest: string;
  /** The published file of this edition; `null` if the edition is not among the published ones. */
  readonly published: PublishedFile | null;
  readonly dryRun: boolean;
  /** Rows of the file, without the header and blank lines. */
  readonly read: number;
  /** Rows that are programs. */
  readonly programs: number;
  /** Codes in all rows, known or not. */
  readonly codes: number;
  /** Rows that an issue excludes. */
  readonly refused: number;
  readonly created: number;
  readonly changed: number;
  /** The same facts in a newer edition. */
  readonly redated: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  /** Programs that are known and are written otherwise in this edition: a rule linked them. */
  readonly linked: number;
  /** Rows that may be a known program: listed as programs of their own until a person has answered. */
  readonly asked: number;
  /** No longer in the file, but another source has records of them. */
  readonly keptByOtherSources: number;
  /** No longer in the file, but people reported on them within a year: they stay for 90 days, with a ticket. */
  readonly keptForReports: number;
  /** Whether the demonstration directory is withdrawn with this import. */
  readonly replaceDemo: boolean;
  /** How the rows of a source that only adds are compared; `null` in a source that lists programs. */
  readonly addsTo: AddingScope | null;
  /** Rows of a source that only adds which are no known program, and at the door of none. */
  readonly unlinked: number;
  /** Demonstration programs withdrawn by this import. */
  readonly demoWithdrawn: number;
  /** Demonstration programs that are still published. */
  readonly demoPresent: number;
  /** Issues by kind. */
  readonly issues: Readonly<Record<string, number>>;
  /** Why nothing was written, or in a dry run why nothing would be; empty if nothing stops the import. */
  readonly brakes: readonly Brake[];
  readonly issueList: readonly NumberedIssue[];
  /** Columns of the file that are not used. */
  readonly extraColumns: readonly string[];
  /** Id of the recorded run; `null` if nothing was written. */
  readonly run: string | null;
}

/** How many issues of each kind, the most frequent first. */
export function countByKind(issues: readonly NumberedIssue[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of issues) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
