import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Write, type WriteContext } from '../http/writes/write-context.js';
import { AttestationRequest } from './attestation.dto.js';
import { AttestationService } from './attestation.service.js';
import { StatementResponse } from './observation.dto.js';

@ApiTags('programs')
@Controller('v1/attestations')
export class AttestationController {
  constructor(private readonly attestations: AttestationService) {}

  /**
   * Create an attestation of a program's facts by its provider, with a signed link.
   *
   * The facts are shown as attested, with the date and the name of the person who attests.
   */
  @Post()
  @ApiOperation({ operationId: 'attestationsCreate' })
  create(@Body() request: AttestationRequest, @Write() context: WriteContext): Promise<StatementResponse> {
    return this.attestations.attest(request, context);
  }
}
