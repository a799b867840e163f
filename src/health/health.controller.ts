import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Costs } from '../http/rate-cost.decorator.js';
import { DatabaseCheck } from './database-check.js';
import { LiveResponse, ReadyResponse } from './health.dto.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: DatabaseCheck) {}

  @Get('live')
  @Costs(0)
  @ApiOperation({ summary: 'Whether this process runs', operationId: 'healthLive' })
  @ApiOkResponse({ type: LiveResponse })
  live(): LiveResponse {
    return { status: 'ok' };
  }

  @Get('ready')
  @Costs(0)
  @ApiOperation({
    summary: 'Whether this process can serve; 503 when its database does not answer',
    operationId: 'healthReady',
  })
  @ApiOkResponse({ type: ReadyResponse })
  async ready(): Promise<ReadyResponse> {
    return { status: 'ok', database: { status: 'ok', ms: await this.database.run() } };
  }
}
