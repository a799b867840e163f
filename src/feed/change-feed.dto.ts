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

/** From where to read, and what. */
export class ChangeQuery {
  /**
   * The `next` of the answer before, or the `cursor` of a change; `start`, as when it is left out, for everything from
   * the first change on; `now` for what is still to come.
   */
  @Text({ optional: true, max: 4096, example: 'now' })
  since?: string;

  /** Only these kinds of things; several may be given, separated by commas. A cursor belongs to what was asked for. */
  @QueryCodes(CHANGE_ENTITIES, { name: 'ChangeEntity' })
  entity?: ChangeEntity[];

  /** 100 when not given. */
  @QueryNumber({ min: 1, max: 1000, integer: true })
  limit?: number;

  /** Seconds to wait for a change where there is none yet: the answer comes with it, or empty after that time. */
  @QueryNumber({ min: 0, max: MAX_WAIT_SECONDS, integer: true })
  wait?: number;
}

/** One change: what happened to what. What it looks like now stands behind the link. */
export class ChangeItem {
  /** Grows with every change; a match whose `ranking` names this number or a higher one knows of it. */
  seq: number;

  /** The place right after this change: who has dealt with it goes on from here. */
  cursor: string;

  /** When its transaction began. */
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: CHANGE_ENTITIES, enumName: 'ChangeEntity' })
  entity: ChangeEntity;

  /** UUID of the program, rating or citation; code of the approach. */
  id: string;

  /** `withdrawn` is the tombstone: it is no longer listed. What comes back is `changed`. */
  @ApiProperty({ enum: CHANGE_KINDS })
  kind: ChangeKind;

  /** Of the thing after this change; grows with each. */
  version: number;

  @ApiProperty({ example: '/v1/programs/7f1c2f6e-3d0b-5c8e-9a44-2f0f6d1f8f10' })
  link: string;
}

export class ChangePage {
  /** In the order in which they were committed. */
  @ApiProperty({ type: () => ChangeItem, isArray: true })
  items: ChangeItem[];

  /** The `since` of the next request; also at the end, where the same question tells what came meanwhile. */
  next: string;

  /** There are more changes right away. */
  hasMore: boolean;
}
