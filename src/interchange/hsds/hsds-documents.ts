import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { NDJSON } from '../../http/pipeline/request-guard.js';
import { HsdsPageResponse } from './hsds.dto.js';

const SCHEMAS = 'https://docs.openreferral.org/en/v3.1.0/hsds/schema_reference.html';

/** A line of a stream, as short as it can be. */
const LINE = { id: '0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21' };

/** Documents an answer that is one object of HSDS, by the name of its schema. */
export function AnswersHsds(name: string): MethodDecorator {
  return ApiOkResponse({ description: `HSDS ${name}`, schema: objectOf(name) });
}

/** Documents an answer that is one page of a list, or by `format=ndjson` the whole list, one object a line. */
export function AnswersHsdsPage(name: string, isStreamed: boolean): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(HsdsPageResponse),
    ApiOkResponse({
      description: `A page of HSDS ${name} objects`,
      content: {
        'application/json': { schema: { $ref: getSchemaPath(HsdsPageResponse) } },
        ...(isStreamed ? { [NDJSON]: { schema: objectOf(name), example: LINE } } : {}),
      },
    }),
  );
}

function objectOf(name: string) {
  return {
    type: 'object' as const,
    required: ['id'],
    properties: { id: { type: 'string' as const, format: 'uuid' } },
    additionalProperties: true,
    externalDocs: { url: `${SCHEMAS}#${name.replaceAll('_', '-')}` },
  };
}
