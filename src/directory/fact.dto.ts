import { ApiProperty } from '@nestjs/swagger';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import type { FactKey } from '../core/directory/source-record.js';

/** How the value of one fact is stated. */
export class FactFormat {
  @ApiProperty({ enum: FACT_KEYS, enumName: 'Fact' })
  fact: FactKey;

  /** JSON Schema of the value. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  schema: Readonly<Record<string, unknown>>;

  /** An example of the format. It is not true of any program. */
  @ApiProperty({
    oneOf: [
      { type: 'boolean' },
      { type: 'number' },
      { type: 'string' },
      { type: 'array', items: {} },
      { type: 'object', additionalProperties: true },
    ],
  })
  exampleValue: unknown;
}

export class FactList {
  @ApiProperty({ type: () => FactFormat, isArray: true })
  facts: FactFormat[];
}
