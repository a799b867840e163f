import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ArrayOverlap, In, type Repository } from 'typeorm';
import { today } from '../config/today.js';
import { closestWord } from '../http/validation/closest-word.js';
import { Problem } from '../http/problem.js';
import {
  type ApproachQuery,
  ApproachListResponse,
  ApproachResponse,
  ApproachSummaryResponse,
} from './approach.dto.js';
import { Approach } from './approach.entity.js';
import { withPublicRatings } from './published-approaches.js';

@Injectable()
export class ApproachService {
  constructor(@InjectRepository(Approach) private readonly approaches: Repository<Approach>) {}

  /** All matching approaches, including those never recommended, by code. */
  async list({ condition, kind, badge }: ApproachQuery): Promise<ApproachListResponse> {
    const found = await this.approaches.find({
      where: {
        ...(condition && { conditions: ArrayOverlap([...new Set([...condition, 'any'])]) }),
        ...(kind && { kind: In(kind) }),
      },
      relations: { ratings: true },
    });
    const approaches = found
      .map((approach) => ApproachSummaryResponse.of(withPublicRatings(approach)))
      .filter(({ ratings }) => !badge || ratings.some((rating) => badge.includes(rating.badge)))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    return { total: approaches.length, approaches };
  }

  /** Throws a 404 problem for an unknown code, with the closest known one if there is one. */
  async get(code: string): Promise<ApproachResponse> {
    const approach = await this.approaches.findOne({
      where: { code },
      relations: { ratings: { citations: true }, citations: true },
    });
    if (approach === null) throw await this.unknownCode(code);
    return ApproachResponse.of(withPublicRatings(approach), today());
  }

  private async unknownCode(code: string): Promise<Problem> {
    const known = await this.approaches.find({ select: { code: true } });
    const suggestion = closestWord(
      code,
      known.map((approach) => approach.code),
    );
    if (suggestion === undefined) return Problem.notFound('approach', code);
    const message = `there is no approach ${code}; did you mean "${suggestion}"?`;
    return new Problem('not-found', `There is no approach ${code}; did you mean "${suggestion}"?`, [
      { parameter: 'code', message, suggestion },
    ]);
  }
}
