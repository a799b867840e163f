import { Body, Controller, Headers, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenUnder } from '../http/caller.js';
import { RateCost } from '../http/rate-cost.decorator.js';
import { FairQueue } from '../http/pipeline/fair-queue.interceptor.js';
import { preferredLanguage } from '../http/pipeline/language.js';
import { PlanAnswer } from './plan-answer.dto.js';
import { PlanRequest } from './plan-request.dto.js';
import { PlanService } from './plan.service.js';

@ApiTags('matches')
@UseInterceptors(FairQueue)
@Controller('v1/plans')
export class PlanController {
  constructor(private readonly plans: PlanService) {}

  /**
   * Make a plan from a need and from the programs that were chosen.
   *
   * It says what to say and ask, what to do before the first visit and in the first week, whom to call and when, what to
   * do if use comes back, and where there is help of others. Safety messages come first; in an emergency there is no plan
   * until they are acknowledged. No clinician has reviewed the texts, and the answer says so. Sentences are in English or
   * Spanish by `Accept-Language`. Nothing of the request is stored, logged or cached.
   */
  @Post()
  @HttpCode(200)
  @OpenUnder('match')
  @RateCost(3)
  @ApiOperation({ operationId: 'plansMake' })
  @ApiOkResponse({ type: PlanAnswer })
  make(@Body() request: PlanRequest, @Headers('accept-language') accepted?: string): Promise<PlanAnswer> {
    return this.plans.plan(request, preferredLanguage(accepted));
  }
}
