import { Body, Controller, Get, Header, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/caller.js';
import { HoldsSecret } from '../../http/answers/answer-kinds.js';
import { WithLocation } from '../../http/writes/location.decorator.js';
import { WithETag } from '../../http/writes/etag.decorator.js';
import { Paged } from '../../http/pages/paged.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { Write, type WriteContext } from '../../http/writes/write-context.js';
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
   * Create a webhook, which receives changes from now on (Standard Webhooks).
   *
   * The secret is shown in this answer only.
   */
  @Post()
  @Needs('administrator')
  @WithLocation('/v1/webhooks')
  @HoldsSecret()
  @ApiOperation({ operationId: 'webhooksCreate' })
  create(@Body() request: NewWebhookRequest, @Write() context: WriteContext): Promise<WebhookWithSecret> {
    return this.webhooks.create(request, context);
  }

  /** List webhooks, newest first. */
  @Get()
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'webhooksList' })
  list(@Query() query: WebhookQuery): Promise<WebhookPage> {
    return this.webhooks.list(query);
  }

  /** Get one webhook. */
  @Get(':id')
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'webhooksGet' })
  get(@UuidParam('id') id: string): Promise<WebhookResponse> {
    return this.webhooks.get(id);
  }

  /**
   * Update the name, address or events of a webhook (JSON Merge Patch).
   *
   * Needs If-Match with the ETag of a GET.
   */
  @Patch(':id')
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @Needs('administrator')
  @WithETag()
  @ApiOperation({ operationId: 'webhooksUpdate' })
  update(
    @UuidParam('id') id: string,
    @Body() request: WebhookChangeRequest,
    @Write() context: WriteContext,
  ): Promise<WebhookResponse> {
    return this.webhooks.change(id, request, context);
  }

  /**
   * Rotate the secret of a webhook.
   *
   * The new secret is shown in this answer only. During the overlap period deliveries are signed with both secrets.
   */
  @Post(':id/rotate-secret')
  @ApiBody({ type: SecretRotationRequest, required: false })
  @Needs('administrator')
  @HttpCode(200)
  @HoldsSecret()
  @ApiOperation({ operationId: 'webhooksRotateSecret' })
  rotateSecret(
    @UuidParam('id') id: string,
    @Body() request: SecretRotationRequest,
    @Write() context: WriteContext,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(id, request, context);
  }

  /**
   * Disable a webhook.
   *
   * Nothing is delivered while it is disabled; changes are kept for it.
   */
  @Post(':id/disable')
  @ApiBody({ type: WebhookActRequest, required: false })
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksDisable' })
  disable(
    @UuidParam('id') id: string,
    @Body() request: WebhookActRequest,
    @Write() context: WriteContext,
  ): Promise<WebhookResponse> {
    return this.webhooks.disable(id, request, context);
  }

  /**
   * Enable a webhook.
   *
   * Delivery resumes at once, where it stopped.
   */
  @Post(':id/enable')
  @ApiBody({ type: WebhookActRequest, required: false })
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksEnable' })
  enable(
    @UuidParam('id') id: string,
    @Body() request: WebhookActRequest,
    @Write() context: WriteContext,
  ): Promise<WebhookResponse> {
    return this.webhooks.enable(id, request, context);
  }

  /**
   * Test a webhook with a `ping`, and report the result.
   *
   * A disabled webhook can be tested too.
   */
  @Post(':id/test')
  @ApiBody({ type: WebhookActRequest, required: false })
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksTest' })
  test(
    @UuidParam('id') id: string,
    @Body() request: WebhookActRequest,
    @Write() context: WriteContext,
  ): Promise<DeliveryResponse> {
    return this.replays.test(id, request, context);
  }

  /**
   * Replay all changes since a time or a cursor of the feed.
   *
   * `now` skips what is pending.
   */
  @Post(':id/replay')
  @Needs('administrator')
  @HttpCode(200)
  @ApiOperation({ operationId: 'webhooksReplay' })
  replay(
    @UuidParam('id') id: string,
    @Body() request: ReplayRequest,
    @Write() context: WriteContext,
  ): Promise<WebhookProgress> {
    return this.replays.replay(id, request, context);
  }

  /**
   * List the latest deliveries of a webhook, with its progress.
   *
   * Each attempt has its status, duration and error.
   */
  @Get(':id/deliveries')
  @Needs('administrator')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'webhookDeliveriesList' })
  listDeliveries(@UuidParam('id') id: string, @Query() query: WebhookQuery): Promise<DeliveryPage> {
    return this.replays.deliveries(id, query);
  }
}
