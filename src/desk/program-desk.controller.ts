import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProgramDetail } from '../directory/program-detail.dto.js';
import { Needs } from '../http/caller.js';
import { HoldsSecret } from '../http/answers/answer-kinds.js';
import { WithLocation } from '../http/writes/location.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { WithETag } from '../http/writes/etag.decorator.js';
import { Write, type WriteContext } from '../http/writes/write-context.js';
import { AttestationLinkRequest, AttestationLinkResponse } from './attestation.dto.js';
import { AttestationService } from './attestation.service.js';
import { StatementResponse, Why } from './observation.dto.js';
import { NewProgramRequest, ProgramPatchBody } from './program-desk.dto.js';
import { ProgramDeskService } from './program-desk.service.js';
import { VerificationRequest } from './verification.dto.js';
import { VerificationService } from './verification.service.js';

@ApiTags('desk')
@Controller('v1/programs')
export class ProgramDeskController {
  constructor(
    private readonly desk: ProgramDeskService,
    private readonly verifications: VerificationService,
    private readonly attestations: AttestationService,
  ) {}

  /** Create a program that no source lists. */
  @Post()
  @Needs('directory-editor')
  @WithLocation('/v1/programs')
  @WithETag()
  @ApiOperation({ operationId: 'programsCreate' })
  create(@Body() request: NewProgramRequest, @Write() context: WriteContext): Promise<ProgramDetail> {
    return this.desk.create(request, context);
  }

  /**
   * Update names, contacts and facts of a program (JSON Merge Patch, RFC 7396).
   *
   * A field that is left out keeps its value; `null` removes it. A correction takes precedence over the source, also
   * after the next import.
   */
  @Patch(':id')
  @Needs('directory-editor')
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @WithETag()
  @ApiBody({ type: ProgramPatchBody })
  @ApiOperation({ operationId: 'programsUpdate' })
  update(
    @UuidParam('id') id: string,
    @Body() patch: unknown,
    @Write() context: WriteContext,
  ): Promise<ProgramDetail> {
    return this.desk.edit(id, patch, context);
  }

  /**
   * Withdraw a program from searches and matches.
   *
   * It stays readable. No import publishes it again; only an editor can.
   */
  @Post(':id/withdraw')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  @WithETag()
  @ApiOperation({ operationId: 'programsWithdraw' })
  withdraw(
    @UuidParam('id') id: string,
    @Body() { why }: Why,
    @Write() context: WriteContext,
  ): Promise<ProgramDetail> {
    return this.desk.withdraw(id, why, context);
  }

  /**
   * Restore a program that an editor withdrew.
   *
   * It is published again.
   */
  @Post(':id/restore')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  @WithETag()
  @ApiOperation({ operationId: 'programsRestore' })
  restore(
    @UuidParam('id') id: string,
    @Body() { why }: Why,
    @Write() context: WriteContext,
  ): Promise<ProgramDetail> {
    return this.desk.restore(id, why, context);
  }

  /**
   * Verify what a program says about itself.
   *
   * Its facts become attested or verified, with the person, the method and the end date.
   */
  @Post(':id/verify')
  @Needs('directory-editor')
  @ApiOperation({ operationId: 'programsVerify' })
  verify(
    @UuidParam('id') id: string,
    @Body() request: VerificationRequest,
    @Write() context: WriteContext,
  ): Promise<StatementResponse> {
    return this.verifications.verify(id, request, context);
  }

  /** Create a signed link with which the provider attests facts of this program, once. */
  @Post(':id/attestation-links')
  @Needs('directory-editor')
  @HoldsSecret()
  @ApiOperation({ operationId: 'attestationLinksCreate' })
  createLink(
    @UuidParam('id') id: string,
    @Body() request: AttestationLinkRequest,
    @Write() context: WriteContext,
  ): Promise<AttestationLinkResponse> {
    return this.attestations.makeLink(id, request, context);
  }
}
