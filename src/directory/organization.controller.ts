import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { today } from '../config/today.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Problem } from '../http/problem.js';
import { OrganizationResponse } from './organization.dto.js';
import { Organization } from './organization.entity.js';
import { summarizeProgram } from './summarize-program.js';
import { programsOfOrganization } from './program.queries.js';

@ApiTags('programs')
@Controller('v1/organizations')
export class OrganizationController {
  constructor(
    @InjectRepository(Organization) private readonly organizations: Repository<Organization>,
    private readonly dataSource: DataSource,
  ) {}

  /** Get one organization with its published programs. */
  @Get(':id')
  @ApiOperation({ operationId: 'organizationsGet' })
  async get(@UuidParam('id') id: string): Promise<OrganizationResponse> {
    const organization = await this.organizations.findOneBy({ id });
    if (!organization) throw Problem.notFound('organization', id);
    const day = today();
    const rows = await programsOfOrganization(this.dataSource.manager, id);
    const { name, state, source, sourceAsOf } = organization;
    return {
      id,
      name,
      state,
      source,
      sourceAsOf,
      programs: rows.map((row) => summarizeProgram(row, day)),
    };
  }
}
