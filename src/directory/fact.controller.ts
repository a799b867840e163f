import { Document } from '../http/answers/answer-kinds.js';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FACT_EXAMPLES } from '../core/directory/fact-examples.js';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import { STATED_FACTS_SCHEMA } from '../core/directory/facts-schema.js';
import { FactList } from './fact.dto.js';

@ApiTags('programs')
@Controller('v1/facts')
export class FactController {
  /**
   * List every fact of a program, with the schema of its value and an example.
   *
   * For those who state a fact: as an observation, an attestation or a verification.
   */
  @Get()
  @Document()
  @ApiOperation({ operationId: 'factsList' })
  @ApiOkResponse({ type: FactList })
  list(): FactList {
    return {
      facts: FACT_KEYS.map((fact) => ({
        fact,
        schema: STATED_FACTS_SCHEMA.properties[fact]!,
        exampleValue: FACT_EXAMPLES[fact],
      })),
    };
  }
}
