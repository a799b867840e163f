import { ApiProperty } from '@nestjs/swagger';

/** A code with its word. */
export class CodeWord {
  @ApiProperty({ example: 'iop' })
  code: string;

  /** As people write it. */
  @ApiProperty({ example: 'Intensive outpatient' })
  label: string;

  /** The label, or a shorter one of at most 18 characters. */
  @ApiProperty({ example: 'Intensive (IOP)', maxLength: 18 })
  short: string;

  /** One plain sentence. */
  @ApiProperty({ example: 'Groups and counseling of about 9 to 19 hours a week, often in the evening.' })
  description: string;
}
