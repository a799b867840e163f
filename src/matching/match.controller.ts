import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { preferredLanguage } from '../http/language.js';
import { MatchRequest } from './match-request.dto.js';
import { MatchAnswer } from './match-response.dto.js';
import { MatchService } from './match.service.js';

@ApiTags('matches')
@Controller('v1/matches')
export class MatchController {
  constructor(private readonly matches: MatchService) {}

  /**
   * Ranks treatment programs for what a client needs, and explains every line.
   *
   * Programs that fail a constraint are left out; those where something asked for is unknown stand in the tier
   * `confirm_first`, each with the question to ask. Safety messages come first; in an emergency
   * there is no list until they are acknowledged. Sentences come in English or Spanish by `Accept-Language`, and
   * `englishOnly` names what stays in English. Nothing of the request is stored, logged or cached.
   */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'matchesRank' })
  match(@Body() request: MatchRequest, @Headers('accept-language') accepted?: string): Promise<MatchAnswer> {
    return this.matches.match(request, preferredLanguage(accepted));
  }
}
