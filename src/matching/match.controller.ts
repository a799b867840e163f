import { Body, Controller, Header, Headers, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { OpenUnder } from '../http/caller.js';
import { RateCost } from '../http/rate-cost.decorator.js';
import { FairQueue } from '../http/pipeline/fair-queue.interceptor.js';
import { preferredLanguage } from '../http/pipeline/language.js';
import { BriefMatchAnswer } from './brief-response.dto.js';
import { ComparisonAnswer } from './comparison.dto.js';
import { ComparisonService } from './comparison.service.js';
import { CompareRequest, MatchRequest, WhyNotRequest } from './match-request.dto.js';
import { MatchAnswer } from './match-answer.dto.js';
import { MeasuredMatches } from './measured-matches.js';
import { WhyNotAnswer } from './why-not.dto.js';
import { WhyNotService } from './why-not.service.js';

/** By `detail` of the request. */
const FULL_OR_BRIEF = {
  oneOf: [MatchAnswer, BriefMatchAnswer].map((type) => ({ $ref: getSchemaPath(type) })),
  discriminator: {
    propertyName: 'detail',
    mapping: { full: getSchemaPath(MatchAnswer), brief: getSchemaPath(BriefMatchAnswer) },
  },
};

/** The response for a list whose directory version is no longer available. */
const GONE = {
  status: 410,
  description:
    'The directory version with which the list began is no longer available; start again with `firstPage`',
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          {
            type: 'object' as const,
            properties: { firstPage: { $ref: '#/components/schemas/MatchAnswer' } },
            required: ['firstPage'],
          },
        ],
      },
    },
  },
};

@ApiTags('matches')
@UseInterceptors(FairQueue)
@Controller('v1/matches')
export class MatchController {
  constructor(
    private readonly matches: MeasuredMatches,
    private readonly whyNots: WhyNotService,
    private readonly comparisons: ComparisonService,
  ) {}

  /**
   * Rank treatment programs for the needs of a client, and explain every line.
   *
   * Programs that fail a constraint are left out. A program for which a required fact is unknown is in the tier
   * `confirm_first`, with the question to ask. Safety messages come first; in an emergency there is no list until they
   * are acknowledged by their tokens. Sentences are in English or Spanish by `Accept-Language`, and `englishOnly` lists what is
   * available in English only. Nothing of the request is stored, logged or cached.
   */
  @Post()
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  @OpenUnder('match')
  @ApiExtraModels(MatchAnswer, BriefMatchAnswer)
  @ApiOkResponse({ schema: FULL_OR_BRIEF })
  @ApiResponse(GONE)
  @RateCost(5)
  @ApiOperation({ operationId: 'matchesRank' })
  rank(@Body() request: MatchRequest, @Headers('accept-language') accepted?: string): Promise<Buffer> {
    return this.matches.match(request, preferredLanguage(accepted));
  }

  /**
   * Explain why one program matches a need or does not.
   *
   * The answer has every constraint with its verdict, the score that the program has or would have, its place, and what
   * would have to change. Nothing of the request is stored, logged or cached.
   */
  @Post('why-not')
  @HttpCode(200)
  @OpenUnder('match')
  @RateCost(3)
  @ApiOperation({ operationId: 'matchesExplain' })
  explain(
    @Body() request: WhyNotRequest,
    @Headers('accept-language') accepted?: string,
  ): Promise<WhyNotAnswer> {
    return this.whyNots.explain(request, preferredLanguage(accepted));
  }

  /**
   * Compare two to five programs side by side for one need.
   *
   * The answer has verdicts, criteria, what is unknown about each program, and why each comes before the next. Nothing
   * of the request is stored, logged or cached.
   */
  @Post('compare')
  @HttpCode(200)
  @OpenUnder('match')
  @RateCost(3)
  @ApiOperation({ operationId: 'matchesCompare' })
  compare(
    @Body() request: CompareRequest,
    @Headers('accept-language') accepted?: string,
  ): Promise<ComparisonAnswer> {
    return this.comparisons.compare(request, preferredLanguage(accepted));
  }
}
