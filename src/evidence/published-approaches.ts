import { type EntityManager, In } from 'typeorm';
import { ApproachResponse } from './approach.dto.js';
import { Approach } from './approach.entity.js';
import { isPublished } from './ratings/rating-versions.js';

/** Some approaches as published, with their current ratings and citations, in the requested order. */
export async function publishedApproaches(
  manager: EntityManager,
  codes: readonly string[],
  day: string,
): Promise<ApproachResponse[]> {
  const found = await manager.find(Approach, {
    where: { code: In([...codes]) },
    relations: { ratings: { citations: true }, citations: true },
  });
  return codes.flatMap((code) => {
    const approach = found.find((one) => one.code === code);
    return approach ? [ApproachResponse.of(withPublicRatings(approach), day)] : [];
  });
}

/** Keeps only the public versions of an approach; each gets the works of its approach. */
export function withPublicRatings(approach: Approach): Approach {
  approach.ratings = approach.ratings.filter(isPublished);
  for (const rating of approach.ratings) rating.approach = approach;
  return approach;
}
