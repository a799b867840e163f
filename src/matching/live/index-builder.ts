import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONNECTION, type Connection } from '../../database/connection.js';
import { countPublishedUpTo } from '../../directory/program.queries.js';
import { buildInThread } from './build-in-thread.js';
import { type BuiltPrograms, buildPrograms, type ReadyPrograms } from './build-programs.js';
import type { IndexFile } from './index-file.js';
import { FIRST_BUILD, type FirstBuild } from './first-build.js';

/** Below this number of programs, indexing takes less time than starting a thread. */
const WORTH_A_THREAD = 1500;

/** Reads and indexes all programs: a large directory in a separate thread, so that requests do not wait. */
@Injectable()
export class IndexBuilder {
  private readonly file: IndexFile | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONNECTION) private readonly connection: Connection,
    @Optional() @Inject(FIRST_BUILD) private begun?: FirstBuild,
  ) {
    this.file = begun?.file;
  }

  async build(day: string): Promise<ReadyPrograms> {
    const { begun } = this;
    this.begun = undefined;
    if (begun?.day === day) return begun.built;
    return { ...(await this.fromDatabase(day)), from: 'database' };
  }

  private async fromDatabase(day: string): Promise<BuiltPrograms> {
    const { connection, file } = this;
    const { manager } = this.dataSource;
    if ((await countPublishedUpTo(manager, WORTH_A_THREAD)) >= WORTH_A_THREAD)
      return buildInThread({ connection, day, file });
    return this.dataSource.transaction('REPEATABLE READ', (querying) => buildPrograms(querying, day));
  }
}
