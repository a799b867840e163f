import { Document } from '../http/answers/answer-kinds.js';
import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenUnder } from '../http/caller.js';
import { CodeParam } from '../http/validation/path-parameters.js';
import { InstrumentListResponse, InstrumentResponse, InstrumentSummary } from './instrument.dto.js';
import { ScoredInstrumentResponse, ScoreInstrumentRequest } from './screen-result.dto.js';
import { preferredLanguage } from '../http/pipeline/language.js';
import { InstrumentService } from './instrument.service.js';

@ApiTags('assessments')
@Controller('v1/instruments')
export class InstrumentController {
  constructor(private readonly instruments: InstrumentService) {}

  /**
   * List every screening instrument.
   *
   * For some instruments only a total can be entered.
   */
  @Get()
  @Document()
  @ApiOperation({ operationId: 'instrumentsList' })
  @ApiOkResponse({ type: InstrumentListResponse })
  list(): InstrumentListResponse {
    const instruments = this.instruments.all().map((one) => InstrumentSummary.of(one));
    return { total: instruments.length, instruments };
  }

  /**
   * Get one instrument with its items, scoring and sources.
   *
   * It has items, options, scoring, cut-offs with their sources, the licence and citations.
   */
  @Get(':id')
  @Document()
  @ApiOperation({ operationId: 'instrumentsGet' })
  @ApiOkResponse({ type: InstrumentResponse })
  get(@CodeParam('id') id: string): InstrumentResponse {
    return InstrumentResponse.of(this.instruments.get(id));
  }

  /**
   * Score the answers to an instrument, or interpret a total.
   *
   * The total may have been calculated elsewhere. Safety messages come first. If answers are missing there is no total;
   * nothing is imputed. Nothing of the request is stored, logged or cached.
   */
  @Post(':id/score')
  @HttpCode(200)
  @OpenUnder('match')
  @ApiOperation({ operationId: 'instrumentsScore' })
  @ApiOkResponse({ type: ScoredInstrumentResponse })
  score(
    @CodeParam('id') id: string,
    @Body() request: ScoreInstrumentRequest,
    @Headers('accept-language') accepted?: string,
  ): ScoredInstrumentResponse {
    return this.instruments.score(id, request, preferredLanguage(accepted));
  }
}
