import { ApiProperty } from '@nestjs/swagger';
import { ProgramSummary } from './program-summary.dto.js';

/** An organization that runs programs, with its programs. */
export class OrganizationResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ example: 'CT' })
  state: string;

  @ApiProperty({ example: 'samhsa' })
  source: string;

  @ApiProperty({ format: 'date' })
  sourceAsOf: string;

  /** Its published programs, by name. */
  @ApiProperty({ type: () => ProgramSummary, isArray: true })
  programs: ProgramSummary[];
}
