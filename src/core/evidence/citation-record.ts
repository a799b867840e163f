import { type CitationIdentifiers, cochraneOfDoi } from './citation-identifiers.js';

export const RETRACTIONS = ['none', 'concern', 'retracted'] as const;
export type Retraction = (typeof RETRACTIONS)[number];

/** A name as in CSL: the parts of a person's name, or one text for a group (`literal`). */
export interface AuthorName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  /** Such as "van der". */
  readonly particle?: string;
  readonly literal?: string;
}

/** What is known of a work, field by field; `null` is not known. */
export interface CitationRecord extends CitationIdentifiers {
  readonly title: string | null;
  readonly authors: readonly AuthorName[] | null;
  readonly journal: string | null;
  readonly year: number | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly pages: string | null;
  readonly url: string | null;
  readonly design: string | null;
  readonly population: string | null;
  readonly funding: string | null;
  readonly conflictOfInterest: string | null;
}

/** The longest text of each field, in characters. */
export const LONGEST: Readonly<Record<Exclude<keyof CitationRecord, 'authors' | 'year'>, number>> = {
  title: 1000,
  journal: 500,
  volume: 60,
  issue: 60,
  pages: 120,
  url: 2000,
  design: 500,
  population: 1000,
  funding: 4000,
  conflictOfInterest: 8000,
  doi: 300,
  pmid: 9,
  cochrane: 8,
};
export const MOST_AUTHORS = 3000;
export const LONGEST_AUTHOR_NAME = 500;
export const YEARS = { min: 1800, max: 2200 } as const;

export const NOTHING_KNOWN: CitationRecord = {
  title: null,
  authors: null,
  journal: null,
  year: null,
  volume: null,
  issue: null,
  pages: null,
  url: null,
  design: null,
  population: null,
  funding: null,
  conflictOfInterest: null,
  doi: null,
  pmid: null,
  cochrane: null,
};
export const RECORD_FIELDS = Object.keys(NOTHING_KNOWN) as (keyof CitationRecord)[];

/** The Cochrane number too, if the DOI contains it. */
export function withCochraneOfDoi<Known extends CitationIdentifiers>(record: Known): Known {
  const ofDoi = record.doi === null ? undefined : cochraneOfDoi(record.doi);
  return record.cochrane === null && ofDoi !== undefined ? { ...record, cochrane: ofDoi } : record;
}

/** The fields that a second record adds to a known one: those that were unknown. Nothing is ever overwritten. */
export function completion(known: CitationRecord, more: CitationRecord): Partial<CitationRecord> {
  return Object.fromEntries(
    RECORD_FIELDS.filter((field) => known[field] === null && more[field] !== null).map((field) => [
      field,
      more[field],
    ]),
  );
}

/** `Sordo, Luis`; a group by its name. */
export function nameInWords({ family, given, suffix, particle, literal }: AuthorName): string {
  if (literal !== undefined) return literal;
  const last = [particle, family].filter((part) => part !== undefined).join(' ');
  return [last, given, suffix].filter((part) => part !== undefined && part !== '').join(', ');
}

/** One line for a work that has no text of its own yet: `Sordo L et al. Mortality risk. BMJ 2017;357:j1550`. */
export function citationLine(record: CitationRecord): string {
  const { authors, title, journal, year, volume, issue, pages } = record;
  const [first, ...others] = authors ?? [];
  const names = first && `${shortName(first)}${others.length > 0 ? ' et al' : ''}`;
  const numbers = `${volume ?? ''}${issue === null ? '' : `(${issue})`}${pages === null ? '' : `:${pages}`}`;
  const date = [year, numbers].filter((part) => part !== null && part !== '').join(';');
  const place = [journal, date].filter((part) => part !== null && part !== '').join(' ');
  const line = [names, title, place]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .map((part) => String(part).replace(/\.$/, ''))
    .join('. ');
  return line === '' ? identifierOf(record) : line;
}

/** The strongest identifier in words; empty if there is none. */
export function identifierOf({ doi, pmid, cochrane }: CitationIdentifiers): string {
  return doi !== null ? `doi:${doi}` : pmid !== null ? `PMID ${pmid}` : (cochrane ?? '');
}

function shortName({ family, given, particle, literal }: AuthorName): string {
  if (literal !== undefined) return literal;
  const initials = (given ?? '')
    .split(/[\s.-]+/)
    .map((name) => name.charAt(0).toUpperCase())
    .join('');
  // Initials written without spaces, such as "RP", are kept.
  const kept = given !== undefined && /^[A-Z]{2,3}$/.test(given) ? given : initials;
  return [particle, family, kept].filter((part) => part !== undefined && part !== '').join(' ');
}
