import { Injectable } from '@nestjs/common';

/**
 * Counts what this process has written, so that whoever holds a copy of the directory knows that it is behind, before
 * the database tells every process of it.
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
