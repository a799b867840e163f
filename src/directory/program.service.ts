import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { today } from '../config/today.js';
import { folded } from '../core/vocabulary/folded.js';
import { closestWord } from '../http/validation/closest-word.js';
import { Cursors } from '../http/pages/cursors.js';
import { pageOf } from '../http/pages/page-of.js';
import { Problem } from '../http/problem.js';
import { findPostalCode, unknownPostalCode } from './postal-codes.js';
import { ProgramDetail } from './program-detail.dto.js';
import { findProgram } from './program-detail.queries.js';
import { programInJsonLd } from './program-json-ld.js';
import type { ProgramPage, ProgramQuery, ProgramSort, WordReadAs } from './program-search.dto.js';
import { approachCodes, countPrograms, findPrograms, type Search } from './program-search.queries.js';
import { summarizeProgram } from './summarize-program.js';
import { readWords, type SearchTerm } from './read-words.js';
import { isNowhere, MAX_WORDS, termQueries, type TermQuery } from './search-words.queries.js';

const DEFAULT_LIMIT = 20;

interface Position {
  readonly value: string | number;
  readonly id: string;
}

/** Searches programs, and returns everything known about one. */
@Injectable()
export class ProgramService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  async search(query: ProgramQuery): Promise<ProgramPage> {
    const place = placeOf(query);
    const sort = sortOf(query, place !== undefined);
    if (query.approach !== undefined)
      refuseUnknownApproach(query.approach, await approachCodes(this.dataSource));
    const terms = query.q === undefined ? undefined : await termQueries(this.dataSource, termsOf(query.q));
    const readAs = { readAs: (terms ?? []).flatMap(wordsReadAs) };
    if (terms?.some(isNowhere)) return { total: 0, programs: [], facets: {}, ...readAs };
    const codec = await this.cursors.codec();
    // A cursor belongs to one search: with other filters it is not a valid cursor.
    const kind = `programs ${JSON.stringify({ ...query, cursor: undefined, limit: undefined, sort })}`;
    const after = query.cursor === undefined ? undefined : (codec.decode(kind, query.cursor) as Position);
    const search: Search = {
      query,
      sort,
      limit: query.limit ?? DEFAULT_LIMIT,
      ...(terms === undefined ? {} : { terms, typed: typedName(query.q!) }),
      ...(place ? { place } : {}),
      ...(after ? { after } : {}),
    };
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
      ...(last ? { nextCursor: codec.encode(kind, { value: last.sortValue, id: last.id }) } : {}),
    };
  }

  /** One published program in the words of schema.org. */
  async inJsonLd(id: string, address: string): Promise<object> {
    const found = await findProgram(this.dataSource, id);
    if (!found || found.status === 'withdrawn') throw Problem.notFound('program', id);
    return programInJsonLd(found, address);
  }

  /** A program, or the id of the one that it has become. */
  async get(id: string): Promise<ProgramDetail | { readonly mergedInto: string }> {
    const found = await findProgram(this.dataSource, id);
    if (!found) throw Problem.notFound('program', id);
    return found.mergedInto === null ? ProgramDetail.of(found, today()) : { mergedInto: found.mergedInto };
  }
}

function termsOf(q: string): SearchTerm[] {
  const terms = readWords(q);
  if (terms.length === 0)
    throw Problem.badRequest([{ parameter: 'q', message: 'has no letters or digits to search for' }]);
  if (terms.length > MAX_WORDS)
    throw Problem.badRequest([{ parameter: 'q', message: `must have at most ${MAX_WORDS} different words` }]);
  return terms;
}

/** As names are compared: folded, one blank between words. */
function typedName(q: string): string {
  return folded(q).replace(/\s+/g, ' ').trim();
}

/** What is searched for in place of a word, or beside it; nothing if it is only itself. */
function wordsReadAs({ written, tags, states, similar }: TermQuery): WordReadAs[] {
  const as = [
    ...tags.map((tag) => tag.replace(/^level:/, 'levelOfCare:')),
    ...states.map((state) => `state:${state}`),
    ...similar,
  ];
  return as.length === 0 ? [] : [{ word: written, as, instead: similar.length > 0 }];
}

function refuseUnknownApproach(code: string, known: readonly string[]): void {
  if (known.includes(code)) return;
  const suggestion = closestWord(code, known);
  throw Problem.badRequest([
    {
      parameter: 'approach',
      message: `the registry has no approach "${code}"; see GET /v1/approaches`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}

function placeOf({ near, postalCode, radiusKm, sort }: ProgramQuery): Search['place'] {
  if (near !== undefined && postalCode !== undefined)
    throw Problem.unprocessable([{ parameter: 'near', message: 'give either near or postalCode, not both' }]);
  if (near !== undefined) {
    const [latitude, longitude] = near.split(',').map(Number) as [number, number];
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
      throw Problem.unprocessable([
        { parameter: 'near', message: 'latitude must be between -90 and 90, longitude between -180 and 180' },
      ]);
    return { latitude, longitude };
  }
  if (postalCode !== undefined) {
    const found = findPostalCode(postalCode);
    if (!found)
      throw Problem.unprocessable([
        {
          parameter: 'postalCode',
          message: unknownPostalCode(postalCode, 'near'),
        },
      ]);
    return { latitude: found.latitude, longitude: found.longitude };
  }
  const without = radiusKm !== undefined ? 'radiusKm' : sort === 'distance' ? 'sort' : undefined;
  if (without)
    throw Problem.unprocessable([
      { parameter: without, message: 'a distance needs a place to measure from; give near or postalCode' },
    ]);
  return undefined;
}

function sortOf({ q, sort }: ProgramQuery, hasPlace: boolean): ProgramSort {
  if (sort === 'relevance' && q === undefined)
    throw Problem.unprocessable([
      { parameter: 'sort', message: 'relevance needs words to search for; give q' },
    ]);
  return sort ?? (q !== undefined ? 'relevance' : hasPlace ? 'distance' : 'name');
}
