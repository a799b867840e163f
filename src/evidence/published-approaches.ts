import { type EntityManager, In } from 'typeorm';
import { ApproachResponse } from './approach.dto.js';
import { Approach } from './approach.entity.js';
import { isPublished } from './ratings/rating-versions.js';

/** Some approaches as they are told, with their standing ratings and citations, in the order asked for. */
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

/** Leaves the approach only the versions that stand in public; each finds its approach's works. */
export function withPublicRatings(approach: Approach): Approach {
  approach.ratings = approach.ratings.filter(isPublished);
  for (const rating of approach.ratings) rating.approach = approach;
  return approach;
}
