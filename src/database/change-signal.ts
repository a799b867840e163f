import { Injectable } from '@nestjs/common';

/**
 * Counts the writes of this process, so that holders of a copy of the directory know that it is outdated before the
 * database notifies every process.
 */
@Injectable()
export class ChangeSignal {
  private written = 0;

  get count(): number {
    return this.written;
  }

  /** Something was committed. */
  raise(): void {
    this.written += 1;
  }
}
