import type { EntityManager } from 'typeorm';
import { v5 as uuidV5 } from 'uuid';
import { recordAudit } from '../database/audit-trail.js';
import { takeWriterLock } from '../database/writer-lock.js';
import { Change } from '../directory/change.entity.js';
import { Approach } from './approach.entity.js';
import { Citation } from './citations/citation.entity.js';
import { Rating } from './ratings/rating.entity.js';
import type { ApproachEntry, CitationEntry, RatingEntry, RegistryFiles } from './registry-files.js';
import { readRegistryFiles } from './registry-files.js';
import { KnownRegistry } from './known-registry.js';

/** Namespace of the registry's ids: the same approach, rating or work has the same id in every installation. */
const NAMESPACE = '2b7f6a54-6d1e-5c39-8a0e-3f4b9d2c7a61';

/** Who adds what the files have and the database lacks. */
const FILES = { name: 'the registry files' };

/** Numbers of rows written; all zero if the database lacked nothing. */
export interface SeedResult {
  approaches: number;
  ratings: number;
  citations: number;
  /** Approaches that were there, and got a citation or a caution. */
  completed: number;
}

/**
 * Adds the approaches, cautions, citations and draft ratings of the registry's files that the database lacks; all of
 * them if it has no approach yet. Nothing that is there is changed or replaced. Runs in the caller's transaction, in one
 * process at a time; a `SeedFileError` or a failed write leaves nothing behind.
 *
 * @param options.folder of other files than the project's
 * @param options.onBegin called before the first load of an empty database
 */
export async function seedRegistry(
  manager: EntityManager,
  { folder, onBegin }: { readonly folder?: string; readonly onBegin?: () => void } = {},
): Promise<SeedResult> {
  const files = readRegistryFiles(folder);
  await takeWriterLock(manager);
  const works = citationsOf(files.approaches.flatMap(({ citations }) => citations));
  const known = await KnownRegistry.read(manager, works);
  if (known.isEmpty) onBegin?.();

  const citations = works.filter((work) => known.idOf(work) === undefined);
  const approaches = files.approaches.filter(({ code }) => !known.hasApproach(code));
  const ratings = ratingsOf(files).filter((rating) => !known.hasRating(rating));
  const idByKey = new Map(works.map((work) => [work.key, known.idOf(work) ?? work.id]));
  const links = files.approaches.flatMap(({ code, citations: cited }) =>
    [...new Set(cited.map((entry) => idByKey.get(citationKey(entry))!))]
      .filter((citation) => !known.cites(code, citation))
      .map((citation) => ({ code, citation })),
  );

  await manager.insert(Approach, approaches.map(rowOf));
  await manager.insert(Citation, citations);
  await manager.query(
    'INSERT INTO approach_citation (approach_code, citation_id) SELECT * FROM unnest($1::text[], $2::uuid[])',
    [links.map(({ code }) => code), links.map(({ citation }) => citation)],
  );
  await manager.insert(Rating, ratings);
  const completed = await completeApproaches(manager, files.approaches, known, links);
  await manager.insert(Change, [
    ...citations.map(({ id }) => created('citation', id)),
    ...approaches.map(({ code }) => created('approach', code)),
    ...completed.map(({ code, version }) => ({
      entity: 'approach' as const,
      entityId: code,
      kind: 'changed' as const,
      version,
    })),
    ...ratings.map(({ id }) => created('rating', id)),
  ]);
  if (!known.isEmpty) await auditAdditions(manager, { citations, approaches, ratings });
  return {
    approaches: approaches.length,
    ratings: ratings.length,
    citations: citations.length,
    completed: completed.length,
  };
}

/** Gives approaches that were there the cautions that they lack, and a new version if they got one or a citation. */
async function completeApproaches(
  manager: EntityManager,
  entries: readonly ApproachEntry[],
  known: KnownRegistry,
  links: readonly { readonly code: string; readonly citation: string }[],
): Promise<{ code: string; version: number }[]> {
  const completed: { code: string; version: number }[] = [];
  for (const { code, cautions } of entries) {
    const before = known.cautionsOf(code);
    if (!before) continue;
    const citations = links.flatMap((link) => (link.code === code ? [link.citation] : []));
    const lacking = cautions.filter((caution) => !before.includes(caution));
    if (citations.length === 0 && lacking.length === 0) continue;
    const after = [...before, ...lacking];
    await manager.update(Approach, { code }, { cautions: after });
    const { version } = await manager.findOneByOrFail(Approach, { code });
    completed.push({ code, version });
    await recordAudit(manager, {
      actor: FILES,
      action: 'approach.complete',
      entity: 'approach',
      entityId: code,
      before: lacking.length > 0 ? { cautions: before } : {},
      after: { ...(lacking.length > 0 && { cautions: after }), ...(citations.length > 0 && { citations }) },
    });
  }
  return completed;
}

async function auditAdditions(
  manager: EntityManager,
  {
    citations,
    approaches,
    ratings,
  }: {
    readonly citations: ReturnType<typeof citationsOf>;
    readonly approaches: readonly ApproachEntry[];
    readonly ratings: ReturnType<typeof ratingsOf>;
  },
): Promise<void> {
  const rows = [
    ...citations.map(({ id, key: _key, ...after }) => ['citation', id, after] as const),
    ...approaches.map(({ code, ratings: _r, citations: _c, ...after }) => ['approach', code, after] as const),
    ...ratings.map(({ id, publicSince: _since, ...after }) => ['rating', id, after] as const),
  ];
  for (const [entity, entityId, after] of rows)
    await recordAudit(manager, { actor: FILES, action: `${entity}.create`, entity, entityId, after });
}

function rowOf(entry: ApproachEntry) {
  const { code, name, kind, conditions, population, description, listing, scope, cautions } = entry;
  const id = uuidV5(`approach:${code}`, NAMESPACE);
  return { id, code, name, kind, conditions, population, description, listing, scope, cautions };
}

function ratingsOf({ terms, approaches }: RegistryFiles) {
  // A draft from the files is public as a draft, and is never edited in place.
  const publicSince = new Date();
  return approaches.flatMap((approach) =>
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
}

/** An approach is identified by its code, as in its address. */
function created(entity: 'approach' | 'rating' | 'citation', entityId: string) {
  return { entity, entityId, kind: 'created' as const, version: 1 };
}

function ratingId(approach: string, { condition, outcome, comparator }: RatingEntry): string {
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
