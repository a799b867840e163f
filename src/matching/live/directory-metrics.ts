import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '../../metrics/metrics.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { LiveDirectory } from './live-directory.js';
import { unknownRatios } from './unknown-facts.js';

const SECOND = 1000;

/** How large, how old and how complete the directory in memory is. */
@Injectable()
export class DirectoryMetrics implements OnModuleInit {
  /** Counted once for each snapshot. */
  private readonly unknown = new WeakMap<DirectorySnapshot, Record<string, number>>();

  constructor(
    private readonly live: LiveDirectory,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const { metrics } = this;
    const watch = (name: string, help: string, read: (snapshot: DirectorySnapshot) => number) =>
      metrics.watch(name, help, () => {
        const held = this.live.latest();
        return held && read(held.snapshot);
      });
    watch(
      'directory_version',
      'Number of the last change in the index',
      ({ versions }) => versions.directory,
    );
    watch('index_programs', 'Programs in the index', ({ index }) => index.size);
    watch('index_age_seconds', 'Time since the index was built as a whole', ({ built }) =>
      sinceSeconds(built.at),
    );
    watch(
      'index_build_seconds',
      'Time that the last build of the index took',
      ({ built }) => built.ms / SECOND,
    );
    metrics.watch(
      'directory_stale_seconds',
      'Time since the index may lack changes; 0 if it is up to date',
      () => {
        const held = this.live.latest();
        return held && (held.staleSince ? sinceSeconds(held.staleSince) : 0);
      },
    );
    metrics.watchEach(
      'facts_unknown_ratio',
      'Share of programs that report nothing of a fact',
      'fact',
      () => {
        const held = this.live.latest();
        return held ? this.unknownIn(held.snapshot) : {};
      },
    );
  }

  private unknownIn(snapshot: DirectorySnapshot): Record<string, number> {
    const known = this.unknown.get(snapshot) ?? unknownRatios(snapshot.index);
    this.unknown.set(snapshot, known);
    return known;
  }
}

function sinceSeconds(time: Date): number {
  return (Date.now() - time.getTime()) / SECOND;
}
