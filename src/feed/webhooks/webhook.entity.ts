import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { WebhookEvent } from './webhook-message.js';

export const WEBHOOK_STATUSES = ['enabled', 'disabled'] as const;
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** `gone`: it answered 410; `failing`: for days nothing could be delivered. */
export const DISABLED_REASONS = ['by-hand', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** An endpoint of somebody else that is told of changes. How far it has come is kept apart (`webhook_progress`). */
@Entity('webhook')
export class Webhook {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** May hold a secret of the receiver's: for administrators only, in no log and no trail. */
  @Column('text')
  url: string;

  @Column('text', { array: true })
  events: WebhookEvent[];

  @Column('text')
  status: WebhookStatus;

  @Column('text', { name: 'disabled_because', nullable: true })
  disabledBecause: DisabledReason | null;

  /** As WebhookSecrets stores it. */
  @Column('text')
  secret: string;

  @Column('timestamptz', { name: 'secret_made_at' })
  secretMadeAt: Date;

  @Column('text', { name: 'previous_secret', nullable: true })
  previousSecret: string | null;

  /** Until then deliveries are signed with the previous secret, too. */
  @Column('timestamptz', { name: 'previous_secret_until', nullable: true })
  previousSecretUntil: Date | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
