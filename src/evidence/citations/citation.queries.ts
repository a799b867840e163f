import { Brackets, type EntityManager } from 'typeorm';
import type { Retraction } from '../../core/evidence/citation-record.js';
import { Citation } from './citation.entity.js';

/** A search among citations, with identifiers in standard form. */
export interface CitationSearch {
  /** Lower case; all of them must occur. */
  readonly words: readonly string[];
  readonly doi: string | undefined;
  readonly pmid: string | undefined;
  readonly cochrane: string | undefined;
  readonly retraction: Retraction | undefined;
}

/** The citation after which a page begins. */
export interface CitationPosition {
  readonly year: number;
  readonly id: string;
}

const SEARCHED = `lower(concat_ws(' ', citation.text, citation.title, citation.journal,
  (SELECT string_agg(part.value, ' ') FROM jsonb_array_elements(citation.authors) AS name, jsonb_each_text(name) AS part)))`;

/** Up to `limit` + 1 citations, newest first, and the total number. */
export async function findCitations(
  manager: EntityManager,
  { words, doi, pmid, cochrane, retraction }: CitationSearch,
  limit: number,
  after: CitationPosition | undefined,
): Promise<{ total: number; found: Citation[] }> {
  const query = manager.createQueryBuilder(Citation, 'citation').where('true');
  if (doi !== undefined) query.andWhere('lower(citation.doi COLLATE "C") = :doi', { doi });
  if (pmid !== undefined) query.andWhere('citation.pmid = :pmid', { pmid });
  if (cochrane !== undefined) query.andWhere('citation.cochrane = :cochrane', { cochrane });
  if (retraction !== undefined) query.andWhere('citation.retraction = :retraction', { retraction });
  for (const [at, word] of words.entries())
    query.andWhere(`${SEARCHED} LIKE :word${at}`, { [`word${at}`]: `%${word.replace(/[\\%_]/g, '\\$&')}%` });
  const total = await query.getCount();
  if (after)
    query.andWhere(
      new Brackets((place) =>
        place
          .where('coalesce(citation.year, 0) < :year', { year: after.year })
          .orWhere('coalesce(citation.year, 0) = :year AND citation.id > :id', after),
      ),
    );
  const found = await query
    .addSelect('coalesce(citation.year, 0)', 'known_year')
    .orderBy('known_year', 'DESC')
    .addOrderBy('citation.id')
    .limit(limit + 1)
    .getMany();
  return { total, found };
}

/** Codes of the approaches that cite a work. */
export async function approachesCiting(manager: EntityManager, citationId: string): Promise<string[]> {
  const rows: { code: string }[] = await manager.query(
    'SELECT approach_code AS code FROM approach_citation WHERE citation_id = $1 ORDER BY 1',
    [citationId],
  );
  return rows.map(({ code }) => code);
}
