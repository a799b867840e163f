import { Body, Controller, Headers, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenUnder } from '../http/caller.js';
import { FairQueue } from '../http/pipeline/fair-queue.interceptor.js';
import { preferredLanguage } from '../http/pipeline/language.js';
import { AssessmentsRequest } from './need-request.dto.js';
import { AssessmentAnswer } from './assessment-response.dto.js';
import { AssessmentService } from './assessment.service.js';

@ApiTags('assessments')
@UseInterceptors(FairQueue)
@Controller('v1/assessments')
export class AssessmentController {
  constructor(private readonly assessments: AssessmentService) {}

  /**
   * Assess answers to screening and interview questions.
   *
   * The answer gives safety messages first, then conditions, a provisional level of care with its reasons, and the next
   * question. A guided interview is a loop: send all answers so far and ask the question in `next`, until `next` is
   * `null`. Then ask what is in `needQuestions`: each names the field of the request that takes the answer. Once that is
   * empty, the same request is ready for `POST /v1/matches`. A question that the client would rather not answer goes into
   * `skipped`, and the loop ends all the same.
   *
   * Nothing is stored between calls, logged or cached. Sentences are in English or Spanish by `Accept-Language`, and
   * `englishOnly` lists what is available in English only.
   */
  @Post()
  @HttpCode(200)
  @OpenUnder('match')
  @ApiOperation({ operationId: 'assessmentsAssess' })
  assess(
    @Body() request: AssessmentsRequest,
    @Headers('accept-language') accepted?: string,
  ): AssessmentAnswer {
    return this.assessments.answer(request, preferredLanguage(accepted));
  }
}
