import type { Person, WholeService } from './whole-service.js';

/** A rating in the responses of the desk, as far as tests read it. */
export interface RatingBody {
  id: string;
  claimId: string;
  edition: number;
  status: string;
  badge: string;
  certainty: string;
  direction: string;
  version: number;
  reviewer: string | null;
  citationIds: string[];
}

/** People of an evidence desk on a whole service, with their usual acts. */
export class EvidenceDesk {
  private constructor(
    readonly service: WholeService,
    readonly author: Person,
    readonly reviewer: Person,
  ) {}

  static async at(
    service: WholeService,
    people: { author?: Person; reviewer?: Person } = {},
  ): Promise<EvidenceDesk> {
    return new EvidenceDesk(
      service,
      people.author ?? (await service.person('Ann Author', 'author')),
      people.reviewer ?? (await service.person('Rae Reviewer, MD', 'reviewer')),
    );
  }

  /** The current rating of an approach, the first if there are several. */
  async currentRating(approach: string, where: Partial<RatingBody> = {}): Promise<RatingBody> {
    const { body } = await this.service.get(`/v1/approaches/${approach}`);
    const found = (body.ratings as RatingBody[]).find((rating) =>
      Object.entries(where).every(([field, value]) => rating[field as keyof RatingBody] === value),
    );
    if (!found) throw new Error(`There is no such current rating of ${approach}.`);
    return found;
  }

  /** The next version of a rating with every minimal field, in review. */
  async inReview(from: string, changes: object = {}): Promise<RatingBody> {
    const drafted = await this.author.post(`/v1/ratings/${from}/versions`, { ...COMPLETE, ...changes });
    if (drafted.status !== 201) throw new Error(`Not drafted: ${JSON.stringify(drafted.body)}`);
    const submitted = await this.author.post(`/v1/ratings/${drafted.body.id}/submit`);
    if (submitted.status !== 200) throw new Error(`Not submitted: ${JSON.stringify(submitted.body)}`);
    return submitted.body as RatingBody;
  }

  /** The id of an impact of a version, calculated by the reviewer. */
  async impactOf(id: string): Promise<string> {
    const { status, body } = await this.reviewer.post(`/v1/ratings/${id}/impact`);
    if (status !== 200) throw new Error(`No impact: ${JSON.stringify(body)}`);
    return body.id as string;
  }

  approve(id: string, impact: string, by = this.reviewer, more: object = {}) {
    return by.post(`/v1/ratings/${id}/approve`, { impact, conflictStatement: 'none', ...more });
  }

  /** The next version of a rating, drafted, reviewed and published. */
  async published(from: string, changes: object = {}): Promise<RatingBody> {
    const { id } = await this.inReview(from, changes);
    const { status, body } = await this.approve(id, await this.impactOf(id));
    if (status !== 200) throw new Error(`Not approved: ${JSON.stringify(body)}`);
    return body as RatingBody;
  }
}

/** Fields that the registry's drafts leave open and a published rating must have. */
export const COMPLETE = {
  population: 'adults, outpatient',
  certaintySource: 'our own reading',
  effect: 'not stated',
  reasons: { other: 'no reason to lower it was found', statedBy: 'drafter' },
  changeNote: 'first review',
};
