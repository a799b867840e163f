import { ApiProperty } from '@nestjs/swagger';
import { CHANGE_ENTITIES, type ChangeEntity } from '../../directory/change.entity.js';
import { PING, WEBHOOK_EVENTS, type WebhookEvent } from './webhook-message.js';

export class ChangedThing {
  @ApiProperty({ enum: CHANGE_ENTITIES, enumName: 'ChangeEntity' })
  entity: ChangeEntity;

  /** UUID of the program, rating or citation; code of the approach. */
  id: string;

  /** Version of the entity after this change; grows with every change. */
  version: number;

  /** The other program of `program.merged` and `program.split`. */
  @ApiProperty({ required: false, format: 'uuid' })
  other?: string;

  /** Address of its current state. */
  @ApiProperty({ example: '/v1/programs/7f1c2f6e-3d0b-5c8e-9a44-2f0f6d1f8f10' })
  link: string;

  /** Number of the change; grows with every change. */
  seq: number;

  /** The place in the change feed right after this change. */
  cursor: string;
}

/**
 * The message about one change: without its content, so that a receiver always reads the current state from its link.
 */
export class ChangeMessage {
  @ApiProperty({ enum: WEBHOOK_EVENTS, enumName: 'WebhookEvent' })
  type: WebhookEvent;

  /** When the transaction of the change began. */
  @ApiProperty({ format: 'date-time' })
  timestamp: string;

  data: ChangedThing;
}

export class PingedWebhook {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ example: '/v1/webhooks/7b1a3a46-2f0e-4a51-9a53-5b4e6f8d0c21' })
  link: string;
}

/** The message that tests whether deliveries arrive. */
export class PingMessage {
  @ApiProperty({ enum: [PING] })
  type: typeof PING;

  @ApiProperty({ format: 'date-time' })
  timestamp: string;

  data: PingedWebhook;
}
