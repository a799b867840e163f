import { basename } from 'node:path';
import { v5 as uuidV5 } from 'uuid';
import type { DataSource } from 'typeorm';
import { recordAudit } from '../../database/audit-trail.js';
import { meetingListNamed, replaceMeetings, slugsOfList } from '../../evidence/meetings/meetings.queries.js';
import { ResourceCatalog } from '../../evidence/resource-catalog.js';
import { type AcceptedFigures, type Brake, brakesOn } from '../import-run/brakes.js';
import { editionDay } from '../import-run/edition-day.js';
import { type NamedFile, readHead } from '../import-run/file-head.js';
import { ImportRefused } from '../import-run/import-refused.js';
import { countByKind } from '../import-run/import-report.js';
import { readJsonFile } from '../import-run/read-json-file.js';
import type { NumberedIssue } from '../import-run/row-issue.js';
import { readMeetingTypes } from './meeting-types.js';
import { readMeetings } from './read-meetings.js';

/** Namespace of the ids of meetings: one of a list keeps its id. */
const NAMESPACE = '5b0f1f52-6a0e-5d0b-8f43-2f9d7c1f6a10';

export interface MeetingImport {
  readonly file: NamedFile;
  /** Id of the resource whose meetings they are: `na`. */
  readonly fellowship: string;
  /** The path of the mapping file of its types. */
  readonly map: string;
  /** The name of the list, where a fellowship has several. */
  readonly list?: string;
  /** The day of the list, YYYY-MM-DD. */
  readonly edition: string;
  readonly dryRun?: boolean;
  readonly accept?: AcceptedFigures;
}

/** The result of an import of meetings. `rows` = `meetings` + rows that an issue excludes. */
export interface MeetingReport {
  readonly list: string;
  readonly rows: number;
  readonly meetings: number;
  /** Meetings of the last list that are not in this one. */
  readonly removed: number;
  /** Issues by kind. */
  readonly issues: Readonly<Record<string, number>>;
  readonly issueList: readonly NumberedIssue[];
  readonly brakes: readonly Brake[];
  readonly written: boolean;
}

/**
 * Replaces a list of meetings by a file of the Meeting Guide, all or nothing. The same file again writes nothing. Figures that
 * look like a broken file stop it: they are the `brakes`.
 *
 * Throws `ImportRefused` for a file or a mapping file that cannot be used, and for an older list.
 */
export async function importMeetings(dataSource: DataSource, wish: MeetingImport): Promise<MeetingReport> {
  const { file, fellowship, edition, accept } = wish;
  const name = wish.list ?? fellowship;
  const asOf = editionDay(edition);
  refuseUnknownResource(fellowship);
  const types = readMeetingTypes(wish.map);
  await readHead(file);
  const { value, digest } = await readJsonFile(file);
  if (!Array.isArray(value))
    throw new ImportRefused(`${file.name} is not a list of meetings of the Meeting Guide.`);
  const rows = value as readonly unknown[];
  const { meetings, issues, codes } = readMeetings(rows, types, asOf);
  if (meetings.length === 0)
    throw new ImportRefused(
      `None of the ${rows.length} rows of ${file.name} is a meeting. ${issues[0]?.message ?? ''}`.trim(),
    );
  return dataSource.transaction(async (manager) => {
    await manager.query('LOCK TABLE meeting_list IN SHARE ROW EXCLUSIVE MODE');
    const before = await meetingListNamed(manager, name);
    if (before && before.asOf > asOf)
      throw new ImportRefused(
        `The list "${name}" is as of ${before.asOf}; this one is as of ${asOf} and is older.`,
      );
    const slugs = new Set(meetings.map(({ slug }) => slug));
    const listed = await slugsOfList(manager, name);
    const removed = listed.filter((slug) => !slugs.has(slug)).length;
    const counts = countByKind(issues);
    const brakes = brakesOn(
      {
        withdrawn: removed,
        published: listed.length,
        rows: rows.length,
        rowsBefore: before?.rows ?? null,
        unknownCodes: counts['unknown-code'] ?? 0,
        codes,
      },
      accept,
    );
    const isSame = before?.fileDigest === digest && before.asOf === asOf && before.resource === fellowship;
    const written = !wish.dryRun && brakes.length === 0 && !isSame;
    if (written) {
      const fileName = basename(file.name);
      const list = { name, resource: fellowship, asOf, fileName, fileDigest: digest, rows: rows.length };
      await replaceMeetings(
        manager,
        list,
        meetings.map((one) => ({ ...one, id: uuidV5(`${name} ${one.slug}`, NAMESPACE) })),
      );
      await recordAudit(manager, {
        actor: { name: 'the command line' },
        action: 'meetings.import',
        entity: 'meetings',
        entityId: name,
        after: { ...list, meetings: meetings.length, removed, issues: counts },
      });
    }
    return {
      list: name,
      rows: rows.length,
      meetings: meetings.length,
      removed,
      issues: counts,
      issueList: issues,
      brakes,
      written,
    };
  });
}

/** Meetings belong to a resource of the catalog, which says what they are and cautions about them. */
function refuseUnknownResource(fellowship: string): void {
  const known = ResourceCatalog.read()
    .find({ kind: ['mutual-help', 'family-support'] })
    .map(({ id }) => id);
  if (!known.includes(fellowship))
    throw new ImportRefused(
      `There is no fellowship "${fellowship}" among the resources; there are ${known.join(', ')}.`,
    );
}

/** The report for a terminal. */
export function meetingLines(report: MeetingReport): string[] {
  const { list, rows, meetings, removed, issues, written, brakes } = report;
  return [
    `List ${list}: ${rows} rows, ${meetings} meetings, ${rows - meetings} skipped.`,
    ...(removed > 0 ? [`${removed} meetings of the last list are not in this one.`] : []),
    ...Object.entries(issues).map(([kind, count]) => `  ${kind}: ${count}`),
    written ? 'The list was replaced.' : brakes.length > 0 ? 'Nothing was written.' : 'Nothing to write.',
  ];
}
