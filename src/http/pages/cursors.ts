import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readInstallationSecret } from '../../database/installation-secret.js';
import { CursorCodec } from './cursor.js';

/** The cursor codec with the secret of this installation, so that every process can read the cursors of the others. */
@Injectable()
export class Cursors implements OnApplicationBootstrap {
  private ready: Promise<CursorCodec> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Reads the secret in advance, so that a list can continue while the database is unavailable; a failure is retried
   * when needed.
   */
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

  /** What a cursor of a list says; undefined without one. Throws a 400 problem for a cursor of another list. */
  async after<Position>(kind: string, cursor: string | undefined): Promise<Position | undefined> {
    return cursor === undefined ? undefined : ((await this.codec()).decode(kind, cursor) as Position);
  }

  private async read(): Promise<CursorCodec> {
    return new CursorCodec(await readInstallationSecret(this.dataSource));
  }
}
