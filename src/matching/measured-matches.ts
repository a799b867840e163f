import { Injectable } from '@nestjs/common';
import type { Language } from '../core/vocabulary/languages.js';
import { Metrics } from '../metrics/metrics.js';
import { MatchService } from './match.service.js';
import type { MatchRequest } from './match-request.dto.js';

const SECOND = 1000;

/** Matches, with how long each part takes and how many programs there were to choose from. Nothing of a need is kept. */
@Injectable()
export class MeasuredMatches {
  constructor(
    private readonly matches: MatchService,
    private readonly metrics: Metrics,
  ) {}

  async match(request: MatchRequest, language: Language): Promise<Buffer> {
    const { matchSeconds, matchUniverse } = this.metrics;
    const began = performance.now();
    const result = await this.matches.result(request, language);
    const ranked = performance.now();
    const text = this.matches.write(result, request.detail);
    matchSeconds.observe({ part: 'rank' }, (ranked - began) / SECOND);
    matchSeconds.observe({ part: 'write' }, (performance.now() - ranked) / SECOND);
    for (const { ranking } of result.lists) matchUniverse.observe(ranking.universe);
    return text;
  }
}
