import type { EntityManager } from 'typeorm';
import { v5 as uuidV5 } from 'uuid';
import { takeWriterLock } from '../database/writer-lock.js';
import { Change } from '../directory/change.entity.js';
import { Approach } from './approach.entity.js';
import { Citation } from './citations/citation.entity.js';
import { Rating } from './ratings/rating.entity.js';
import { type CitationEntry, readRegistryFiles } from './registry-files.js';

/** Namespace of the registry's ids: the same approach, rating or work has the same id in every installation. */
const NAMESPACE = '2b7f6a54-6d1e-5c39-8a0e-3f4b9d2c7a61';

/** Numbers of rows written; all zero if the registry was already loaded. */
export interface SeedResult {
  approaches: number;
  ratings: number;
  citations: number;
}

/**
 * Loads the registry's files into the database if it has no approach yet. Runs in the caller's transaction, in one
 * process at a time; a `SeedFileError` or a failed write leaves nothing behind.
 *
 * @param options.onBegin called if there is something to load, before it is read
 */
export async function seedRegistry(
  manager: EntityManager,
  { onBegin }: { readonly onBegin?: () => void } = {},
): Promise<SeedResult> {
  await takeWriterLock(manager);
  if ((await manager.count(Approach)) > 0) return { approaches: 0, ratings: 0, citations: 0 };

  onBegin?.();
  const { terms, approaches } = readRegistryFiles();
  const citations = citationsOf(approaches.flatMap((approach) => approach.citations));
  // A draft from the files is public as a draft, and is never edited in place.
  const publicSince = new Date();
  const ratings = approaches.flatMap((approach) =>
    approach.ratings.map((entry) => ({
      id: ratingId(approach.code, entry),
      claimId: ratingId(approach.code, entry),
      edition: 1,
      publicSince,
      authors: [],
      authorNames: [],
      approachCode: approach.code,
      condition: entry.condition,
      outcome: entry.outcome,
      outcomeGroup: entry.outcomeGroup,
      comparator: entry.comparator,
      comparatorType: entry.comparatorType,
      comparatorApproach: entry.comparatorApproach ?? null,
      certainty: entry.certainty,
      direction: entry.direction,
      certaintySource: entry.certaintySource,
      certaintyReasons: entry.certaintyReasons ?? null,
      effect: entry.effect ?? null,
      effectVerified: entry.effectVerified,
      note: entry.note ?? null,
      status: entry.status,
      reviewer: terms.reviewer,
      reviewedOn: terms.reviewedOn,
      conflictOfInterest: terms.conflictOfInterest,
      draftedOn: entry.addedOn ?? terms.draftedOn,
      nextReviewOn: entry.nextReviewOn ?? terms.nextReviewOn,
    })),
  );
  const links = approaches.flatMap(({ code, citations: cited }) =>
    [...new Set(cited.map(citationKey))].map((key) => ({ code, citation: citationId(key) })),
  );

  await manager.insert(
    Approach,
    approaches.map(({ code, name, kind, conditions, population, description, listing, scope, cautions }) => ({
      id: uuidV5(`approach:${code}`, NAMESPACE),
      code,
      name,
      kind,
      conditions,
      population,
      description,
      listing,
      scope,
      cautions,
    })),
  );
  await manager.insert(Citation, citations);
  await manager.query(
    'INSERT INTO approach_citation (approach_code, citation_id) SELECT * FROM unnest($1::text[], $2::uuid[])',
    [links.map(({ code }) => code), links.map(({ citation }) => citation)],
  );
  await manager.insert(Rating, ratings);
  await manager.insert(Change, [
    ...citations.map(({ id }) => created('citation', id)),
    ...approaches.map(({ code }) => created('approach', code)),
    ...ratings.map(({ id }) => created('rating', id)),
  ]);
  return { approaches: approaches.length, ratings: ratings.length, citations: citations.length };
}

/** An approach is identified by its code, as in its address. */
function created(entity: 'approach' | 'rating' | 'citation', entityId: string) {
  return { entity, entityId, kind: 'created' as const, version: 1 };
}

function ratingId(
  approach: string,
  { condition, outcome, comparator }: { condition: string; outcome: string; comparator: string },
): string {
  return uuidV5(`rating:${JSON.stringify([approach, condition, outcome, comparator])}`, NAMESPACE);
}

/** One key per work: its DOI in lower case, else its PMID, else its Cochrane number, else its text. */
export function citationKey({ doi, pmid, cochrane, text }: CitationEntry): string {
  if (doi !== undefined) return `doi:${doi.toLowerCase()}`;
  if (pmid !== undefined) return `pmid:${pmid}`;
  if (cochrane !== undefined) return `cochrane:${cochrane}`;
  return `text:${text.trim().replace(/\s+/g, ' ')}`;
}

function citationId(key: string): string {
  return uuidV5(`citation:${key}`, NAMESPACE);
}

/**
 * The works behind all entries. Approaches cite the same work with more or less detail: the fullest text and design are
 * used, identifiers complete one another, and all notes and places of verification are kept.
 */
export function citationsOf(entries: readonly CitationEntry[]) {
  const byKey = new Map<string, CitationEntry[]>();
  for (const entry of entries) {
    const key = citationKey(entry);
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return [...byKey].map(([key, same]) => ({
    id: citationId(key),
    key,
    text: longest(same.map(({ text }) => text)),
    year: same[0]!.year,
    design: longest(same.map(({ design }) => design)),
    doi: firstGiven(same.map(({ doi }) => doi)),
    doiSeen: same.some(({ doiSeen }) => doiSeen),
    pmid: firstGiven(same.map(({ pmid }) => pmid)),
    cochrane: firstGiven(same.map(({ cochrane }) => cochrane)),
    verifiedAt: joined(same.map(({ verifiedAt }) => verifiedAt)),
    note: joined(same.map(({ note }) => note)),
  }));
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best));
}

function firstGiven(values: readonly (string | undefined)[]): string | null {
  return values.find((value) => value !== undefined) ?? null;
}

function joined(texts: readonly (string | null | undefined)[]): string | null {
  const given = [...new Set(texts.filter((text) => text != null))];
  return given.length === 0 ? null : given.join('; ');
}
