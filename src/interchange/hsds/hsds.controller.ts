import { Controller, Get, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { baseAddressOf } from '../../http/base-address.js';
import { HsdsApiResponse } from './hsds.dto.js';

@ApiTags('hsds')
@Controller('hsds')
export class HsdsController {
  /** Get the version of HSDS that is spoken here, with links to our profile and to this document. */
  @Get()
  @ApiOperation({ operationId: 'hsdsGet' })
  get(@Req() request: FastifyRequest): HsdsApiResponse {
    const base = baseAddressOf(request);
    return {
      version: '3.1',
      profile: `${base}/hsds/taxonomies`,
      openapi_url: `${base}/openapi.json`,
      publisher: 'Treatment Navigator',
      data_guide: `${base}/docs`,
    };
  }
}
