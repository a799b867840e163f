import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Probe } from '../http/logging/probe.decorator.js';
import { RateCost } from '../http/rate-cost.decorator.js';
import { DatabaseHealth, IndexHealth, LiveResponse, ReadyResponse, WritableResponse } from './health.dto.js';
import { Readiness } from './readiness.js';

/** The response of a process that cannot match, with what is known. */
const NOT_READY = {
  status: 503,
  description: 'It cannot match: the directory is not in memory yet, or is too old without the database',
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          {
            type: 'object' as const,
            properties: {
              database: { $ref: getSchemaPath(DatabaseHealth) },
              index: { oneOf: [{ $ref: getSchemaPath(IndexHealth) }, { type: 'null' as const }] },
              writable: { type: 'boolean' as const },
            },
            required: ['database', 'index', 'writable'],
          },
        ],
      },
      example: {
        type: 'urn:treatment-navigator:problem:unavailable',
        title: 'Not available at the moment',
        status: 503,
        detail: 'The directory is still being read into memory.',
        requestId: '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e',
        database: { status: 'ok', ms: 1 },
        index: null,
        writable: true,
      },
    },
  },
};

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

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
   * Check whether this process can match.
   *
   * It can once the directory is in memory, also while the database is away. The response is 503 before that, and when
   * the database has been away for so long that the directory in memory is too old.
   */
  @Get('ready')
  @RateCost(0)
  @Probe()
  @ApiOperation({ operationId: 'healthCheckReady' })
  @ApiOkResponse({ type: ReadyResponse })
  @ApiResponse(NOT_READY)
  checkReady(): ReadyResponse {
    return this.readiness.ready();
  }

  /**
   * Check whether this process can store edits.
   *
   * The response is 503 while its database is away, or is a standby.
   */
  @Get('writable')
  @RateCost(0)
  @Probe()
  @ApiOperation({ operationId: 'healthCheckWritable' })
  @ApiOkResponse({ type: WritableResponse })
  checkWritable(): WritableResponse {
    this.readiness.requireWritable();
    return { status: 'ok' };
  }
}
