import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Probe } from '../http/logging/probe.decorator.js';
import { RateCost } from '../http/rate-cost.decorator.js';
import { DatabaseCheck } from './database-check.js';
import { LiveResponse, ReadyResponse } from './health.dto.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: DatabaseCheck) {}

  /** Check whether this process runs. */
  @Get('live')
  @RateCost(0)
  @Probe()
  @ApiOperation({ operationId: 'healthCheckLive' })
  @ApiOkResponse({ type: LiveResponse })
  checkLive(): LiveResponse {
    return { status: 'ok' };
  }

  /**
   * Check whether this process can serve requests.
   *
   * The response is 503 if its database is not responding.
   */
  @Get('ready')
  @RateCost(0)
  @Probe()
  @ApiOperation({ operationId: 'healthCheckReady' })
  @ApiOkResponse({ type: ReadyResponse })
  async checkReady(): Promise<ReadyResponse> {
    return { status: 'ok', database: { status: 'ok', ms: await this.database.run() } };
  }
}
