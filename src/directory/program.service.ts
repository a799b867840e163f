import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { today } from '../config/today.js';
import { Cursors } from '../http/pages/cursors.js';
import { pageOf } from '../http/pages/page-of.js';
import { Problem } from '../http/problem.js';
import { ProgramMemory } from './memory/program-memory.js';
import type { RememberedDetail } from './memory/remembered-detail.dto.js';
import { ProgramDetail } from './program-detail.dto.js';
import { findProgram } from './program-detail.queries.js';
import { programInJsonLd } from './program-json-ld.js';
import type { ProgramPage, ProgramQuery } from './program-search.dto.js';
import { approachCodes, countPrograms, findPrograms, type Search } from './program-search.queries.js';
import {
  type AskedSearch,
  cursorKindOf,
  readSearch,
  refuseUnknownApproach,
  wordsReadAs,
} from './search-request.js';
import { isNowhere, termQueries } from './search-words.queries.js';
import { summarizeProgram } from './summarize-program.js';

/** Searches programs, and returns everything known about one; while the database is away, what is in memory. */
@Injectable()
export class ProgramService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly memory: ProgramMemory,
  ) {}

  search(query: ProgramQuery): Promise<ProgramPage> {
    const asked = readSearch(query);
    return this.memory.orRemember(
      () => this.searchDatabase(asked),
      (remembered) => this.memory.search(remembered, asked),
    );
  }

  private async searchDatabase(asked: AskedSearch): Promise<ProgramPage> {
    const { query, terms: words, ...rest } = asked;
    if (query.approach !== undefined)
      refuseUnknownApproach(query.approach, await approachCodes(this.dataSource));
    const terms = words && (await termQueries(this.dataSource, words));
    const readAs = { readAs: (terms ?? []).flatMap(wordsReadAs) };
    if (terms?.some(isNowhere)) return { total: 0, programs: [], facets: {}, ...readAs };
    const after = await this.cursors.after<NonNullable<Search['after']>>(cursorKindOf(asked), query.cursor);
    const search: Search = { query, ...rest, ...(terms && { terms }), ...(after && { after }) };
    const [rows, { total, facets }] = await Promise.all([
      findPrograms(this.dataSource, search),
      countPrograms(this.dataSource, search),
    ]);
    const { page, last } = pageOf(rows, search.limit);
    const day = today();
    return {
      total,
      programs: page.map((row) => ({
        ...summarizeProgram(row, day),
        distanceMeters: row.distanceMeters,
        evidenceStrength: row.evidenceStrength,
      })),
      facets,
      ...readAs,
      ...(last && {
        nextCursor: (await this.cursors.codec()).encode(cursorKindOf(asked), {
          value: last.sortValue,
          id: last.id,
        }),
      }),
    };
  }

  /** One published program in the words of schema.org. */
  async inJsonLd(id: string, address: string): Promise<object> {
    const found = await findProgram(this.dataSource, id);
    if (!found || found.status === 'withdrawn') throw Problem.notFound('program', id);
    return programInJsonLd(found, address);
  }

  /** A program, or the id of the one that it has become; from memory only what a list shows of it. */
  get(id: string): Promise<ProgramDetail | RememberedDetail | { readonly mergedInto: string }> {
    return this.memory.orRemember<ProgramDetail | RememberedDetail | { readonly mergedInto: string }>(
      async () => {
        const found = await findProgram(this.dataSource, id);
        if (!found) throw Problem.notFound('program', id);
        return found.mergedInto === null
          ? ProgramDetail.of(found, today())
          : { mergedInto: found.mergedInto };
      },
      (remembered) => this.memory.detail(remembered, id),
    );
  }
}
