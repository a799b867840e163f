import { type EntityManager } from 'typeorm';
import type { CitedWork, RatingContent, RatingVersion } from '../../core/curation/rating-version.js';
import { isStanding } from '../../core/curation/rating-version.js';
import type { Citation } from '../citations/citation.entity.js';
import { Rating } from './rating.entity.js';

/**
 * All versions of the rating that this is a version of, by edition, with works and approach; empty if there is none.
 */
export async function versionsOf(manager: EntityManager, id: string): Promise<Rating[]> {
  const rating = await manager.findOneBy(Rating, { id });
  if (!rating) return [];
  return manager.find(Rating, {
    where: { claimId: rating.claimId },
    relations: { citations: true, approach: { citations: true } },
    order: { edition: 'ASC' },
  });
}

/** Converts a version for the rules of its lifecycle. */
export function toVersion(rating: Rating): RatingVersion {
  return {
    id: rating.id,
    edition: rating.edition,
    status: rating.status,
    isPublic: rating.publicSince !== null,
    authors: rating.authors,
    content: contentOf(rating),
  };
}

export function contentOf(rating: Rating): RatingContent {
  return {
    outcomeGroup: rating.outcomeGroup,
    comparatorType: rating.comparatorType,
    comparatorApproach: rating.comparatorApproach,
    population: rating.population,
    certainty: rating.certainty,
    direction: rating.direction,
    certaintySource: rating.certaintySource,
    certaintyReasons: rating.certaintyReasons,
    effect: rating.effect,
    effectVerified: rating.effectVerified,
    studyConflicts: rating.studyConflicts,
    note: rating.note,
    originalGrade: rating.originalGrade,
    citations: worksOf(rating)
      .map(({ id }) => id)
      .sort(),
    changeNote: rating.changeNote,
  };
}

/** The works a rating is based on: its own, or for ratings of the registry's files those of its approach. */
export function worksOf(rating: Rating): Citation[] {
  return rating.authors.length > 0 ? rating.citations : rating.approach.citations;
}

/** A DOI that was not seen in a source, only remembered, does not identify a work yet. */
export function toCitedWork(citation: Citation): CitedWork {
  const { id, doi, doiSeen, pmid, cochrane, year, design, retraction } = citation;
  const isIdentified = (doi !== null && doiSeen) || pmid !== null || cochrane !== null;
  return { id, isIdentified, year, design, retraction };
}

/** Whether this version is public and counts in the ranking. */
export function isPublished({ publicSince, status }: Pick<Rating, 'publicSince' | 'status'>): boolean {
  return isStanding({ isPublic: publicSince !== null, status });
}
