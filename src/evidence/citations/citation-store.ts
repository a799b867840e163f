import type { EntityManager } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import type { CitationIdentifiers } from '../../core/evidence/citation-identifiers.js';
import { citationLine, type CitationRecord, RECORD_FIELDS } from '../../core/evidence/citation-record.js';
import { type AuditActor, recordAudit } from '../../database/audit-trail.js';
import { Change } from '../../directory/change.entity.js';
import { Citation } from './citation.entity.js';
import { cslItemOf } from './csl-item.js';
import { DEFAULT_STYLE, formatReference } from './reference-styles.js';

/** The author of a change, its transaction and its request. */
export interface CuratorAct {
  readonly manager: EntityManager;
  readonly actor: AuditActor;
  readonly requestId?: string;
}

/** Notes on a citation, in addition to the fields of the work. */
export interface CitationNotes {
  readonly text: string;
  readonly doiSeen: boolean;
  readonly verifiedAt: string | null;
  readonly note: string | null;
}
export type CitationFields = CitationRecord & CitationNotes;

const FIELDS = [...RECORD_FIELDS, 'text', 'doiSeen', 'verifiedAt', 'note'] as const;

/** Every known citation that shares an identifier with this one, oldest id first. */
export async function citationsSharing(
  manager: EntityManager,
  { doi, pmid, cochrane }: CitationIdentifiers,
): Promise<Citation[]> {
  return manager
    .createQueryBuilder(Citation, 'citation')
    .where('lower(citation.doi COLLATE "C") = :doi', { doi })
    .orWhere('citation.pmid = :pmid', { pmid })
    .orWhere('citation.cochrane = :cochrane', { cochrane })
    .orderBy('citation.id')
    .getMany();
}

/** The other citation that has this key, if there is one: two works without identifiers may have the same text. */
export async function citationWithKeyOf(
  manager: EntityManager,
  fields: CitationFields,
  except?: string,
): Promise<string | undefined> {
  const [row]: { id: string }[] = await manager.query(
    'SELECT id FROM citation WHERE key = $1 AND id IS DISTINCT FROM $2::uuid',
    [keyOf(fields), except ?? null],
  );
  return row?.id;
}

/** Stores a new citation, with its entries in the audit trail and the change feed. */
export async function addCitation(act: CuratorAct, fields: CitationFields): Promise<Citation> {
  const { manager } = act;
  const id = uuidV4();
  await manager.insert(Citation, { ...columnsOf(fields), id, ...(await derived(id, fields)) });
  await manager.insert(Change, { entity: 'citation', entityId: id, kind: 'created', version: 1 });
  const known = FIELDS.filter((field) => fields[field] !== null).map((field) => [field, fields[field]]);
  await audit(act, 'citation.create', id, undefined, Object.fromEntries(known));
  return manager.findOneByOrFail(Citation, { id });
}

/** Changes a citation. If nothing differs, nothing is written and it is returned unchanged. */
export async function alterCitation(
  act: CuratorAct,
  citation: Citation,
  change: Partial<CitationFields>,
  action: 'citation.change' | 'citation.complete',
): Promise<Citation> {
  const { manager } = act;
  const { id } = citation;
  const next = withChange(citation, change);
  const differing = FIELDS.filter((field) => JSON.stringify(next[field]) !== JSON.stringify(citation[field]));
  if (differing.length === 0) return citation;
  await manager.update(Citation, { id }, { ...columnsOf(next), ...(await derived(id, next)) });
  const altered = await manager.findOneByOrFail(Citation, { id });
  await manager.insert(Change, {
    entity: 'citation',
    entityId: id,
    kind: 'changed',
    version: altered.version,
  });
  const only = (fields: CitationFields) =>
    Object.fromEntries(differing.map((field) => [field, fields[field]]));
  await audit(act, action, id, only(citation), only(next));
  return altered;
}

/** A citation as it would be after a change. A line composed of its fields is composed again. */
export function withChange(citation: CitationFields, change: Partial<CitationFields>): CitationFields {
  const next = { ...citation, ...change };
  const wasMade = citation.text === citationLine(citation);
  return wasMade && change.text === undefined ? { ...next, text: citationLine(next) } : next;
}

function columnsOf(fields: CitationFields) {
  const { authors, ...columns } = Object.fromEntries(
    FIELDS.map((field) => [field, fields[field]]),
  ) as unknown as CitationFields;
  return { ...columns, authors: authors && [...authors] };
}

async function derived(id: string, fields: CitationFields) {
  const reference =
    fields.title === null ? null : await formatReference(cslItemOf(id, fields), DEFAULT_STYLE);
  return { key: keyOf(fields), reference };
}

/** One key per work, as in the registry's files; versions of a review without a DOI are distinguished by year. */
function keyOf({ doi, pmid, cochrane, year, text }: CitationFields): string {
  if (doi !== null) return `doi:${doi.toLowerCase()}`;
  if (pmid !== null) return `pmid:${pmid}`;
  if (cochrane !== null) return `cochrane:${cochrane}${year === null ? '' : `:${year}`}`;
  return `text:${text.trim().replace(/\s+/g, ' ')}`;
}

async function audit(
  { manager, actor, requestId }: CuratorAct,
  action: string,
  entityId: string,
  before: object | undefined,
  after: object,
): Promise<void> {
  await recordAudit(manager, { actor, action, entity: 'citation', entityId, before, after, requestId });
}
