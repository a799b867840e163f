import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Write, type Writing } from '../http/writes/write-context.js';
import { AttestationRequest } from './attestation.dto.js';
import { AttestationService } from './attestation.service.js';
import { ToldResponse } from './observation.dto.js';

@ApiTags('programs')
@Controller('v1/attestations')
export class AttestationController {
  constructor(private readonly attestations: AttestationService) {}

  /** A provider states facts of its program by a signed link: shown as attested, with its day and who says so. */
  @Post()
  @ApiOperation({ operationId: 'attestationsMake' })
  attest(@Body() request: AttestationRequest, @Write() writing: Writing): Promise<ToldResponse> {
    return this.attestations.attest(request, writing);
  }
}
