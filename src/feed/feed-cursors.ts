import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChangeEntity } from '../directory/change.entity.js';
import type { CursorPlace } from '../http/pages/cursor.js';
import { Cursors } from '../http/pages/cursors.js';
import { Problem } from '../http/problem.js';
import { type FeedPlace, isInFeed } from './change.queries.js';

/** Encodes places of the feed as cursors, and decodes them. */
@Injectable()
export class FeedCursors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** @param entities the requested kinds of entities; undefined for all */
  async writer(entities?: readonly ChangeEntity[]): Promise<(place: FeedPlace) => string> {
    const codec = await this.cursors.codec();
    return ({ seq, stamp }) => codec.encode(kindOf(entities), [seq, stamp]);
  }

  /** Throws a 400 problem if it is not from this installation, and 410 if this feed was never at that place. */
  async read(text: string, at: CursorPlace, entities?: readonly ChangeEntity[]): Promise<FeedPlace> {
    const codec = await this.cursors.codec();
    const [seq, stamp] = codec.decode(kindOf(entities), text, at) as [number, string];
    const place = { seq, stamp };
    if (await isInFeed(this.dataSource.manager, place)) return place;
    throw new Problem(
      'gone',
      'This place is not in the feed: the database was restored from an earlier backup, or a standby without the ' +
        'last changes has taken over. Take a full copy again.',
      [{ ...at, message: 'is a place that is no longer in the feed; start again with a full copy' }],
    );
  }
}

/** A cursor means that everything before it is known. That is not true of kinds that were not requested. */
function kindOf(entities: readonly ChangeEntity[] | undefined): string {
  return `changes ${JSON.stringify(entities?.toSorted() ?? 'all')}`;
}
