import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Problem } from '../http/problem.js';
import { RatingDetailResponse } from './rating.dto.js';
import { Rating } from './rating.entity.js';

@Injectable()
export class RatingService {
  constructor(@InjectRepository(Rating) private readonly ratings: Repository<Rating>) {}

  /** In whatever state it is, retracted ones included; throws a 404 problem when there is none. */
  async get(id: string): Promise<RatingDetailResponse> {
    const rating = await this.ratings.findOne({
      where: { id },
      relations: { approach: { citations: true } },
    });
    if (rating === null) throw Problem.notFound('rating', id);
    return RatingDetailResponse.of(rating);
  }
}
