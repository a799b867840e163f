import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { TaskCancelledError, timeout, TimeoutStrategy } from 'cockatiel';
import { DataSource } from 'typeorm';
import { today } from '../../config/today.js';
import { ChangeListener } from '../../database/change-listener.js';
import { ChangeSignal } from '../../database/change-signal.js';
import { CONNECTION, type Connection } from '../../database/connection.js';
import { DatabasePulse } from '../../database/database-pulse.js';
import { currentVersions } from '../../directory/program.queries.js';
import { Problem } from '../../http/problem.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { IndexBuilder } from './index-builder.js';
import { nameOf, PinnedSnapshots } from './pinned-snapshots.js';
import { patchSnapshot, readPatch, type SnapshotPatch } from './patch-snapshot.js';
import { snapshotOf } from './snapshot-of.js';
import { Staleness } from './staleness.js';

/** After a build, a worn index is rebuilt only after this many times the duration of the build. */
const RESTS_LONGER = 4;
/** How long a request waits for the first index. */
const FIRST_READ = timeout(2_000, TimeoutStrategy.Aggressive);

/** The directory in memory, and since when the database has been unavailable. */
export interface HeldDirectory {
  readonly snapshot: DirectorySnapshot;
  readonly staleSince: Date | undefined;
}

/**
 * Keeps the directory in memory and up to date: a match does not query the database. Every change creates a new
 * snapshot, and a running request finishes on the one it began with. While the database is unavailable the last one is
 * used.
 */
