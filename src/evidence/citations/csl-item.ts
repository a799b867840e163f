import type { AuthorName, CitationRecord } from '../../core/evidence/citation-record.js';

/** A name in CSL-JSON. */
export interface CslName {
  family?: string;
  given?: string;
  suffix?: string;
  'non-dropping-particle'?: string;
  literal?: string;
}

/** A work in CSL-JSON 1.0.2, with the fields that the registry uses. */
export interface CslItem {
  id: string;
  type: 'article-journal' | 'document';
  title?: string;
  author?: CslName[];
  'container-title'?: string;
  issued?: { 'date-parts': [[number]] };
  volume?: string;
  issue?: string;
  page?: string;
  DOI?: string;
  PMID?: string;
  URL?: string;
}

/** A citation in CSL-JSON; unknown fields are left out. */
export function cslItemOf(id: string, record: CitationRecord): CslItem {
  const { title, authors, journal, year, volume, issue, pages, doi, pmid, url } = record;
  return {
    id,
    type: journal === null ? 'document' : 'article-journal',
    ...(title !== null && { title }),
    ...(authors !== null && { author: authors.map(cslNameOf) }),
    ...(journal !== null && { 'container-title': journal }),
    ...(year !== null && { issued: { 'date-parts': [[year]] } }),
    ...(volume !== null && { volume }),
    ...(issue !== null && { issue }),
    ...(pages !== null && { page: pages }),
    ...(doi !== null && { DOI: doi }),
    ...(pmid !== null && { PMID: pmid }),
    ...(url !== null && { URL: url }),
  };
}

function cslNameOf({ particle, ...name }: AuthorName): CslName {
  return { ...name, ...(particle !== undefined && { 'non-dropping-particle': particle }) };
}
