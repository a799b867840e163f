import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { today } from '../config/today.js';
import { currentVersions, type Versions } from '../directory/program.queries.js';
import { Problem } from '../http/problem.js';
import { type DirectorySnapshot, patchSnapshot, readSnapshot } from './read-snapshot.js';

/**
 * Holds the directory in memory, so that a match asks the database nothing but its version. What changed, or all of
 * it on a new day, is read before the next answer; requests under way finish on the snapshot they began with.
 */
@Injectable()
export class DirectorySnapshots implements OnApplicationBootstrap {
  private readonly log = new Logger('Matching');
  private held: DirectorySnapshot | undefined;
  private loading: Promise<DirectorySnapshot> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Reads ahead, so that the first answer does not wait. What fails here is told by the first answer. */
  onApplicationBootstrap(): void {
    this.current().catch(() => undefined);
  }

  /** `stale`: the database is away, and this is the last version that was read. */
  async current(): Promise<{ snapshot: DirectorySnapshot; stale: boolean }> {
    const day = today();
    try {
      const versions = await currentVersions(this.dataSource.manager);
      for (;;) {
        if (this.held && isAsNew(this.held, versions, day)) return { snapshot: this.held, stale: false };
        // A reading that began before the change was committed does not have it: then it is read once more.
        this.loading ??= this.load(day).finally(() => {
          this.loading = undefined;
        });
        await this.loading;
      }
    } catch (error) {
      if (this.held) {
        this.log.warn('The database is away: matching goes on with the last version that was read.');
        return { snapshot: this.held, stale: true };
      }
      throw Problem.unavailable('The directory cannot be read at the moment.', 5, error);
    }
  }

  private async load(day: string): Promise<DirectorySnapshot> {
    const { held } = this;
    // One transaction, so that programs, ratings and versions are of one moment.
    const snapshot = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      held?.today === day ? patchSnapshot(manager, held) : readSnapshot(manager, day),
    );
    this.held = snapshot;
    this.log.log(
      `Read ${snapshot.candidates.length} programs, directory version ${snapshot.versions.directory}.`,
    );
    return snapshot;
  }
}

/** A version only grows, and a snapshot that is newer than asked has all that was asked. */
function isAsNew({ versions, today: heldFor }: DirectorySnapshot, now: Versions, day: string): boolean {
  return versions.directory >= now.directory && versions.evidence >= now.evidence && heldFor === day;
}
