import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { DatabasePulse } from '../../database/database-pulse.js';
import { ChangeNotifier } from '../change-news.js';
import { DeliveryTerms } from './delivery-terms.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { type Lease, leaseDue } from './webhook-progress.queries.js';

/** Number of endpoints that one process serves at once. */
const MOST_AT_ONCE = 8;
/** Longest time between two checks: there is a notice once a second even without changes. */
const HEARTBEAT_MS = 1_000;
/** How long running deliveries may take to finish when the process stops. */
const SHUTDOWN_TIMEOUT_MS = 3_000;

/**
 * Sends changes to webhooks. The table of changes has what is still to be sent, and each endpoint has its own progress:
 * this process keeps no state, and any process continues where another stopped or was killed.
 */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Webhooks');
  private readonly soon = new AbortController();
  private readonly now = new AbortController();
  private readonly serving = new Set<Promise<void>>();
  private looking: Promise<void> | undefined;
  private looksAgain = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly news: ChangeNotifier,
    private readonly delivery: WebhookDelivery,
    private readonly terms: DeliveryTerms,
    private readonly pulse: DatabasePulse,
  ) {}

  onApplicationBootstrap(): void {
    this.news.onNews(() => this.look());
    this.news.onAway(() => this.forget());
  }

  /** Running deliveries are finished, or sent again by the process that continues. */
  async beforeApplicationShutdown(): Promise<void> {
    this.soon.abort();
    const timer = setTimeout(() => this.now.abort(), SHUTDOWN_TIMEOUT_MS);
    await this.looking;
    await Promise.all(this.serving);
    clearTimeout(timer);
  }

  /** Serves all endpoints that are due. Concurrent calls share one check, which begins after they called. */
  look(): void {
    // A standby cannot say which deliveries are taken.
    if (this.soon.signal.aborted || this.pulse.current()?.isStandby) return;
    if (this.looking) {
      this.looksAgain = true;
      return;
    }
    this.looksAgain = false;
    const looking = this.serveDue()
      .catch((error: unknown) => this.log.warn('Changes cannot be delivered at the moment', error))
      .finally(() => {
        if (this.looking !== looking) return;
        this.looking = undefined;
        if (this.looksAgain) this.look();
      });
    this.looking = looking;
  }

  /** On a network that drops everything it would be awaited forever. If it ends after all, it does no harm. */
  private forget(): void {
    this.looking = undefined;
    this.serving.clear();
  }

  private async serveDue(): Promise<void> {
    const most = MOST_AT_ONCE - this.serving.size;
    // Each checks again when it is finished.
    if (most <= 0) return;
    const { leaseMs } = this.terms;
    const leases = await leaseDue(this.dataSource.manager, { lease: uuidV4(), leaseMs, most });
    for (const held of leases) {
      const serving = this.serve(held).finally(() => this.serving.delete(serving));
      this.serving.add(serving);
    }
  }

  /** An error here is our own; the lease expires, and a process continues. */
  private async serve(held: Lease): Promise<void> {
    try {
      const ending = { soon: this.soon.signal, now: this.now.signal };
      const dueIn = await this.delivery.serve(held, ending);
      if (dueIn !== undefined && dueIn < HEARTBEAT_MS) setTimeout(() => this.look(), dueIn).unref();
    } catch (error) {
      this.log.warn(`Webhook ${held.webhookId} cannot be delivered to at the moment`, error);
    }
  }
}
