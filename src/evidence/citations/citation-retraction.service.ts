import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { today } from '../../config/today.js';
import { reopen } from '../../core/curation/decide-on-rating.js';
import { recordAudit } from '../../database/audit-trail.js';
import { Change } from '../../directory/change.entity.js';
import { Problem } from '../../http/problem.js';
import { Writes } from '../../http/writes/writes.js';
import { actorOf, type WriteContext } from '../../http/writes/write-context.js';
import type { RetractionRequest } from './citation-request.dto.js';
import { Citation } from './citation.entity.js';
import { CitationRetractionResponse } from './citation-retraction.dto.js';
import { CitationResponse } from './citation.dto.js';
import { RatingDetailResponse } from '../ratings/rating.dto.js';
import { Rating } from '../ratings/rating.entity.js';
import { takeSteps } from '../ratings/rating-steps.js';
import { toVersion } from '../ratings/rating-versions.js';

/** Records whether a work was retracted, and returns every rating based on it to review. */
@Injectable()
export class CitationRetraction {
  constructor(private readonly writes: Writes) {}

  /** All in one transaction: no rating stays published that is based on a work known to be retracted. */
  say(context: WriteContext, id: string, request: RetractionRequest): Promise<CitationRetractionResponse> {
    refuseImpossible(request);
    return this.writes.perform(context, async (manager) => {
      const citation = await manager.findOneBy(Citation, { id });
      if (!citation) throw Problem.notFound('citation', id);
      const actor = actorOf(context);
      const before = retractionOf(citation);
      const after = {
        retraction: request.state,
        retractionOn: request.on ?? null,
        retractionNotice: request.notice ?? null,
      };
      // A repeated notice has no effect: a rating that was approved since then stays published.
      if (JSON.stringify(before) === JSON.stringify(after))
        return { citation: CitationResponse.of(citation), reopened: [] };
      Object.assign(citation, after);
      await manager.save(citation);
      await manager.insert(Change, {
        entity: 'citation',
        entityId: id,
        kind: 'changed',
        version: citation.version,
      });
      await recordAudit(manager, {
        actor,
        action: 'citation.retraction',
        entity: 'citation',
        entityId: id,
        before,
        after,
        why: request.why,
        requestId: context.requestId,
      });
      const ratings = request.state === 'none' ? [] : await ratingsOn(manager, id);
      const steps = reopen(ratings.map(toVersion));
      await takeSteps(manager, ratings, steps, { actor, requestId: context.requestId, why: request.why });
      const reopened = new Set(steps.map((step) => step.id));
      return {
        citation: CitationResponse.of(citation),
        reopened: ratings
          .filter((rating) => reopened.has(rating.id))
          .map((rating) => RatingDetailResponse.of(rating, today())),
      };
    });
  }
}

/** Published versions that are based on a work. */
async function ratingsOn(manager: EntityManager, citationId: string): Promise<Rating[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT r.id FROM rating r JOIN rating_citation c ON c.rating_id = r.id
      WHERE c.citation_id = $1 AND r.status = 'published' ORDER BY r.id`,
    [citationId],
  );
  return manager.find(Rating, {
    where: { id: In(rows.map(({ id }) => id)) },
    relations: { citations: true, approach: { citations: true } },
    order: { id: 'ASC' },
  });
}

function refuseImpossible({ state, on, notice }: RetractionRequest): void {
  if (state === 'none') {
    const left = on === undefined ? (notice === undefined ? undefined : '/notice') : '/on';
    if (left !== undefined)
      throw Problem.unprocessable([
        { pointer: left, message: 'belongs to a notice; omit it if there is none' },
      ]);
    return;
  }
  if (notice === undefined)
    throw Problem.unprocessable([
      {
        pointer: '/notice',
        message: 'is required: the address or DOI of the notice, so that others can read it',
      },
    ]);
  if (on !== undefined && on > today())
    throw Problem.unprocessable([{ pointer: '/on', message: 'is in the future' }]);
}

function retractionOf({ retraction, retractionOn, retractionNotice }: Citation) {
  return { retraction, retractionOn, retractionNotice };
}
