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

  @Get()
  @ApiOperation({
    summary: 'Every screening instrument that is shipped; some are entered as totals only',
    operationId: 'instrumentsList',
  })
  @ApiOkResponse({ type: InstrumentListResponse })
  list(): InstrumentListResponse {
    const instruments = this.instruments.all().map((one) => InstrumentSummary.of(one));
    return { total: instruments.length, instruments };
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One instrument: items, options, scoring, cut-offs with their sources, licence, citations',
    operationId: 'instrumentsGet',
  })
  @ApiOkResponse({ type: InstrumentResponse })
  get(@CodeParam('id') id: string): InstrumentResponse {
    return InstrumentResponse.of(this.instruments.get(id));
  }

  /**
   * Scores answers, or reads a total that was worked out elsewhere; the safety messages they call for come first.
   *
   * Missing answers leave a total out; nothing is imputed. Nothing of the request is stored, logged or cached.
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
