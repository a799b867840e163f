import { type EntityManager, In } from 'typeorm';
import { ApproachResponse } from './approach.dto.js';
import { Approach } from './approach.entity.js';
import { STANDING_STATUSES } from './graded-approaches.js';
import type { Rating } from './rating.entity.js';

/** Some approaches as they are told, with their standing ratings and citations, in the order asked for. */
export async function toldApproaches(
  manager: EntityManager,
  codes: readonly string[],
): Promise<ApproachResponse[]> {
  const found = await manager.find(Approach, {
    where: { code: In([...codes]) },
    relations: { ratings: true, citations: true },
  });
  return codes.flatMap((code) => {
    const approach = found.find((one) => one.code === code);
    return approach ? [ApproachResponse.of(withStandingRatings(approach))] : [];
  });
}

export function withStandingRatings(approach: Approach): Approach {
  approach.ratings = approach.ratings.filter(({ status }: Rating) => STANDING_STATUSES.includes(status));
  return approach;
}
