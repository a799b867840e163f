import { type DynamicModule, Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { HttpModule } from '../http/http.module.js';
import { ChosenPrograms } from './chosen-programs.js';
import { ComparisonService } from './comparison.service.js';
import { ImpactController } from './impact.controller.js';
import { ImpactService } from './impact.service.js';
import { MatchController } from './match.controller.js';
import { MatchService } from './match.service.js';
import { MeasuredMatches } from './measured-matches.js';
import { DirectoryMetrics } from './live/directory-metrics.js';
import { FIRST_BUILD, type FirstBuild } from './live/first-build.js';
import { IndexBuilder } from './live/index-builder.js';
import { LiveDirectory } from './live/live-directory.js';
import { MemoryKeeper } from './live/memory-keeper.js';
import { PolicyController } from './policy.controller.js';
import { RequestReader } from './need/request-reader.js';
import { WhyNotService } from './why-not.service.js';
import { OsrmRouter } from './travel/osrm-router.js';
import { readTravelAssumptions } from './travel/travel-assumptions.js';
import { TravelTimes } from './travel/travel-times.js';

export interface MatchingOptions {
  readonly routingUrl?: string | undefined;
  readonly firstBuild?: FirstBuild | undefined;
}

/** Ranks programs for a need, and publishes the rules of the ranking. */
@Module({
  imports: [AssessmentsModule, DirectoryModule, EvidenceModule, HttpModule],
  controllers: [ImpactController, MatchController, PolicyController],
  providers: [
    ChosenPrograms,
    ComparisonService,
    DirectoryMetrics,
    ImpactService,
    IndexBuilder,
    LiveDirectory,
    MatchService,
    MeasuredMatches,
    MemoryKeeper,
    RequestReader,
    WhyNotService,
  ],
  exports: [ChosenPrograms, LiveDirectory, RequestReader],
})
export class MatchingModule {
  /**
   * @param routingUrl of an OSRM-compatible service; without it travel is estimated
   * @param firstBuild an index whose build began before the rooms were loaded
   */
  static with({ routingUrl, firstBuild }: MatchingOptions): DynamicModule {
    const router = routingUrl === undefined ? undefined : new OsrmRouter(routingUrl);
    return {
      module: MatchingModule,
      providers: [
        { provide: TravelTimes, useFactory: () => new TravelTimes(readTravelAssumptions(), router) },
        { provide: FIRST_BUILD, useValue: firstBuild },
      ],
    };
  }
}
