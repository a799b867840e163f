import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { ChangeNotifier } from '../change-news.js';
import { DeliveryTerms } from './delivery-terms.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { type Lease, leaseDue } from './webhook-progress.queries.js';

/** So many endpoints are served at once by one process. */
const MOST_AT_ONCE = 8;
/** A look comes by itself after this time at most: news are told once a second even where there are none. */
const HEARTBEAT_MS = 1_000;
/** How long deliveries under way may take to end when the process stops. */
const SHUTDOWN_TIMEOUT_MS = 3_000;

/**
 * Tells webhooks of changes. The table of changes is what is still to be sent, and each endpoint knows how far it has
 * come: nothing is kept in this process, and any process goes on where another stopped or was killed.
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
  ) {}

  onApplicationBootstrap(): void {
    this.news.onNews(() => this.look());
    this.news.onAway(() => this.forget());
  }

  /** What is under way is finished, or else sent again by whoever goes on. */
  async beforeApplicationShutdown(): Promise<void> {
    this.soon.abort();
    const timer = setTimeout(() => this.now.abort(), SHUTDOWN_TIMEOUT_MS);
    await this.looking;
    await Promise.all(this.serving);
    clearTimeout(timer);
  }

  /** Serves whoever is due. Many who call at once have one look made, which began after they called. */
  look(): void {
    if (this.soon.signal.aborted) return;
    if (this.looking) {
      this.looksAgain = true;
      return;
    }
    this.looksAgain = false;
    const looking = this.serveDue()
      .catch((error: unknown) => this.log.warn(`Changes cannot be delivered at the moment: ${String(error)}`))
      .finally(() => {
        if (this.looking !== looking) return;
        this.looking = undefined;
        if (this.looksAgain) this.look();
      });
    this.looking = looking;
  }

  /**
   * On a silent network it would be waited for without end. Should it come to its end all the same, it does no harm.
   */
  private forget(): void {
    this.looking = undefined;
    this.serving.clear();
  }

  private async serveDue(): Promise<void> {
    const most = MOST_AT_ONCE - this.serving.size;
    // Whoever is finished looks again.
    if (most <= 0) return;
    const { leaseMs } = this.terms;
    const leases = await leaseDue(this.dataSource.manager, { lease: uuidV4(), leaseMs, most });
    for (const held of leases) {
      const serving = this.serve(held).finally(() => this.serving.delete(serving));
      this.serving.add(serving);
    }
  }

  /** What fails here is our own; the lease runs out, and somebody goes on. */
  private async serve(held: Lease): Promise<void> {
    try {
      const ending = { soon: this.soon.signal, now: this.now.signal };
      const dueIn = await this.delivery.serve(held, ending);
      if (dueIn !== undefined && dueIn < HEARTBEAT_MS) setTimeout(() => this.look(), dueIn).unref();
    } catch (error) {
      this.log.warn(`Webhook ${held.webhookId} cannot be delivered to at the moment: ${String(error)}`);
    }
  }
}
