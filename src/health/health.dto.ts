import { ApiProperty } from '@nestjs/swagger';

export class LiveResponse {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

export class DatabaseHealth {
  /** `away`: it does not respond. Matching goes on with the index. */
  @ApiProperty({ enum: ['ok', 'away'] })
  status: 'ok' | 'away';

  /** Response time of its last answer, asked for once a second; `null` while it is away. */
  @ApiProperty({ type: 'integer', minimum: 0, nullable: true, description: 'In milliseconds' })
  ms: number | null;
}

export class IndexHealth {
  /** Number of programs in it. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  programs: number;

  /** Number of the last change that is in it: `directoryVersion` of matches. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  version: number;

  /** When it was last built as a whole; changes since then are in it. */
  @ApiProperty({ format: 'date-time' })
  builtAt: string;

  /** Since when it may lack changes, because the database is away; `null` if it is up to date. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  staleSince: string | null;
}

export class ReadyResponse {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';

  @ApiProperty({ type: DatabaseHealth })
  database: DatabaseHealth;

  @ApiProperty({ type: IndexHealth })
  index: IndexHealth;

  /** Whether edits are taken: the database responds, and is no standby. */
  writable: boolean;
}

export class WritableResponse {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}
