import type { EntityManager } from 'typeorm';
import { canonical } from '../../core/directory/agreement.js';
import { factDifferences } from '../../core/directory/fact-differences.js';
import { resolveFacts } from '../../core/directory/resolve-facts.js';
import type { SourceRecord } from '../../core/directory/source-record.js';
import type { ProgramDetail } from '../../directory/program-detail.dto.js';
import { programsWithRecords } from '../../directory/program-store.queries.js';
import { isSupplementary } from '../../directory/supplementary-sources.js';
import { areInOneEdition } from './linkage-question.queries.js';
import type { LinkageDifference, SameEffect } from './linkage.dto.js';
import type { QuestionRow } from './question-list.queries.js';

/** The fields of a listing in which two programs differ, as text. */
export function differencesBetween(listed: ProgramDetail, incoming: ProgramDetail): LinkageDifference[] {
  const [a, b] = [fieldsOf(listed), fieldsOf(incoming)];
  return Object.keys(a)
    .filter((field) => canonical(a[field]) !== canonical(b[field]))
    .map((field) => ({ field, listed: a[field]!, incoming: b[field]! }));
}

function fieldsOf({ location, intakePhones, ...program }: ProgramDetail): Record<string, string | null> {
  return {
    name: program.name,
    nameDetail: program.nameDetail,
    organization: program.organization.name,
    street1: location.street1,
    street2: location.street2,
    city: location.city,
    state: location.state,
    postalCode: location.postalCode,
    phone: program.phone,
    intakePhones: intakePhones.length === 0 ? null : intakePhones.join(', '),
    website: program.website,
  };
}

/** What it would do to answer that two programs are one. */
export async function effectOfSame(
  manager: EntityManager,
  question: QuestionRow,
  today: string,
): Promise<SameEffect> {
  const { listedId, incomingId, told } = question;
  const programs = await programsWithRecords(manager, [listedId, incomingId]);
  const recordsOf = (wanted: string) => programs.find(({ id }) => id === wanted)?.records ?? [];
  const before = resolveFacts(recordsOf(listedId), today);
  const after = resolveFacts(newestOfEach([...recordsOf(listedId), ...recordsOf(incomingId)]), today);
  const isOneEdition = await areInOneEdition(manager, listedId, incomingId);
  return {
    survivor: listedId,
    absorbed: incomingId,
    ...factDifferences(before, after),
    statements: told,
    needsSecondPerson: told > 0,
    refused: isOneEdition ? 'One edition names both: two rows of one edition are never one program.' : null,
  };
}

/** Of each source that lists programs, its newest record. */
function newestOfEach(records: readonly SourceRecord[]): SourceRecord[] {
  const newest = new Map<string, SourceRecord>();
  for (const record of records) {
    const known = newest.get(record.source);
    if (!known || known.asOf <= record.asOf) newest.set(record.source, record);
  }
  return records.filter((record) => isSupplementary(record.source) || newest.get(record.source) === record);
}
