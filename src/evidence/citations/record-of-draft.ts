import { decodeHTML } from 'entities/decode';
import {
  identifierContradiction,
  type IdentifierReading,
  readCochraneNumber,
  readDoi,
  readPmid,
} from '../../core/evidence/citation-identifiers.js';
import {
  type AuthorName,
  type CitationRecord,
  LONGEST,
  LONGEST_AUTHOR_NAME,
  MOST_AUTHORS,
  NOTHING_KNOWN,
  withCochraneOfDoi,
  YEARS,
} from '../../core/evidence/citation-record.js';
import { doiOfAddress, pmidNamedIn } from '../../core/evidence/identifiers-in-text.js';
import { flawOfText } from '../../http/pipeline/body-guard.js';
import type { ReadRecord } from './read-record.js';

/** The content of a record in any format before it is checked; `undefined` and blank are not known. */
export type RecordDraft = {
  readonly [Field in Exclude<keyof CitationRecord, 'authors' | 'year'>]?: string | undefined;
} & {
  readonly authors?: readonly AuthorName[] | undefined;
  readonly year?: number | undefined;
  /** A note for the importer about the record. */
  readonly remark?: string | undefined;
};

const IDENTIFIERS = { doi: readDoi, pmid: readPmid, cochrane: readCochraneNumber } as const;
const TEXTS = Object.keys(LONGEST).filter((field) => !(field in IDENTIFIERS)) as Exclude<
  keyof typeof LONGEST,
  keyof typeof IDENTIFIERS
>[];

/** A record in the form that the registry accepts, or the first error, which names its field. */
export function recordOfDraft(draft: RecordDraft): ReadRecord {
  const record: { -readonly [Field in keyof CitationRecord]: CitationRecord[Field] } = { ...NOTHING_KNOWN };
  for (const [field, read] of Object.entries(IDENTIFIERS)) {
    const given = bare(draft[field as keyof typeof IDENTIFIERS]);
    if (given === null) continue;
    const { value, flaw }: IdentifierReading = read(given);
    if (value === undefined) return { flaw: `${field}: ${flaw}` };
    record[field as keyof typeof IDENTIFIERS] = value;
  }
  for (const field of TEXTS) {
    const given = bare(field === 'url' ? draft[field] : decoded(draft[field]));
    if (given === null) continue;
    const flaw = flawOfText(given) ?? tooLong(given, LONGEST[field]);
    if (flaw !== undefined) return { flaw: `${field}: ${flaw}` };
    record[field] = given;
  }
  const authors = (draft.authors ?? []).map(decodedName);
  const flaw = flawOfAuthors(authors) ?? contradictionIn(record);
  if (flaw !== undefined) return { flaw };
  if (authors.length > 0) record.authors = authors;
  if (draft.year !== undefined) {
    if (draft.year < YEARS.min || draft.year > YEARS.max)
      return { flaw: `year: is ${draft.year}; it must be from ${YEARS.min} to ${YEARS.max}` };
    record.year = draft.year;
  }
  if (record.url !== null) readAddress(record);
  return {
    record: withCochraneOfDoi(record),
    ...(draft.remark !== undefined && { remark: draft.remark }),
  };
}

/** The year of a date in any notation: `2017 Apr 26`, `2017/04/26/`, `[2017]`. */
export function yearIn(date: string): number | undefined {
  const [year] = /(?<![0-9])(?:1[89]|2[01])[0-9]{2}(?![0-9])/.exec(date) ?? [];
  return year === undefined ? undefined : Number(year);
}

/**
 * The identifiers that an address has in it. The page of a resolver or of PubMed adds nothing to them; only HTTP
 * addresses are accepted.
 */
function readAddress(record: { url: string | null; doi: string | null; pmid: string | null }): void {
  const url = record.url ?? '';
  const doi = doiOfAddress(url) ?? null;
  const pmid = pmidNamedIn(url) ?? null;
  record.doi ??= doi;
  record.pmid ??= pmid;
  const isResolver = doi !== null && /^https?:\/\/(?:(?:dx|www)\.)?doi\.org\//i.test(url);
  if (isResolver || pmid !== null || !/^https?:\/\/\S+$/i.test(url)) record.url = null;
}

/** Crossref and others send `&amp;` for `&`: entities are decoded, once. */
function decoded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : decodeHTML(text);
}

function decodedName(name: AuthorName): AuthorName {
  return Object.fromEntries(Object.entries(name).map(([part, text]) => [part, decoded(text as string)]));
}

function bare(text: string | undefined): string | null {
  const trimmed = text?.replace(/\s+/g, ' ').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function tooLong(text: string, longest: number): string | undefined {
  return Array.from(text).length > longest ? `is longer than ${longest} characters; shorten it` : undefined;
}

function flawOfAuthors(authors: readonly AuthorName[]): string | undefined {
  if (authors.length > MOST_AUTHORS) return `authors: are more than ${MOST_AUTHORS}; leave some out`;
  for (const part of authors.flatMap((name) => Object.values(name) as string[])) {
    const flaw = flawOfText(part) ?? tooLong(part, LONGEST_AUTHOR_NAME);
    if (flaw !== undefined) return `authors: a name ${flaw}`;
  }
  return undefined;
}

function contradictionIn(record: CitationRecord): string | undefined {
  const flaw = identifierContradiction(record);
  return flaw === undefined ? undefined : `cochrane: ${flaw}`;
}
