import { Document } from '../http/answers/answer-kinds.js';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ResourceCatalog } from './resource-catalog.js';
import { ResourceListResponse, ResourceQuery, ResourceResponse } from './resource.dto.js';

@ApiTags('evidence')
@Controller('v1/resources')
export class ResourceController {
  constructor(private readonly catalog: ResourceCatalog) {}

  /**
   * List verified national resources, in addition to programs.
   *
   * Resources are mutual help, family support and locators.
   */
  @Get()
  @Document()
  @ApiOperation({ operationId: 'resourcesList' })
  @ApiOkResponse({ type: ResourceListResponse })
  list(@Query() query: ResourceQuery): ResourceListResponse {
    const resources = this.catalog.find(query).map((resource) => ResourceResponse.of(resource));
    return { total: resources.length, resources };
  }
}
