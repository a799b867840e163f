import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { WebhookEvent } from './webhook-message.js';

export const WEBHOOK_STATUSES = ['enabled', 'disabled'] as const;
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** `gone`: it answered 410; `failing`: every delivery failed for days. */
export const DISABLED_REASONS = ['by-hand', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** An external endpoint that receives changes. Its progress is stored separately (`webhook_progress`). */
@Entity('webhook')
export class Webhook {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** It may contain a secret of the receiver: shown to administrators only, never logged or audited. */
  @Column('text')
  url: string;

  @Column('text', { array: true })
  events: WebhookEvent[];

  @Column('text')
  status: WebhookStatus;

  @Column('text', { name: 'disabled_because', nullable: true })
  disabledBecause: DisabledReason | null;

  /** In the form in which WebhookSecrets stores it. */
  @Column('text')
  secret: string;

  @Column('timestamptz', { name: 'secret_made_at' })
  secretMadeAt: Date;

  @Column('text', { name: 'previous_secret', nullable: true })
  previousSecret: string | null;

  /** Until then deliveries are also signed with the previous secret. */
  @Column('timestamptz', { name: 'previous_secret_until', nullable: true })
  previousSecretUntil: Date | null;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
