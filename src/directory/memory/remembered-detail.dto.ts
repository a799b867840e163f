import { ApiProperty } from '@nestjs/swagger';
import type { ProgramDetail } from '../program-detail.dto.js';
import { PROGRAM_STATUSES, type ProgramStatus } from '../program.entity.js';
import { ProgramSummary } from '../program-summary.dto.js';

/** What is in a program's detail and not in memory. */
export const NOT_IN_MEMORY = [
  'version',
  'createdAt',
  'updatedAt',
  'verifiedOn',
  'mergedFrom',
  'facts',
  'claims',
  'records',
] as const satisfies readonly Exclude<keyof ProgramDetail, keyof ProgramSummary | 'status'>[];

/**
 * A program as lists show it, in place of its detail: the database is away, and this is what is in memory. It may have
 * changed since.
 */
export class RememberedDetail extends ProgramSummary {
  /** Only published programs are in memory. */
  @ApiProperty({ enum: PROGRAM_STATUSES })
  status: ProgramStatus;

  /** Always true. */
  stale: boolean;

  /** Since when it may lack changes. */
  @ApiProperty({ format: 'date-time' })
  staleSince: string;

  /** Members of the detail that are not here. They are not unknown: ask again once the database is back. */
  @ApiProperty({ type: String, isArray: true, example: NOT_IN_MEMORY })
  notHere: readonly string[];
}
