import {
  citationLine,
  type CitationRecord,
  completion,
  identifierOf,
} from '../../core/evidence/citation-record.js';
import { matchWork } from '../../core/evidence/same-work.js';
import {
  CitationImportResponse,
  ImportedRecord,
  IMPORT_OUTCOMES,
  type ImportOutcome,
} from './citation-import.dto.js';
import {
  addCitation,
  alterCitation,
  citationsSharing,
  citationWithKeyOf,
  type CuratorAct,
} from './citation-store.js';
import type { ReadRecord } from './read-record.js';

/** The outcome for a record, before its position is known. */
type Outcome = Omit<ImportedRecord, 'position' | 'identifier'>;

/**
 * Imports the records of a file in the caller's transaction: new works are created, missing fields of known works are
 * completed, nothing is overwritten, and an error refuses only its own record. With `dryRun` everything is done and
 * then rolled back.
 */
export async function importCitations(
  act: CuratorAct,
  records: readonly ReadRecord[],
  dryRun: boolean,
): Promise<CitationImportResponse> {
  if (dryRun) await act.manager.query('SAVEPOINT dry_run');
  const imported: ImportedRecord[] = [];
  const made = new Set<string>();
  for (const [at, read] of records.entries()) {
    const outcome = await take(act, read);
    if (outcome.outcome === 'created' && outcome.citationId !== undefined) made.add(outcome.citationId);
    // Ids that are rolled back are not returned.
    const isUndone = dryRun && outcome.citationId !== undefined && made.has(outcome.citationId);
    const { citationId, ...rest } = outcome;
    imported.push({
      position: at + 1,
      ...rest,
      ...(citationId !== undefined && !isUndone && { citationId }),
      identifier: read.record === undefined ? null : identifierOf(read.record) || null,
    });
  }
  if (dryRun) await act.manager.query('ROLLBACK TO SAVEPOINT dry_run');
  const counts = Object.fromEntries(
    IMPORT_OUTCOMES.map((kind) => [kind, imported.filter(({ outcome }) => outcome === kind).length]),
  ) as Record<ImportOutcome, number>;
  return { dryRun, read: imported.length, ...counts, records: imported };
}

async function take(act: CuratorAct, read: ReadRecord): Promise<Outcome> {
  if (read.record === undefined) return refused(read.flaw);
  const { record, remark } = read;
  if (identifierOf(record) === '')
    return refused(remark ?? 'has no DOI, PubMed number or Cochrane number; add one to the record');
  const match = matchWork(record, await citationsSharing(act.manager, record));
  if (match.flaw !== undefined) return refused(match.flaw);
  const message = remark === undefined ? {} : { message: remark };
  if (!match.known) {
    if (record.title === null) return refused('has no title and matches no known citation; add the title');
    return { ...(await create(act, record)), ...message };
  }
  const { known } = match;
  const altered = await alterCitation(
    act,
    known,
    // The person who exported the file saw the DOI in a source.
    { ...completion(known, record), ...(record.doi !== null && { doiSeen: true }) },
    'citation.complete',
  );
  return {
    outcome: altered === known ? 'unchanged' : 'completed',
    citationId: known.id,
    ...message,
  };
}

async function create(act: CuratorAct, record: CitationRecord): Promise<Outcome> {
  const fields = {
    ...record,
    text: citationLine(record),
    doiSeen: record.doi !== null,
    verifiedAt: null,
    note: null,
  };
  const rival = await citationWithKeyOf(act.manager, fields);
  if (rival !== undefined)
    return refused(`is known as citation ${rival} by another identifier; correct one of them`);
  const { id } = await addCitation(act, fields);
  return { outcome: 'created', citationId: id };
}

function refused(message: string): Outcome {
  return { outcome: 'refused', message };
}
