import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExtraProblems } from '../http/extra-problems.decorator.js';
import { Needs } from '../http/caller.js';
import { Paged } from '../http/pages/paged.decorator.js';
import { RateCost } from '../http/rate-cost.decorator.js';
import { CallPage, CallQuery } from './call.dto.js';
import { CallService } from './call.service.js';

@ApiTags('desk')
@Controller('v1/desk/calls')
export class CallController {
  constructor(private readonly calls: CallService) {}

  /**
   * List programs to call, with the questions whose answers would move most matches.
   *
   * A question is open while its facts are unknown, past their shelf life or disputed. Fictional programs and those without a
   * telephone are left out.
   */
  @Get()
  @Needs('coach', 'directory-editor')
  @RateCost(20)
  @ExtraProblems(422)
  @Header('cache-control', 'private, no-cache')
  @Paged()
  @ApiOperation({ operationId: 'callsList' })
  list(@Query() query: CallQuery): Promise<CallPage> {
    return this.calls.list(query);
  }
}
