import { Injectable } from '@nestjs/common';
import { DatabasePulse } from '../../database/database-pulse.js';
import { problemOfDatabaseError } from '../../http/pipeline/database-problem.js';
import { Cursors } from '../../http/pages/cursors.js';
import { pageOf } from '../../http/pages/page-of.js';
import { Problem } from '../../http/problem.js';
import type { ProgramPage } from '../program-search.dto.js';
import type { Search } from '../program-search.queries.js';
import { type AskedSearch, cursorKindOf, refuseUnknownApproach, wordsReadAs } from '../search-request.js';
import { DirectoryMemory, type RememberedDirectory } from './directory-memory.js';
import { NOT_IN_MEMORY, type RememberedDetail } from './remembered-detail.dto.js';
import { SEARCHED_IN_MEMORY, searchInMemory } from './search-in-memory.js';

/** Answers from the directory in memory while the database is away, and says so in the answer. */
@Injectable()
export class ProgramMemory {
  constructor(
    private readonly memory: DirectoryMemory,
    private readonly pulse: DatabasePulse,
    private readonly cursors: Cursors,
  ) {}

  /** The answer of the database; if it is away, or goes away meanwhile, what is in memory. */
  async orRemember<Answer>(
    ask: () => Promise<Answer>,
    remember: (remembered: RememberedDirectory) => Promise<Answer>,
  ): Promise<Answer> {
    const now = this.memory.latest();
    if (now?.staleSince) return remember(now);
    const asking = ask();
    try {
      const answer = await this.pulse.unlessLost(asking);
      if (answer !== undefined) return answer;
      asking.catch(() => undefined);
    } catch (error) {
      if (!this.memory.latest() || problemOfDatabaseError(error)?.kind !== 'unavailable') throw error;
    }
    const remembered = this.memory.latest();
    return remembered ? remember(remembered) : asking;
  }

  async search(remembered: RememberedDirectory, asked: AskedSearch): Promise<ProgramPage> {
    const { query } = asked;
    for (const parameter of Object.keys(query) as (keyof typeof query)[])
      if (query[parameter] !== undefined && !SEARCHED_IN_MEMORY[parameter]) throw notInMemory(parameter);
    refuseUnknownApproach(query.approach, remembered.approaches);
    const kind = this.kindOf(asked);
    const after = await this.cursors.after<NonNullable<Search['after']>>(kind, query.cursor);
    const search = { ...asked, ...(after && { after }) };
    const { total, facets, rows } = searchInMemory(await remembered.programs(), search);
    const { page, last } = pageOf(rows, asked.limit);
    return {
      total,
      programs: page.map(({ program, distanceMeters, evidenceStrength }) => ({
        ...program.summary(),
        distanceMeters,
        evidenceStrength,
      })),
      facets,
      readAs: (asked.terms ?? []).flatMap(wordsReadAs),
      stale: true,
      staleSince: sinceOf(remembered),
      ...(last && {
        nextCursor: (await this.cursors.codec()).encode(kind, { value: last.sortValue, id: last.program.id }),
      }),
    };
  }

  /** @throws Problem 503 if it is not in memory: it may be withdrawn, be another one now, or never have been */
  async detail(remembered: RememberedDirectory, id: string): Promise<RememberedDetail> {
    const summary = remembered.find(id);
    if (!summary) throw Problem.unavailable('The database is not responding. Try again shortly.', 5);
    return {
      ...summary,
      status: 'published',
      stale: true,
      staleSince: sinceOf(remembered),
      notHere: NOT_IN_MEMORY,
    };
  }

  /** The database orders by words and by evidence on a scale of its own, so that a list cannot continue here. */
  private kindOf(asked: AskedSearch): string {
    const isSame = asked.sort === 'name' || asked.sort === 'distance';
    return `${cursorKindOf(asked)}${isSame ? '' : ' in memory'}`;
  }
}

/** It has failed just now, if nothing else is known. */
function sinceOf({ staleSince = new Date() }: RememberedDirectory): string {
  return staleSince.toISOString();
}

function notInMemory(parameter: string): Problem {
  return new Problem(
    'unavailable',
    `The database is not responding, and what is in memory cannot be searched by ${parameter}.`,
    [
      {
        parameter,
        message: 'cannot be searched while the database is away; leave it out, or try again later',
      },
    ],
    { headers: { 'retry-after': '5' } },
  );
}
