import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { MatchRequest } from '../../../src/matching/match-request.dto.js';
import type { BenchForm } from './bench-requests.js';

/** Validates what a match validates and answers the same bytes each time: what the service costs without a match. */
@Controller('bench/constant')
export class ConstantController {
  /** By form; set before the first request. */
  static readonly bodies = new Map<BenchForm, string>();

  @Post(':form')
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  answer(@Param('form') form: BenchForm, @Body() _request: MatchRequest): string {
    return ConstantController.bodies.get(form)!;
  }
}
