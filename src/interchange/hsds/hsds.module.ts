import { Module } from '@nestjs/common';
import { EvidenceModule } from '../../evidence/evidence.module.js';
import { HsdsController } from './hsds.controller.js';
import { HsdsFilters } from './hsds-filters.js';
import { HsdsOrganizationController } from './hsds-organization.controller.js';
import { HsdsPlaceController } from './hsds-place.controller.js';
import { HsdsServiceController } from './hsds-service.controller.js';
import { HsdsTaxonomyController } from './hsds-taxonomy.controller.js';
import { HsdsTermController } from './hsds-term.controller.js';
import { TermBooks } from './term-books.js';

/** The directory as the Human Services Data Specification has it (HSDS 3.1), to be read by anybody. */
@Module({
  imports: [EvidenceModule],
  controllers: [
    HsdsController,
    HsdsServiceController,
    HsdsOrganizationController,
    HsdsPlaceController,
    HsdsTaxonomyController,
    HsdsTermController,
  ],
  providers: [HsdsFilters, TermBooks],
})
export class HsdsModule {}
