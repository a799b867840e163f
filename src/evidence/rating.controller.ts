import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../http/path-parameters.js';
import { RatingDetailResponse } from './rating.dto.js';
import { RatingService } from './rating.service.js';

@ApiTags('evidence')
@Controller('v1/ratings')
export class RatingController {
  constructor(private readonly ratings: RatingService) {}

  @Get(':id')
  @ApiOperation({
    summary:
      'One rating in full: certainty with its reasons, direction, badge, effect, state of review, citations',
    operationId: 'ratingsGet',
  })
  @ApiOkResponse({ type: RatingDetailResponse })
  get(@UuidParam('id') id: string): Promise<RatingDetailResponse> {
    return this.ratings.get(id);
  }
}
