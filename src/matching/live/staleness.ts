import { Logger } from '@nestjs/common';

/** Since when the directory in memory may be outdated, because the database is not responding. */
export class Staleness {
  private readonly log = new Logger('Matching');
  private inStepAt = new Date();
  private startedAt: Date | undefined;

  get since(): Date | undefined {
    return this.startedAt;
  }

  /** Everything that the database has is in memory. */
  end(): void {
    this.inStepAt = new Date();
    if (this.startedAt) this.log.log('The database is available again: the directory is up to date.');
    this.startedAt = undefined;
  }

  /** What is in memory was right when the database last responded. */
  begin(): void {
    if (this.startedAt) return;
    this.startedAt = this.inStepAt;
    this.log.warn('The database is unavailable: matching continues with the last version that was read.');
  }
}
