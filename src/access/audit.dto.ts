import { ApiProperty } from '@nestjs/swagger';
import { QueryNumber, Text } from '../http/validation/value.decorators.js';

/** Which acts to list; all of them by default. */
export class AuditQuery {
  /** Kind of entity: `rating`, `interest`, `citation`, `program`, `approach`, `report`, `import`, `key`, `webhook`. */
  @Text({ optional: true, max: 40 })
  entity?: string;

  /** Id of the entity. */
  @Text({ optional: true, max: 100 })
  entityId?: string;

  /** Only entries after this number. */
  @QueryNumber({ min: 0, max: Number.MAX_SAFE_INTEGER, integer: true })
  since?: number;

  /** Entries per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;
}

/** One act: who did what to which entity, its state before and after, and why. */
export class AuditRow {
  /** Number of the entry; grows with every entry. */
  seq: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Id of the key or person that acted; `null` for the public and for the system. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  actorId: string | null;

  actorName: string;

  @ApiProperty({ example: 'rating.approve' })
  action: string;

  entity: string;

  entityId: string;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  before: Record<string, unknown> | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  after: Record<string, unknown> | null;

  @ApiProperty({ type: String, nullable: true })
  why: string | null;

  @ApiProperty({ type: String, nullable: true })
  requestId: string | null;
}

export class AuditPage {
  @ApiProperty({ type: () => AuditRow, isArray: true })
  acts: AuditRow[];

  /** `since` of the next page; absent on the last page. */
  nextSince?: number;
}
