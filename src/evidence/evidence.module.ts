import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Change } from '../directory/change.entity.js';
import { HttpModule } from '../http/http.module.js';
import { ApproachController } from './approach.controller.js';
import { Approach } from './approach.entity.js';
import { ApproachService } from './approach.service.js';
import { CitationController } from './citations/citation.controller.js';
import { Citation } from './citations/citation.entity.js';
import { CitationRetraction } from './citations/citation-retraction.service.js';
import { CitationService } from './citations/citation.service.js';
import { RatingController } from './ratings/rating.controller.js';
import { Rating } from './ratings/rating.entity.js';
import { EvidenceStrengths } from './evidence-strengths.js';
import { GradeImport } from './ratings/grade-import.service.js';
import { InterestController } from './ratings/interest.controller.js';
import { RatingDesk } from './ratings/rating-desk.service.js';
import { RatingService } from './ratings/rating.service.js';
import { ResourceCatalog } from './resource-catalog.js';
import { MeetingService } from './meetings/meeting.service.js';
import { ResourceController } from './resource.controller.js';
import { ShelfLifeRounds } from './shelf-life-rounds.js';

/** The evidence registry, and the national resources that refer to it. */
@Module({
  imports: [HttpModule, TypeOrmModule.forFeature([Approach, Rating, Citation, Change])],
  controllers: [
    ApproachController,
    RatingController,
    CitationController,
    InterestController,
    ResourceController,
  ],
  providers: [
    ApproachService,
    EvidenceStrengths,
    GradeImport,
    MeetingService,
    RatingDesk,
    RatingService,
    CitationRetraction,
    CitationService,
    ShelfLifeRounds,
    { provide: ResourceCatalog, useFactory: () => ResourceCatalog.read() },
  ],
  exports: [ApproachService, ResourceCatalog],
})
export class EvidenceModule {}
