import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { today } from '../../config/today.js';
import { DESK_ROLES, type Actor } from '../../core/curation/role.js';
import { versionDifference } from '../../core/curation/version-difference.js';
import { Cursors } from '../../http/pages/cursors.js';
import { pageOf } from '../../http/pages/page-of.js';
import { Problem } from '../../http/problem.js';
import { type RatingQuery, RatingHistoryResponse, RatingListResponse } from './rating-history.dto.js';
import { RatingDetailResponse } from './rating.dto.js';
import type { Rating } from './rating.entity.js';
import { type RatingPosition, ratingsAtTheDesk } from './rating.queries.js';
import { contentOf, versionsOf } from './rating-versions.js';

const DEFAULT_LIMIT = 50;

/** A rating as shown, and whether it is public. */
export interface VisibleRating {
  readonly rating: RatingDetailResponse;
  readonly isPublic: boolean;
}

/** Reads ratings: for the public, versions that are or were public; for the desk, also drafts. */
@Injectable()
export class RatingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** In any status, including retracted; throws a 404 problem if there is none that may be seen. */
  async get(id: string, actor: Actor | undefined): Promise<VisibleRating> {
    const rating = (await this.versionsSeenBy(actor, id)).find((one) => one.id === id);
    if (!rating) throw Problem.notFound('rating', id);
    return { rating: RatingDetailResponse.of(rating, today()), isPublic: rating.publicSince !== null };
  }

  /** All versions, oldest first, each with its changes from the previous one. */
  async history(
    id: string,
    actor: Actor | undefined,
  ): Promise<{ history: RatingHistoryResponse; isPublic: boolean }> {
    const versions = await this.versionsSeenBy(actor, id);
    const [first] = versions;
    if (!first || !versions.some((one) => one.id === id)) throw Problem.notFound('rating', id);
    const day = today();
    return {
      history: {
        claimId: first.claimId,
        approach: first.approachCode,
        condition: first.condition,
        outcome: first.outcome,
        versions: versions.map((rating, at) => ({
          ...RatingDetailResponse.of(rating, day),
          impact: rating.impactId,
          differences: at === 0 ? [] : versionDifference(contentOf(versions[at - 1]!), contentOf(rating)),
        })),
      },
      isPublic: versions.every(({ publicSince }) => publicSince !== null),
    };
  }

  /** The desk's list: drafts, ratings in review, overdue ratings. */
  async list(query: RatingQuery): Promise<RatingListResponse> {
    const day = today();
    const { cursor, limit = DEFAULT_LIMIT, ...filters } = query;
    const codec = await this.cursors.codec();
    // A cursor belongs to one list: with other filters it is not a valid cursor.
    const kind = `ratings ${JSON.stringify([filters.status, filters.approach, filters.overdue])}`;
    const after = cursor === undefined ? undefined : (codec.decode(kind, cursor) as RatingPosition);
    const found = await ratingsAtTheDesk(this.dataSource.manager, filters, { day, limit, after });
    const { page, last } = pageOf(found, limit);
    return {
      ratings: page.map((rating) => RatingDetailResponse.of(rating, day)),
      ...(last && { nextCursor: codec.encode(kind, { nextReviewOn: last.nextReviewOn, id: last.id }) }),
    };
  }

  private async versionsSeenBy(actor: Actor | undefined, id: string): Promise<Rating[]> {
    const versions = await versionsOf(this.dataSource.manager, id);
    const isAtTheDesk = actor?.roles.some((role) => DESK_ROLES.includes(role)) ?? false;
    return isAtTheDesk ? versions : versions.filter(({ publicSince }) => publicSince !== null);
  }
}
