import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { citationLine, NOTHING_KNOWN } from '../../core/evidence/citation-record.js';
import { type KnownWork, matchWork } from '../../core/evidence/same-work.js';
import { Cursors } from '../../http/pages/cursors.js';
import { requireMatch } from '../../http/writes/precondition.js';
import { pageOf } from '../../http/pages/page-of.js';
import { Problem } from '../../http/problem.js';
import { Writes } from '../../http/writes/writes.js';
import type { WriteContext } from '../../http/writes/write-context.js';
import { actOf } from '../desk-act.js';
import {
  fieldsOfRequest,
  identifierOfQuery,
  identifierPointer,
  refuseImpossible,
} from './citation-fields.js';
import type { CitationImportResponse } from './citation-import.dto.js';
import type {
  CitationChangeRequest,
  CitationImportRequest,
  CitationQuery,
  NewCitationRequest,
} from './citation-request.dto.js';
import {
  addCitation,
  alterCitation,
  type CitationFields,
  citationsSharing,
  citationWithKeyOf,
  withChange,
} from './citation-store.js';
import { CitationDetailResponse, type CitationPage, CitationResponse } from './citation.dto.js';
import { Citation } from './citation.entity.js';
import { approachesCiting, type CitationPosition, findCitations } from './citation.queries.js';
import { cslItemOf } from './csl-item.js';
import { importCitations } from './import-citations.js';
import { readCitationFile } from './read-citation-file.js';
import { NotOfThisFormat, type ReadRecord } from './read-record.js';
import { DEFAULT_STYLE, formatReference, type ReferenceStyle } from './reference-styles.js';

const DEFAULT_LIMIT = 20;
const MOST_WORDS = 20;
/** Limit for one file over HTTP; the command line accepts more. */
const MOST_RECORDS = 1000;

/** The works that ratings are based on: search, read, create, correct and import. */
@Injectable()
export class CitationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly writes: Writes,
  ) {}

  /** Newest first. */
  async list(query: CitationQuery): Promise<CitationPage> {
    const search = {
      words: wordsOf(query.q),
      doi: identifierOfQuery('doi', query.doi),
      pmid: identifierOfQuery('pmid', query.pmid),
      cochrane: identifierOfQuery('cochrane', query.cochrane),
      retraction: query.retraction,
    };
    const codec = await this.cursors.codec();
    // A cursor belongs to one search: with other filters it is not a valid cursor.
    const kind = `citations ${JSON.stringify(search)}`;
    const after =
      query.cursor === undefined ? undefined : (codec.decode(kind, query.cursor) as CitationPosition);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const { total, found } = await findCitations(this.dataSource.manager, search, limit, after);
    const { page, last } = pageOf(found, limit);
    return {
      total,
      citations: page.map((citation) => CitationResponse.of(citation)),
      ...(last && { nextCursor: codec.encode(kind, { year: last.year ?? 0, id: last.id }) }),
    };
  }

  /** Throws a 404 problem if there is none. */
  async get(id: string, style: ReferenceStyle = DEFAULT_STYLE): Promise<CitationDetailResponse> {
    const { manager } = this.dataSource;
    return toDetail(manager, await existing(manager, id), style);
  }

  /** Throws a 409 problem that names the citation if the work is known. */
  async create(context: WriteContext, request: NewCitationRequest): Promise<CitationDetailResponse> {
    const given = fieldsOfRequest(request);
    if ((given.title ?? given.text) == null)
      throw Problem.unprocessable([
        { pointer: '/title', message: 'is required, unless you give text: the work in one line' },
      ]);
    const record = { ...NOTHING_KNOWN, doiSeen: false, verifiedAt: null, note: null, text: '', ...given };
    const fields = refuseImpossible(record, true);
    const named = { ...fields, text: given.text ?? citationLine(fields) };
    return this.writes.perform(context, async (manager) => {
      await refuseKnown(manager, named, request);
      return toDetail(manager, await addCitation(actOf(context, manager), named));
    });
  }

  /** Needs If-Match. An identifier may be added or corrected, but not changed to that of another citation. */
  async change(
    context: WriteContext,
    id: string,
    request: CitationChangeRequest,
  ): Promise<CitationDetailResponse> {
    const change = fieldsOfRequest(request);
    return this.writes.perform(context, async (manager) => {
      const citation = await existing(manager, id);
      requireMatch(context, await toDetail(manager, citation));
      // The registry cites a few works without an identifier; a citation that has one must keep one.
      const hadIdentifier = (citation.doi ?? citation.pmid ?? citation.cochrane) !== null;
      const { cochrane } = refuseImpossible(withChange(citation, change), hadIdentifier);
      const completed = { ...change, cochrane };
      await refuseKnown(manager, withChange(citation, completed), request, citation);
      return toDetail(
        manager,
        await alterCitation(actOf(context, manager), citation, completed, 'citation.change'),
      );
    });
  }

  /** Throws a 422 problem if the text is not a file of the format. */
  async import(
    context: WriteContext,
    { format, text, dryRun = false }: CitationImportRequest,
  ): Promise<CitationImportResponse> {
    const records = await recordsOf({ format, text });
    if (records.length > MOST_RECORDS)
      throw Problem.unprocessable([
        {
          pointer: '/text',
          message: `holds ${records.length} records: send at most ${MOST_RECORDS} at a time, since other writes wait until it ends`,
        },
      ]);
    return this.writes.perform(context, (manager) =>
      importCitations(actOf(context, manager), records, dryRun),
    );
  }
}