@Injectable()
export class LiveDirectory implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Matching');
  private readonly listener: ChangeListener;
  private readonly pins = new PinnedSnapshots();
  private held: DirectorySnapshot | undefined;
  private readonly staleness = new Staleness();
  /** The write count of this process when the directory was last read. */
  private seen = 0;
  private catching: Promise<void> | undefined;
  /** Releases everyone who waits for the running read. */
  private abandon: ((reason: Error) => void) | undefined;
  private rebuilding: Promise<void> | undefined;
  /** Before this time a worn index is not rebuilt: under many edits it would be rebuilt all the time. */
  private restsUntil = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly builder: IndexBuilder,
    private readonly written: ChangeSignal,
    private readonly pulse: DatabasePulse,
    @Inject(CONNECTION) connection: Connection,
  ) {
    this.listener = new ChangeListener(connection, {
      onNews: (heard) => {
        this.pulse.beat(heard);
        return this.catchUp();
      },
      onAway: () => {
        this.pulse.lose();
        this.away();
      },
    });
  }

  /** Reads in advance, so that the first response does not wait; an error is reported by the first response. */
  onApplicationBootstrap(): void {
    this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.stop();
    await this.rebuilding?.catch(() => undefined);
  }

  /**
   * The current directory, with everything that this process has written.
   *
   * @throws Problem 503 if nothing was ever read, or not within two seconds
   */
  async current(): Promise<HeldDirectory> {
    if (!this.held) await this.firstRead();
    else if (this.seen !== this.written.count && !this.staleness.since)
      await this.catchUp().catch(() => this.away());
    if (this.held!.today !== today()) this.rebuildSoon();
    return this.latest()!;
  }

  /** The directory as it is in memory at this moment; undefined until the first index is there. */
  latest(): HeldDirectory | undefined {
    return this.held && { snapshot: this.held, staleSince: this.staleness.since };
  }

  private async firstRead(): Promise<void> {
    await FIRST_READ.execute(() => this.catchUp()).catch((error: unknown) => {
      throw error instanceof TaskCancelledError
        ? Problem.unavailable('The directory is still being read into memory. Try again shortly.', 2)
        : Problem.unavailable('The directory cannot be read at the moment.', 5, error);
    });
  }

  /** Keeps a version for the pages of a list that was made from it. */
  pin(snapshot: DirectorySnapshot): void {
    this.pins.pin(snapshot);
  }

  /** A version that is kept, by its name; undefined if it is gone. */
  versionOf(name: string, now: HeldDirectory): HeldDirectory | undefined {
    if (nameOf(now.snapshot) === name) return now;
    const snapshot = this.pins.find(name);
    return snapshot && { ...now, snapshot };
  }

  /** Reads what changed; concurrent callers share one read, which begins after they called. */
  async catchUp(): Promise<void> {
    const underWay = this.catching;
    if (underWay) await underWay.catch(() => undefined);
    if (this.catching && this.catching !== underWay) return this.catching;
    const reading = new Promise<void>((resolve, reject) => {
      this.abandon = reject;
      this.readChanges().then(resolve, reject);
    }).finally(() => {
      if (this.catching === reading) this.catching = undefined;
    });
    this.catching = reading;
    return reading;
  }

  private async readChanges(): Promise<void> {
    const { count } = this.written;
    if (!this.held) await this.rebuild();
    while (this.isOfEarlierTimeline(this.held!)) {
      this.log.log('Another server has taken over: the directory is read anew.');
      await this.rebuild();
    }
    const versions = await currentVersions(this.dataSource.manager);
    // One turn is not always enough: an index that was already being built may have been started before this.
    while (isBehind(this.held!, versions)) await this.patch(this.held!);
    this.seen = count;
    this.staleness.end();
    if (this.held!.index.needsCompaction && performance.now() >= this.restsUntil) this.rebuildSoon();
  }

  private async patch(held: DirectorySnapshot): Promise<void> {
    const patch = await this.readPatchOf(held);
    if (!patch) return this.rebuild();
    // An index that replaced it in the meantime is checked again.
    if (this.held !== held) return;
    this.held = patchSnapshot(held, patch);
  }

  private readPatchOf(snapshot: DirectorySnapshot): Promise<SnapshotPatch | undefined> {
    return this.dataSource.transaction('REPEATABLE READ', (manager) => readPatch(manager, snapshot));
  }

  /** Rebuilds the whole index; requests use the previous one meanwhile. */
  private rebuildSoon(): void {
    this.rebuild().catch((error: unknown) => {
      this.log.warn('The index could not be rebuilt; the previous one stays in use', error);
    });
  }

  private rebuild(): Promise<void> {
    if (this.rebuilding) return this.rebuilding;
    const building = this.buildAnew().finally(() => {
      if (this.rebuilding === building) this.rebuilding = undefined;
    });
    this.rebuilding = building;
    return building;
  }

  private async buildAnew(): Promise<void> {
    const day = today();
    const began = performance.now();
    // If a standby takes over during the build, it is built once more.
    const timeline = this.pulse.current()?.timeline;
    const ready = await this.builder.build(day);
    const { version, from } = ready;
    const built = await snapshotOf(this.dataSource, ready, day, { began, timeline });
    // What a file has may be days of edits behind: they are read before any of it is served.
    const newest = from === 'file' ? await this.withChanges(built) : built;
    // There are so many that the database is read anew.
    if (!newest) return this.buildAnew();
    await this.swapFor(newest);
    const took = performance.now() - began;
    this.restsUntil = performance.now() + RESTS_LONGER * took;
    this.log.log(
      `${from === 'file' ? 'Read the index of' : 'Indexed'} ${built.index.base} programs in ${Math.round(took)} ms, ` +
        `directory version ${version}.`,
    );
  }

  /** The same with everything that was committed since; undefined after too many changes. */
  private async withChanges(snapshot: DirectorySnapshot): Promise<DirectorySnapshot | undefined> {
    if (!isBehind(snapshot, await currentVersions(this.dataSource.manager))) return snapshot;
    const patch = await this.readPatchOf(snapshot);
    return patch && patchSnapshot(snapshot, patch);
  }

  /** What was committed during the build is in the one that was patched meanwhile; it must not be lost again. */
  private async swapFor(built: DirectorySnapshot): Promise<void> {
    for (let newest = built; ;) {
      const { held } = this;
      if (!held || this.isOfEarlierTimeline(held) || !isBehind(newest, held.versions)) {
        if (held && this.isOfEarlierTimeline(held)) this.pins.clear();
        this.held = newest;
        return;
      }
      const patch = await this.readPatchOf(newest);
      // So much has changed meanwhile that the next change will cause another rebuild.
      if (!patch) return;
      newest = patchSnapshot(newest, patch);
    }
  }

  /** It may have changes that the server which took over never got. */
  private isOfEarlierTimeline({ timeline }: DirectorySnapshot): boolean {
    const now = this.pulse.current()?.timeline;
    return now !== undefined && timeline !== undefined && timeline < now;
  }

  private away(): void {
    // On a network that drops everything it would wait forever. If it ends after all, it does no harm.
    this.rebuilding = undefined;
    this.abandon?.(new Error('The database became unavailable.'));
    this.staleness.begin();
  }
}

/** A version only grows. */
function isBehind({ versions }: DirectorySnapshot, now: DirectorySnapshot['versions']): boolean {
  return versions.directory < now.directory || versions.evidence < now.evidence;
}
