import { Body, Controller, Get, Header, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/caller.js';
import { Located } from '../../http/writes/location.decorator.js';
import { Tagged } from '../../http/writes/etag.decorator.js';
import { Paged } from '../../http/pages/paged.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { Write, type Writing } from '../../http/writes/write-context.js';
import { ChangeMessage, PingMessage } from './webhook-message.dto.js';
import { WebhookReplay } from './webhook-replay.service.js';
import {
  DeliveryPage,
  DeliveryResponse,
  NewWebhookRequest,
  ReplayRequest,
  SecretRotationRequest,
  WebhookActRequest,
  WebhookChangeRequest,
  WebhookPage,
  WebhookProgress,
  WebhookQuery,
  WebhookResponse,
  WebhookWithSecret,
} from './webhook.dto.js';
import { WebhookService } from './webhook.service.js';

@ApiTags('changes')
@ApiExtraModels(ChangeMessage, PingMessage)
@Controller('v1/webhooks')
export class WebhookController {
  constructor(
    private readonly webhooks: WebhookService,
    private readonly replays: WebhookReplay,
  ) {}

  /**
   * Makes an endpoint that is told of changes from now on, as Standard Webhooks has it. The answer shows its secret,
   * this once.
   */
  @Post()
  @Needs('administrator')
  @Located('/v1/webhooks')
  @ApiOperation({ operationId: 'webhooksCreate' })
  create(@Body() request: NewWebhookRequest, @Write() writing: Writing): Promise<WebhookWithSecret> {
    return this.webhooks.create(request, writing);
  }

  /** Every endpoint, the newest first. */
  @Get()
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'webhooksList' })
  list(@Query() query: WebhookQuery): Promise<WebhookPage> {
    return this.webhooks.list(query);
  }

  /** One endpoint. */
  @Get(':id')
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'webhooksGet' })
  get(@UuidParam('id') id: string): Promise<WebhookResponse> {
    return this.webhooks.get(id);
  }

  /** Changes its name, address or events (JSON Merge Patch); needs If-Match with the ETag of a GET. */
  @Patch(':id')
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @Needs('administrator')
  @Tagged()
  @ApiOperation({ operationId: 'webhooksChange' })
  change(
    @UuidParam('id') id: string,
    @Body() request: WebhookChangeRequest,
    @Write() writing: Writing,
  ): Promise<WebhookResponse> {
    return this.webhooks.change(id, request, writing);
  }

  /** Gives it a new secret, shown this once. For a while deliveries are signed with both. */
  @Post(':id/rotate-secret')
  @ApiBody({ type: SecretRotationRequest, required: false })
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksRotateSecret' })
  rotate(
    @UuidParam('id') id: string,
    @Body() request: SecretRotationRequest,
    @Write() writing: Writing,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(id, request, writing);
  }

  /** Tells it nothing for now. What comes meanwhile is kept for it. */
  @Post(':id/disable')
  @ApiBody({ type: WebhookActRequest, required: false })
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksDisable' })
  disable(
    @UuidParam('id') id: string,
    @Body() request: WebhookActRequest,
    @Write() writing: Writing,
  ): Promise<WebhookResponse> {
    return this.webhooks.disable(id, request, writing);
  }

  /** Goes on where it stood, at once. */
  @Post(':id/enable')
  @ApiBody({ type: WebhookActRequest, required: false })
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksEnable' })
  enable(
    @UuidParam('id') id: string,
    @Body() request: WebhookActRequest,
    @Write() writing: Writing,
  ): Promise<WebhookResponse> {
    return this.webhooks.enable(id, request, writing);
  }

  /** Sends it a `ping` and tells what became of it, enabled or not. */
  @Post(':id/test')
  @ApiBody({ type: WebhookActRequest, required: false })
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksTest' })
  test(
    @UuidParam('id') id: string,
    @Body() request: WebhookActRequest,
    @Write() writing: Writing,
  ): Promise<DeliveryResponse> {
    return this.replays.test(id, request, writing);
  }

  /** Tells it again all that changed since a time or a place of the feed; from `now` it skips what is pending. */
  @Post(':id/replay')
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksReplay' })
  replay(
    @UuidParam('id') id: string,
    @Body() request: ReplayRequest,
    @Write() writing: Writing,
  ): Promise<WebhookProgress> {
    return this.replays.replay(id, request, writing);
  }

  /** Where it stands, and the latest attempts: status, duration, what went wrong. */
  @Get(':id/deliveries')
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'webhooksDeliveries' })
  deliveries(@UuidParam('id') id: string, @Query() query: WebhookQuery): Promise<DeliveryPage> {
    return this.replays.deliveries(id, query);
  }
}
