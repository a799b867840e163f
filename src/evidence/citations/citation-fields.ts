import {
  identifierContradiction,
  readCochraneNumber,
  readDoi,
  readPmid,
} from '../../core/evidence/citation-identifiers.js';
import { type AuthorName, identifierOf, withCochraneOfDoi } from '../../core/evidence/citation-record.js';
import { type FieldError, Problem } from '../../http/problem.js';
import type { AuthorRequest, CitationChangeRequest } from './citation-request.dto.js';
import type { CitationFields } from './citation-store.js';

const READERS = { doi: readDoi, pmid: readPmid, cochrane: readCochraneNumber } as const;
type IdentifierKind = keyof typeof READERS;
const KINDS = Object.keys(READERS) as IdentifierKind[];

/** The fields of a request, with identifiers in standard form; throws a 400 problem with everything that is wrong. */
export function fieldsOfRequest(request: CitationChangeRequest): Partial<CitationFields> {
  const errors: FieldError[] = [];
  const { authors, ...fields } = request;
  const named = { ...fields };
  for (const kind of KINDS) {
    const given = named[kind];
    if (given === undefined || given === null) continue;
    const { value, flaw } = READERS[kind](given);
    if (value === undefined) errors.push({ pointer: `/${kind}`, message: flaw });
    else named[kind] = value;
  }
  const names = authors && authors.map((author, at) => nameOf(author, at, errors));
  if (errors.length > 0) throw Problem.badRequest(errors);
  return {
    ...(Object.fromEntries(
      Object.entries(named).filter(([, value]) => value !== undefined),
    ) as Partial<CitationFields>),
    ...(names !== undefined && { authors: names }),
  };
}

/** An identifier of a query in standard form; throws a 400 problem that names the parameter. */
export function identifierOfQuery(kind: IdentifierKind, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const { value, flaw } = READERS[kind](given);
  if (value === undefined) throw Problem.badRequest([{ parameter: kind, message: flaw }]);
  return value;
}

/**
 * Fields that are consistent, with the Cochrane number that the DOI contains; throws a 422 problem if they contradict
 * one another, or if `needsIdentifier` and there is none.
 */
export function refuseImpossible<Fields extends CitationFields>(
  fields: Fields,
  needsIdentifier: boolean,
): Fields {
  if (needsIdentifier && identifierOf(fields) === '')
    throw Problem.unprocessable([
      {
        pointer: '',
        message: 'needs a DOI, a PubMed number or a Cochrane number: give doi, pmid or cochrane',
      },
    ]);
  const flaw = identifierContradiction(fields);
  if (flaw !== undefined) throw Problem.unprocessable([{ pointer: '/cochrane', message: flaw }]);
  return withCochraneOfDoi(fields);
}

/** The identifier in a request that causes a conflict, as a pointer into its body. */
export function identifierPointer(request: CitationChangeRequest): string {
  const kind = KINDS.find((one) => request[one] !== undefined && request[one] !== null);
  return kind === undefined ? '' : `/${kind}`;
}

function nameOf(
  { family, given, suffix, particle, literal }: AuthorRequest,
  at: number,
  errors: FieldError[],
): AuthorName {
  if (literal !== undefined) {
    if ([family, given, suffix, particle].some((part) => part !== undefined))
      errors.push({
        pointer: `/authors/${at}/literal`,
        message: 'replaces all other parts of a name; omit them, or omit it',
      });
    return { literal };
  }
  if (family === undefined)
    errors.push({ pointer: `/authors/${at}`, message: 'needs family, or literal for a group' });
  return {
    ...(family !== undefined && { family }),
    ...(given !== undefined && { given }),
    ...(suffix !== undefined && { suffix }),
    ...(particle !== undefined && { particle }),
  };
}
