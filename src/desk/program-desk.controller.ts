import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProgramDetail } from '../directory/program-detail.dto.js';
import { Needs } from '../http/caller.js';
import { Located } from '../http/writes/location.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Tagged } from '../http/writes/etag.decorator.js';
import { Write, type Writing } from '../http/writes/write-context.js';
import { AttestationLinkRequest, AttestationLinkResponse } from './attestation.dto.js';
import { AttestationService } from './attestation.service.js';
import { ToldResponse, Why } from './observation.dto.js';
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

  /** Lists a program that no source lists. */
  @Post()
  @Needs('directory-editor')
  @Located('/v1/programs')
  @Tagged()
  @ApiOperation({ operationId: 'programsCreate' })
  create(@Body() request: NewProgramRequest, @Write() writing: Writing): Promise<ProgramDetail> {
    return this.desk.create(request, writing);
  }

  /**
   * Corrects names, contacts and facts, as a JSON Merge Patch (RFC 7396): what is not named stays, `null` takes it
   * away. A correction stands over what the source says, also after the next import.
   */
  @Patch(':id')
  @Needs('directory-editor')
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @Tagged()
  @ApiBody({ type: ProgramPatchBody })
  @ApiOperation({ operationId: 'programsEdit' })
  edit(
    @UuidParam('id') id: string,
    @Body() patch: unknown,
    @Write() writing: Writing,
  ): Promise<ProgramDetail> {
    return this.desk.edit(id, patch, writing);
  }

  /** Takes a program out of searches and matches: no import brings it back, only an editor. It stays readable. */
  @Post(':id/withdraw')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  @Tagged()
  @ApiOperation({ operationId: 'programsWithdraw' })
  withdraw(
    @UuidParam('id') id: string,
    @Body() { why }: Why,
    @Write() writing: Writing,
  ): Promise<ProgramDetail> {
    return this.desk.withdraw(id, why, writing);
  }

  /** Publishes a program again that an editor withdrew. */
  @Post(':id/restore')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  @Tagged()
  @ApiOperation({ operationId: 'programsRestore' })
  restore(
    @UuidParam('id') id: string,
    @Body() { why }: Why,
    @Write() writing: Writing,
  ): Promise<ProgramDetail> {
    return this.desk.restore(id, why, writing);
  }

  /** Moves what a program says of itself to attested or verified: by whom, how, and until when. */
  @Post(':id/verify')
  @Needs('directory-editor')
  @ApiOperation({ operationId: 'programsVerify' })
  verify(
    @UuidParam('id') id: string,
    @Body() request: VerificationRequest,
    @Write() writing: Writing,
  ): Promise<ToldResponse> {
    return this.verifications.verify(id, request, writing);
  }

  /** Makes a signed link by which the provider states facts of this program, once. */
  @Post(':id/attestation-links')
  @Needs('directory-editor')
  @ApiOperation({ operationId: 'attestationLinksMake' })
  makeLink(
    @UuidParam('id') id: string,
    @Body() request: AttestationLinkRequest,
    @Write() writing: Writing,
  ): Promise<AttestationLinkResponse> {
    return this.attestations.makeLink(id, request, writing);
  }
}
