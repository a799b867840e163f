import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HttpModule } from '../http/http.module.js';
import { Change } from './change.entity.js';
import { FactController } from './fact.controller.js';
import { Location } from './location.entity.js';
import { OrganizationController } from './organization.controller.js';
import { Organization } from './organization.entity.js';
import { DirectoryMemory } from './memory/directory-memory.js';
import { ProgramMemory } from './memory/program-memory.js';
import { ProgramApproach } from './program-approach.entity.js';
import { ProgramSource } from './program-source.entity.js';
import { ProgramController } from './program.controller.js';
import { Program } from './program.entity.js';
import { ProgramService } from './program.service.js';
import { VocabularyController } from './vocabulary.controller.js';

/** Organizations, locations, programs, and what their sources say. */
@Module({
  imports: [
    HttpModule,
    TypeOrmModule.forFeature([Organization, Location, Program, ProgramSource, ProgramApproach, Change]),
  ],
  controllers: [ProgramController, OrganizationController, VocabularyController, FactController],
  providers: [DirectoryMemory, ProgramMemory, ProgramService],
  exports: [DirectoryMemory],
})
export class DirectoryModule {}
