import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/caller.js';
import { Located } from '../http/writes/location.decorator.js';
import { Paged } from '../http/pages/paged.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type Writing } from '../http/writes/write-context.js';
import {
  KeyPage,
  KeyQuery,
  KeyResponse,
  KeyRevocationRequest,
  KeyRotationRequest,
  MadeKeyResponse,
  NewKeyRequest,
} from './key.dto.js';
import { KeyService } from './key.service.js';

@ApiTags('desk')
@Controller('v1/keys')
export class KeyController {
  constructor(private readonly keys: KeyService) {}

  /** Every key, the newest first, without its secrets: also those that have expired or were taken back. */
  @Get()
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'keysList' })
  list(@Query() query: KeyQuery): Promise<KeyPage> {
    return this.keys.list(query);
  }

  /** One key, without its secrets. */
  @Get(':id')
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'keysGet' })
  get(@UuidParam('id') id: string): Promise<KeyResponse> {
    return this.keys.get(id);
  }

  /**
   * Makes a key. Its secret is in this answer and nowhere else.
   *
   * The answer is not kept under an Idempotency-Key: a repeat is 409. Take back the key whose answer was lost, and make
   * another.
   */
  @Post()
  @Needs('administrator')
  @Located('/v1/keys')
  @ApiOperation({ operationId: 'keysCreate' })
  create(@Body() request: NewKeyRequest, @Write() writing: Writing): Promise<MadeKeyResponse> {
    return this.keys.create(request, writing);
  }

  /**
   * Gives a key a new secret, in this answer and nowhere else. The secrets from before go on opening for the overlap.
   *
   * The answer is not kept under an Idempotency-Key: a repeat is 409. Where the answer was lost rotate again: the one in
   * use still opens.
   */
  @Post(':id/rotate')
  @ApiBody({ type: KeyRotationRequest, required: false })
  @HttpCode(200)
  @Needs('administrator')
  @ApiOperation({ operationId: 'keysRotate' })
  rotate(
    @UuidParam('id') id: string,
    @Body() request: KeyRotationRequest,
    @Write() writing: Writing,
  ): Promise<MadeKeyResponse> {
    return this.keys.rotate(id, request, writing);
  }

  /**
   * Takes a key back for good: all its secrets open nothing from this moment, on every process. The last key with the
   * role `administrator` is taken back on the command line alone.
   */
  @Post(':id/revoke')
  @ApiBody({ type: KeyRevocationRequest, required: false })
  @HttpCode(200)
  @Needs('administrator')
  @ApiOperation({ operationId: 'keysRevoke' })
  revoke(
    @UuidParam('id') id: string,
    @Body() request: KeyRevocationRequest,
    @Write() writing: Writing,
  ): Promise<KeyResponse> {
    return this.keys.revoke(id, request, writing);
  }
}
