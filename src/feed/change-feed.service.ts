import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ChangePage, ChangeQuery } from './change-feed.dto.js';
import { ChangeNotifier } from './change-news.js';
import { readChangesBetween, type FeedPlace, headOfFeed, linkTo, START } from './change.queries.js';
import { FeedCursors } from './feed-cursors.js';

const DEFAULT_LIMIT = 100;

/** What was created, changed and withdrawn, in order, from any place on. */
@Injectable()
export class ChangeFeed {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: FeedCursors,
    private readonly news: ChangeNotifier,
  ) {}

  /**
   * Changes after a place. Waits for one if requested, until `gone` reports that the client has left.
   *
   * @param recheckKey throws if the key is no longer valid
   * @throws Problem 400 and 410 for a cursor, see FeedCursors
   */
  async read(
    query: ChangeQuery,
    gone: AbortSignal,
    recheckKey?: (manager: EntityManager) => Promise<void>,
  ): Promise<ChangePage> {
    const { since = 'start', wait = 0 } = query;
    const until = performance.now() + wait * 1000;
    let after =
      since === 'start'
        ? START
        : since === 'now'
          ? await headOfFeed(this.dataSource.manager)
          : await this.cursors.read(since, { parameter: 'since' }, query.entity);
    for (;;) {
      const { page, last } = await this.page(after, query);
      const left = until - performance.now();
      if (page.items.length > 0 || left <= 0) return page;
      if (!(await this.news.after(last.seq, left, gone))) return page;
      await recheckKey?.(this.dataSource.manager);
      after = last;
    }
  }

  /** The changes after a place, and the place where the page ends. */
  private async page(
    after: FeedPlace,
    { entity, limit = DEFAULT_LIMIT }: ChangeQuery,
  ): Promise<{ page: ChangePage; last: FeedPlace }> {
    const { manager } = this.dataSource;
    // Read first: later commits have higher numbers, and are left to the next page.
    const head = await headOfFeed(manager);
    const [found, write] = await Promise.all([
      readChangesBetween(manager, { after: after.seq, upTo: head.seq, limit: limit + 1, entities: entity }),
      this.cursors.writer(entity),
    ]);
    const hasMore = found.length > limit;
    const changes = found.slice(0, limit);
    const last = hasMore ? changes.at(-1)! : head;
    const items = changes.map((change) => ({
      seq: change.seq,
      cursor: write(change),
      at: change.at.toISOString(),
      entity: change.entity,
      id: change.entityId,
      kind: change.kind,
      version: change.version,
      ...(change.otherId === null ? {} : { other: change.otherId }),
      link: linkTo(change),
    }));
    return { page: { items, next: write(last), hasMore }, last };
  }
}
