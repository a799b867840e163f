import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONNECTION, type Connection } from '../../database/connection.js';
import { countPublishedUpTo } from '../../directory/program.queries.js';
import { buildInThread } from './build-in-thread.js';
import { type BuiltPrograms, buildPrograms } from './build-programs.js';
import { FIRST_BUILD, type FirstBuild } from './first-build.js';

/** Below this number of programs, indexing takes less time than starting a thread. */
const WORTH_A_THREAD = 1500;

/** Reads and indexes all programs: a large directory in a separate thread, so that requests do not wait. */
@Injectable()
export class IndexBuilder {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONNECTION) private readonly connection: Connection,
    @Optional() @Inject(FIRST_BUILD) private begun?: FirstBuild,
  ) {}

  async build(day: string): Promise<BuiltPrograms> {
    const { begun } = this;
    this.begun = undefined;
    if (begun?.day === day) return begun.built;
    const { manager } = this.dataSource;
    if ((await countPublishedUpTo(manager, WORTH_A_THREAD)) >= WORTH_A_THREAD)
      return buildInThread({ connection: this.connection, day });
    return this.dataSource.transaction('REPEATABLE READ', (querying) => buildPrograms(querying, day));
  }
}
