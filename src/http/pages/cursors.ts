import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CursorCodec } from './cursor.js';

/** The cursor codec with the secret of this installation, so that every process reads every other's cursors. */
@Injectable()
export class Cursors implements OnApplicationBootstrap {
  private ready: Promise<CursorCodec> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Reads ahead, so that a list can go on while the database is away; what fails here is tried again when needed. */
  onApplicationBootstrap(): void {
    this.codec().catch(() => undefined);
  }

  codec(): Promise<CursorCodec> {
    this.ready ??= this.read().catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    return this.ready;
  }

  private async read(): Promise<CursorCodec> {
    const [row]: { value: string }[] = await this.dataSource.query(
      `SELECT value FROM installation WHERE key = 'cursor_secret'`,
    );
    if (!row) throw new Error('The table installation has no cursor_secret; was the database migrated?');
    return new CursorCodec(Buffer.from(row.value, 'hex'));
  }
}
