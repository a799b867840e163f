import { Module } from '@nestjs/common';
import { HttpModule } from '../../http/http.module.js';
import { FhirDirectory } from './fhir-directory.js';
import { FhirLocationController } from './fhir-location.controller.js';
import { FhirMetadataController } from './fhir-metadata.controller.js';
import { FhirOrganizationController } from './fhir-organization.controller.js';
import { HealthcareServiceController } from './healthcare-service.controller.js';

/** The directory as FHIR R4 resources, aligned with Plan-Net, to be read by anybody. */
@Module({
  imports: [HttpModule],
  controllers: [
    FhirMetadataController,
    HealthcareServiceController,
    FhirLocationController,
    FhirOrganizationController,
  ],
  providers: [FhirDirectory],
})
export class FhirModule {}
