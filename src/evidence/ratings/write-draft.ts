import { type EntityManager, In } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { nextEdition, type Refusal } from '../../core/curation/decide-on-rating.js';
import type { OriginalGrade } from '../../core/curation/rating-version.js';
import { type DroppedField, droppedFields } from '../../core/curation/version-difference.js';
import { recordAudit } from '../../database/audit-trail.js';
import { Problem } from '../../http/problem.js';
import { Approach } from '../approach.entity.js';
import { Citation } from '../citations/citation.entity.js';
import type { DeskAct } from '../desk-act.js';
import { draftFrom, fill, newDraft } from './new-draft.js';
import { Rating } from './rating.entity.js';
import type { NewRatingRequest, RatingContentRequest, RatingVersionRequest } from './rating-request.dto.js';
import { saveRating } from './rating-steps.js';
import { contentOf, toVersion, versionsOf } from './rating-versions.js';

/** A draft that was written, and what the version it was made from said and it does not. */
export interface Draft {
  readonly rating: Rating;
  readonly drops: readonly DroppedField[];
}

/** Drafts a rating of a subject that has no rating yet; a 409 problem if it has one. */
export async function draftNewRating(
  act: DeskAct,
  request: NewRatingRequest,
  originalGrade: OriginalGrade | null = null,
): Promise<Draft> {
  const { manager } = act;
  const { approach: code, condition, outcome, comparator } = request;
  const approach = await manager.findOne(Approach, { where: { code }, relations: { citations: true } });
  if (!approach)
    throw Problem.unprocessable([
      { pointer: '/approach', message: `the registry has no approach ${code}; see GET /v1/approaches` },
    ]);
  const known = await manager.findOneBy(Rating, { approachCode: code, condition, outcome, comparator });
  if (known)
    throw new Problem(
      'conflict',
      `There is already a rating of this (${known.id}): draft a new version of it at POST ` +
        `/v1/ratings/${known.id}/versions.`,
    );
  const id = uuidV4();
  const claim = { id, claimId: id, edition: 1, approachCode: code, condition, outcome, comparator };
  const rating = newDraft(claim, approach);
  rating.originalGrade = originalGrade;
  await writeDraft(act, rating, request, 'rating.create');
  return { rating, drops: [] };
}

/** Drafts the next version: a copy of the given one with the changes of the request, which merge the reasons. */
export async function draftNextVersion(
  act: DeskAct,
  id: string,
  request: RatingVersionRequest,
): Promise<Draft> {
  return draftFollowing(act, id, (from, edition) => draftFrom(from, edition, request));
}

/** Drafts the next version by a grade of another scheme. Its reasons replace those of the grade before. */
export async function draftRegraded(
  act: DeskAct,
  id: string,
  { reasons, ...request }: Omit<RatingVersionRequest, 'reasons'> & Pick<RatingContentRequest, 'reasons'>,
  originalGrade: OriginalGrade,
): Promise<Draft> {
  return draftFollowing(act, id, (from, edition) => {
    const { rating, content } = draftFrom(from, edition, request);
    rating.originalGrade = originalGrade;
    return { rating, content: { ...content, reasons } };
  });
}

async function draftFollowing(
  act: DeskAct,
  id: string,
  draft: (from: Rating, edition: number) => ReturnType<typeof draftFrom>,
): Promise<Draft> {
  const { rating: from, versions } = await existingVersion(act.manager, id);
  const next = nextEdition(versions.map(toVersion));
  if ('refused' in next) throw refusalProblem(next.refused);
  const { rating, content } = draft(from, next.edition);
  await writeDraft(act, rating, content, 'rating.version');
  return { rating, drops: droppedFields(contentOf(from), contentOf(rating)) };
}

/** Stores the content of a draft, its authors, and the entry of the audit trail. */
export async function writeDraft(
  { manager, actor, requestId }: DeskAct,
  rating: Rating,
  request: RatingContentRequest,
  action: 'rating.create' | 'rating.version' | 'rating.edit',
): Promise<void> {
  const before = action === 'rating.edit' ? toVersion(rating).content : undefined;
  const { comparatorApproach } = request;
  if (comparatorApproach !== undefined && !(await manager.existsBy(Approach, { code: comparatorApproach })))
    throw Problem.unprocessable([
      { pointer: '/comparatorApproach', message: `the registry has no approach ${comparatorApproach}` },
    ]);
  const citations = await citedWorks(manager, request.citations ?? []);
  fill(rating, request);
  if (!rating.authors.includes(actor.id)) {
    rating.authors = [...rating.authors, actor.id];
    rating.authorNames = [...rating.authorNames, actor.name];
  }
  await saveRating(manager, rating);
  await manager.query('DELETE FROM rating_citation WHERE rating_id = $1', [rating.id]);
  await manager.query('INSERT INTO rating_citation SELECT $1, * FROM unnest($2::uuid[])', [
    rating.id,
    citations.map(({ id }) => id),
  ]);
  rating.citations = citations;
  await recordAudit(manager, {
    actor,
    action,
    entity: 'rating',
    entityId: rating.id,
    before,
    after: toVersion(rating).content,
    why: rating.changeNote ?? undefined,
    requestId,
  });
}

/** A version with all versions of the same rating, including itself; a 404 problem if there is none. */
export async function existingVersion(
  manager: EntityManager,
  id: string,
): Promise<{ rating: Rating; versions: Rating[] }> {
  const versions = await versionsOf(manager, id);
  const rating = versions.find((one) => one.id === id);
  if (!rating) throw Problem.notFound('rating', id);
  return { rating, versions };
}

/** A refusal of the core as a problem: 403, 409, or 422 with every missing field. */
export function refusalProblem({ kind, reason, missing = [] }: Refusal): Problem {
  if (kind === 'incomplete') return Problem.unprocessable(missing);
  return new Problem(kind, reason);
}

async function citedWorks(manager: EntityManager, ids: readonly string[]): Promise<Citation[]> {
  const works = await manager.findBy(Citation, { id: In([...ids]) });
  const unknown = ids.flatMap((id, at) =>
    works.some((work) => work.id === id.toLowerCase()) ? [] : [{ id, at }],
  );
  if (unknown.length > 0)
    throw Problem.unprocessable(
      unknown.map(({ id, at }) => ({
        pointer: `/citations/${at}`,
        message: `there is no citation ${id}; add it at POST /v1/citations`,
      })),
    );
  return works;
}
