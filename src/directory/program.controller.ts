import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { baseAddressOf } from '../http/base-address.js';
import { acceptedType } from '../http/pipeline/accepted-type.js';
import { JSON_LD } from '../http/pipeline/request-guard.js';
import { RateCost } from '../http/rate-cost.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { ExtraProblems } from '../http/extra-problems.decorator.js';
import { Paged } from '../http/pages/paged.decorator.js';
import { RememberedDetail } from './memory/remembered-detail.dto.js';
import { ProgramDetail } from './program-detail.dto.js';
import { ProgramPage, ProgramQuery } from './program-search.dto.js';
import { ProgramService } from './program.service.js';

const LINKED_DATA = {
  type: 'object' as const,
  required: ['@context', '@type', '@id', 'name'],
  properties: {
    '@context': { type: 'string' as const },
    '@type': { type: 'string' as const },
    '@id': { type: 'string' as const, format: 'uri' },
    name: { type: 'string' as const },
  },
  additionalProperties: true,
  externalDocs: { url: 'https://schema.org/MedicalClinic' },
};
const LINKED_EXAMPLE = {
  '@context': 'https://schema.org',
  '@type': 'MedicalClinic',
  '@id': 'https://directory.example/v1/programs/0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21',
  name: 'Oak Street Evening Program',
};

@ApiTags('programs')
@Controller('v1/programs')
export class ProgramController {
  constructor(private readonly programs: ProgramService) {}

  /** List published programs by words, filters and distance, with pages and facet counts. */
  @Get()
  @ExtraProblems(422)
  @RateCost(5)
  @Paged()
  @ApiOperation({ operationId: 'programsList' })
  list(@Query() query: ProgramQuery): Promise<ProgramPage> {
    return this.programs.search(query);
  }

  /**
   * Get everything known about one program, with sources and dates.
   *
   * While the database is away the response has only what lists show of a program, with `stale` and what is not there.
   * Withdrawn programs can be read too. A program that has become another one redirects to it. With `Accept: application/ld+json` it is a `MedicalClinic` of schema.org, for web pages
   * and search engines; a withdrawn program has none.
   */
  @Get(':id')
  @ApiResponse({
    status: 301,
    description: 'It has become another program, whose `mergedFrom` names it',
    headers: {
      Location: { description: 'The other program', schema: { type: 'string', format: 'uri-reference' } },
    },
  })
  @ApiOperation({ operationId: 'programsGet' })
  @ApiExtraModels(ProgramDetail, RememberedDetail)
  @ApiOkResponse({
    description: 'The program',
    content: {
      'application/json': {
        schema: {
          oneOf: [{ $ref: getSchemaPath(ProgramDetail) }, { $ref: getSchemaPath(RememberedDetail) }],
        },
      },
      [JSON_LD]: { schema: LINKED_DATA, example: LINKED_EXAMPLE },
    },
  })
  async get(
    @UuidParam('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    // A cache that stored it in one form must not return it for another.
    void reply.header('vary', 'accept');
    const found = await this.programs.get(id);
    if ('mergedInto' in found) {
      reply.status(301).header('location', `/v1/programs/${found.mergedInto}`);
      return undefined;
    }
    if (acceptedType(request.headers.accept, ['application/json', JSON_LD]) !== JSON_LD) return found;
    const linked = await this.programs.inJsonLd(id, `${baseAddressOf(request)}/v1/programs/${id}`);
    void reply.type(`${JSON_LD}; charset=utf-8`);
    return linked;
  }
}
