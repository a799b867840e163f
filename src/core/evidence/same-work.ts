import type { CitationIdentifiers } from './citation-identifiers.js';

/** The fields by which works are distinguished. */
export interface KnownWork extends CitationIdentifiers {
  readonly id: string;
  readonly year: number | null;
}

/** The known work that a record describes; none; or why that is undecided, with the ids in question. */
export type Match<Known extends KnownWork> =
  | { readonly known: Known; readonly flaw?: undefined }
  | { readonly known: undefined; readonly flaw?: undefined }
  | { readonly known?: undefined; readonly flaw: string; readonly ids: readonly string[] };

/**
 * Finds the known work that a record describes. A DOI or a PubMed number identifies one work. A Cochrane number
 * identifies a review, whose versions differ in DOI, PubMed number and year: it decides only if none of these
 * contradicts it. Identifiers must be in their standard form.
 */
export function matchWork<Known extends KnownWork>(
  record: Omit<KnownWork, 'id'>,
  known: readonly Known[],
): Match<Known> {
  const named = known.filter((one) => agree(one.doi, record.doi) || agree(one.pmid, record.pmid));
  if (named.length > 1) {
    const ids = named.map(({ id }) => id);
    return { flaw: `has identifiers of different citations, ${ids.join(' and ')}; correct one of them`, ids };
  }
  const [one] = named;
  if (one) {
    const differing = (['doi', 'pmid', 'cochrane'] as const).find((kind) => differ(one[kind], record[kind]));
    if (differing === undefined) return { known: one };
    return {
      flaw: `is citation ${one.id} by one identifier, but that has the ${NAME[differing]} ${one[differing]}, not ${record[differing]}; correct one of them`,
      ids: [one.id],
    };
  }
  const versions = known.filter(
    (other) =>
      agree(other.cochrane, record.cochrane) &&
      !differ(other.doi, record.doi) &&
      !differ(other.pmid, record.pmid) &&
      !differ(other.year, record.year),
  );
  const [version] = versions;
  if (!version) return { known: undefined };
  if (versions.length === 1) return { known: version };
  const ids = versions.map(({ id }) => id);
  return {
    flaw: `is a Cochrane review with several known versions, ${ids.join(' and ')}; give the DOI or the PMID of the right one`,
    ids,
  };
}

const NAME = { doi: 'DOI', pmid: 'PMID', cochrane: 'Cochrane number' } as const;

function agree(a: string | null, b: string | null): boolean {
  return a !== null && a.toLowerCase() === b?.toLowerCase();
}

function differ(a: string | number | null, b: string | number | null): boolean {
  return a !== null && b !== null && String(a).toLowerCase() !== String(b).toLowerCase();
}
