import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChangeEntity } from '../directory/change.entity.js';
import type { CursorPlace } from '../http/pages/cursor.js';
import { Cursors } from '../http/pages/cursors.js';
import { Problem } from '../http/problem.js';
import { type FeedPlace, isInFeed } from './change.queries.js';

/** Writes down places of the feed, and reads them again. */
@Injectable()
export class FeedCursors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** @param entities what the feed was asked for; undefined for everything */
  async writer(entities?: readonly ChangeEntity[]): Promise<(place: FeedPlace) => string> {
    const codec = await this.cursors.codec();
    return ({ seq, stamp }) => codec.encode(kindOf(entities), [seq, stamp]);
  }

  /** Throws a 400 problem where it is none of this installation's, and 410 where this feed never was there. */
  async read(text: string, at: CursorPlace, entities?: readonly ChangeEntity[]): Promise<FeedPlace> {
    const codec = await this.cursors.codec();
    const [seq, stamp] = codec.decode(kindOf(entities), text, at) as [number, string];
    const place = { seq, stamp };
    if (await isInFeed(this.dataSource.manager, place)) return place;
    throw new Problem(
      'gone',
      'This place is not in the feed: the database was restored from an earlier backup. Take a full copy again.',
      [{ ...at, message: 'is a place that is no longer in the feed; start again with a full copy' }],
    );
  }
}

/** A cursor says that all before it is known. Of what was not asked for, it is not. */
function kindOf(entities: readonly ChangeEntity[] | undefined): string {
  return `changes ${JSON.stringify(entities?.toSorted() ?? 'all')}`;
}
