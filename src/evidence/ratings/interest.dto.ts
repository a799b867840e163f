import { ApiProperty } from '@nestjs/swagger';

/** An interest declared by a person of the desk. */
export class InterestResponse {
  /** Code of the approach. */
  approach: string;

  /** The public name of their key. */
  personName: string;

  statement: string;

  @ApiProperty({ format: 'date-time' })
  declaredAt: string;
}

export class InterestListResponse {
  /** Sorted by approach, then by name. */
  @ApiProperty({ type: () => InterestResponse, isArray: true })
  interests: InterestResponse[];
}
