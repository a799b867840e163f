import { ApiProperty } from '@nestjs/swagger';
import {
  CHANGE_ENTITIES,
  CHANGE_KINDS,
  type ChangeEntity,
  type ChangeKind,
} from '../directory/change.entity.js';
import { QueryCodes } from '../http/validation/codes.decorators.js';
import { QueryNumber, Text } from '../http/validation/value.decorators.js';

export const MAX_WAIT_SECONDS = 25;

/** Where to read from, and what. */
export class ChangeQuery {
  /**
   * `next` of the previous response, or the `cursor` of a change; `start` (the default) for everything from the first
   * change on; `now` for future changes only.
   */
  @Text({ optional: true, max: 4096, example: 'now' })
  since?: string;

  /** Only these kinds of entities, separated by commas. A cursor is valid only for the kinds it was issued for. */
  @QueryCodes(CHANGE_ENTITIES, { name: 'ChangeEntity' })
  entity?: ChangeEntity[];

  /** 100 if omitted. */
  @QueryNumber({ min: 1, max: 1000, integer: true })
  limit?: number;

  /** Seconds to wait if there is no change yet. The response comes with the first change, or empty after that time. */
  @QueryNumber({ min: 0, max: MAX_WAIT_SECONDS, integer: true })
  wait?: number;
}

/** One change: what happened to which entity. Its current state is behind the link. */
export class ChangeItem {
  /** Grows with every change. A match includes this change if its `ranking` has this number or a higher one. */
  seq: number;

  /** The place right after this change: continue from here once it is processed. */
  cursor: string;

  /** When its transaction began. */
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: CHANGE_ENTITIES, enumName: 'ChangeEntity' })
  entity: ChangeEntity;

  /** UUID of the program, rating or citation; code of the approach. */
  id: string;

  /**
   * `withdrawn`: it is no longer listed. If it is listed again, that is `changed`. `merged`: it is the program in `other`,
   * to which its address redirects; `split`: it is a program of its own again.
   */
  @ApiProperty({ enum: CHANGE_KINDS })
  kind: ChangeKind;

  /** Version of the entity after this change; grows with every change. */
  version: number;

  /** The other program of `merged` and `split`: the one that it became, or was split from. */
  @ApiProperty({ required: false, format: 'uuid' })
  other?: string;

  @ApiProperty({ example: '/v1/programs/7f1c2f6e-3d0b-5c8e-9a44-2f0f6d1f8f10' })
  link: string;
}

export class ChangePage {
  /** In commit order. */
  @ApiProperty({ type: () => ChangeItem, isArray: true })
  items: ChangeItem[];

  /** `since` of the next request. Also present at the end of the feed, to ask for later changes. */
  next: string;

  /** Whether there are more changes now. */
  hasMore: boolean;
}
