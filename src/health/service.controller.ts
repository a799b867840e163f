import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { projectPackage } from '../config/project-package.js';

/** Where the directory's programs come from. */
class SourceOverview {
  @ApiProperty({ example: 'samhsa' })
  source: string;

  @ApiProperty({ description: 'Number of published programs from this source' })
  programs: number;

  @ApiProperty({ format: 'date', description: 'The newest date of its data' })
  asOf: string;

  @ApiProperty({ description: 'Fictional, for demonstration' })
  fictional: boolean;
}

class ServiceResponse {
  @ApiProperty({ example: 'treatment-navigator' })
  name: string;

  @ApiProperty({ example: '0.2.0' })
  version: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  links: Record<string, string>;

  @ApiProperty({ type: () => SourceOverview, isArray: true })
  data: SourceOverview[];
}

@ApiTags('service')
@Controller()
export class ServiceController {
  constructor(private readonly dataSource: DataSource) {}

  /** Get the name and version of this service, its links and its sources of data. */
  @Get()
  @ApiOperation({ operationId: 'serviceGet' })
  @ApiOkResponse({ type: ServiceResponse })
  async get(): Promise<ServiceResponse> {
    const data: SourceOverview[] = await this.dataSource.query(
      `SELECT source, count(*)::integer AS programs, max(source_as_of)::text AS "asOf", fictional
         FROM program WHERE status = 'published' GROUP BY source, fictional ORDER BY source`,
    );
    return {
      name: projectPackage.name,
      version: projectPackage.version,
      links: {
        documentation: '/docs',
        openapi: '/openapi.json',
        programs: '/v1/programs',
        approaches: '/v1/approaches',
        citations: '/v1/citations',
        resources: '/v1/resources',
        instruments: '/v1/instruments',
        assessments: '/v1/assessments',
        questionnaires: '/fhir/Questionnaire',
        matches: '/v1/matches',
        plans: '/v1/plans',
        vocabularies: '/v1/vocabularies',
        policy: '/v1/policies/current',
        hsds: '/hsds',
        exports: '/v1/exports/directory.zip',
        fhir: '/fhir/metadata',
      },
      data,
    };
  }
}