async function recordsOf({
  format,
  text,
}: Pick<CitationImportRequest, 'format' | 'text'>): Promise<ReadRecord[]> {
  try {
    return await readCitationFile(text, format);
  } catch (error) {
    if (!(error instanceof NotOfThisFormat)) throw error;
    throw Problem.unprocessable([{ pointer: '/text', message: error.message }]);
  }
}

async function existing(manager: EntityManager, id: string): Promise<Citation> {
  const citation = await manager.findOneBy(Citation, { id });
  if (citation === null) throw Problem.notFound('citation', id);
  return citation;
}

async function toDetail(
  manager: EntityManager,
  citation: Citation,
  style: ReferenceStyle = DEFAULT_STYLE,
): Promise<CitationDetailResponse> {
  const csl = cslItemOf(citation.id, citation);
  const isStored = style === DEFAULT_STYLE && citation.reference !== null;
  const reference = isStored
    ? citation.reference!
    : citation.title === null
      ? citation.text
      : await formatReference(csl, style);
  return CitationDetailResponse.inFull(citation, {
    reference,
    style,
    csl,
    approaches: await approachesCiting(manager, citation.id),
  });
}

/** `before`: the citation that is changed; if its identity is unchanged, it is not searched for. */
async function refuseKnown(
  manager: EntityManager,
  fields: CitationFields,
  request: CitationChangeRequest,
  before?: Citation,
): Promise<void> {
  const identity = ({ doi, pmid, cochrane, year }: Omit<KnownWork, 'id'>) =>
    JSON.stringify([doi, pmid, cochrane, year]);
  const isSame = before !== undefined && identity(before) === identity(fields);
  const sharing = isSame ? [] : await citationsSharing(manager, fields);
  const match = matchWork(
    fields,
    sharing.filter(({ id }) => id !== before?.id),
  );
  const known = match.known?.id ?? (await citationWithKeyOf(manager, fields, before?.id));
  const message =
    match.flaw ?? (known === undefined ? undefined : `is of citation ${known}, which already exists`);
  if (message === undefined) return;
  const pointer = identifierPointer(request);
  throw new Problem('conflict', `The work ${message}.`, [{ pointer, message }]);
}

function wordsOf(q: string | undefined): string[] {
  const words = [...new Set((q ?? '').toLowerCase().split(/\s+/).filter(Boolean))];
  if (words.length > MOST_WORDS)
    throw Problem.badRequest([
      { parameter: 'q', message: `must have at most ${MOST_WORDS} different words` },
    ]);
  return words;
}
