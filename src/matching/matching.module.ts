import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { Cursors } from '../http/cursors.js';
import { DirectorySnapshots } from './directory-snapshot.js';
import { MatchController } from './match.controller.js';
import { MatchService } from './match.service.js';
import { PolicyController } from './policy.controller.js';

/** Ranks programs for a need, and publishes by what rules. */
@Module({
  imports: [AssessmentsModule, EvidenceModule],
  controllers: [MatchController, PolicyController],
  providers: [Cursors, DirectorySnapshots, MatchService],
  exports: [DirectorySnapshots],
})
export class MatchingModule {}
