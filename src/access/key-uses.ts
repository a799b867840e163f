import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';

const MINUTE_MS = 60_000;
/** How long shutdown waits for a database that does not respond. */
const LAST_WRITE_TIMEOUT_MS = 2_000;

/**
 * Records when a key was last used, to the minute and nothing else. No request waits for it or fails because of it;
 * each key is written at most once a minute.
 */
@Injectable()
export class KeyUses implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Access');
  /** The minute of the last use of each key that is not yet written. */
  private unwritten = new Map<string, Date>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), MINUTE_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    let tooLate: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      tooLate = setTimeout(resolve, LAST_WRITE_TIMEOUT_MS);
    });
    await Promise.race([this.write(), timeout]);
    clearTimeout(tooLate);
  }

  note(keyId: string, at = new Date()): void {
    this.unwritten.set(keyId, new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS));
  }

  /** Uses that cannot be written now are written with the next ones. Never throws. */
  async write(): Promise<void> {
    const uses = this.unwritten;
    if (uses.size === 0) return;
    this.unwritten = new Map();
    try {
      await this.dataSource.query(
        `UPDATE access_key SET last_used_at = used.at
           FROM unnest($1::uuid[], $2::timestamptz[]) AS used (id, at)
          WHERE access_key.id = used.id AND (last_used_at IS NULL OR last_used_at < used.at)`,
        [[...uses.keys()], [...uses.values()]],
      );
    } catch (error) {
      for (const [keyId, at] of uses) if (!this.unwritten.has(keyId)) this.unwritten.set(keyId, at);
      this.log.debug('Cannot record when keys were last used', error);
    }
  }
}
