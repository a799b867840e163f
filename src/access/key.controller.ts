import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/caller.js';
import { HoldsSecret } from '../http/answers/answer-kinds.js';
import { WithLocation } from '../http/writes/location.decorator.js';
import { Paged } from '../http/pages/paged.decorator.js';
import { UuidParam } from '../http/validation/path-parameters.js';
import { Write, type WriteContext } from '../http/writes/write-context.js';
import {
  KeyPage,
  KeyQuery,
  KeyResponse,
  KeyRevocationRequest,
  KeyRotationRequest,
  CreatedKeyResponse,
  NewKeyRequest,
} from './key.dto.js';
import { KeyService } from './key.service.js';

@ApiTags('desk')
@Controller('v1/keys')
export class KeyController {
  constructor(private readonly keys: KeyService) {}

  /**
   * List keys, newest first, without their secrets.
   *
   * Expired and revoked keys are included.
   */
  @Get()
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'keysList' })
  list(@Query() query: KeyQuery): Promise<KeyPage> {
    return this.keys.list(query);
  }

  /** Get one key, without its secrets. */
  @Get(':id')
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'keysGet' })
  get(@UuidParam('id') id: string): Promise<KeyResponse> {
    return this.keys.get(id);
  }

  /**
   * Create a key.
   *
   * The secret is shown in this answer only. The answer is not stored for its Idempotency-Key: a repeat is answered
   * 409. If the answer was lost, revoke the key and create another.
   */
  @Post()
  @Needs('administrator')
  @WithLocation('/v1/keys')
  @HoldsSecret()
  @ApiOperation({ operationId: 'keysCreate' })
  create(@Body() request: NewKeyRequest, @Write() context: WriteContext): Promise<CreatedKeyResponse> {
    return this.keys.create(request, context);
  }

  /**
   * Rotate the secret of a key.
   *
   * The new secret is shown in this answer only. Earlier secrets keep working during the overlap period. The answer is
   * not stored for its Idempotency-Key: a repeat is answered 409. If the answer was lost, rotate again: the secret in
   * use still works.
   */
  @Post(':id/rotate')
  @ApiBody({ type: KeyRotationRequest, required: false })
  @HttpCode(200)
  @Needs('administrator')
  @HoldsSecret()
  @ApiOperation({ operationId: 'keysRotate' })
  rotate(
    @UuidParam('id') id: string,
    @Body() request: KeyRotationRequest,
    @Write() context: WriteContext,
  ): Promise<CreatedKeyResponse> {
    return this.keys.rotate(id, request, context);
  }

  /**
   * Revoke a key for good.
   *
   * All its secrets are refused from this moment, on every process. The last key with the role `administrator` can be
   * revoked on the command line only.
   */
  @Post(':id/revoke')
  @ApiBody({ type: KeyRevocationRequest, required: false })
  @HttpCode(200)
  @Needs('administrator')
  @ApiOperation({ operationId: 'keysRevoke' })
  revoke(
    @UuidParam('id') id: string,
    @Body() request: KeyRevocationRequest,
    @Write() context: WriteContext,
  ): Promise<KeyResponse> {
    return this.keys.revoke(id, request, context);
  }
}
