import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { MatchRequest } from '../../../src/matching/match-request.dto.js';

/** Validates what a match validates and answers the same bytes each time: what the service costs without a match. */
@Controller('bench/constant')
export class ConstantController {
  /** Set before the first request. */
  static body = '';

  @Post()
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  answer(@Body() _request: MatchRequest): string {
    return ConstantController.body;
  }
}
