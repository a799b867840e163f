import type { Search } from './program-search.queries.js';
import type { ProgramQuery, ProgramSort, WordReadAs } from './program-search.dto.js';
import { folded } from '../core/vocabulary/folded.js';
import { closestWord } from '../http/validation/closest-word.js';
import { Problem } from '../http/problem.js';
import { findPostalCode, unknownPostalCode } from './postal-codes.js';
import { readWords, type SearchTerm } from './read-words.js';
import { MAX_WORDS, type TermQuery } from './search-words.queries.js';

const DEFAULT_LIMIT = 20;

/** A search as it was asked for, before anything is looked up. */
export interface AskedSearch extends Pick<Search, 'query' | 'sort' | 'limit' | 'place' | 'typed'> {
  readonly terms?: readonly SearchTerm[];
}

/** @throws Problem 400 or 422 that names the parameter */
export function readSearch(query: ProgramQuery): AskedSearch {
  const place = placeOf(query);
  return {
    query,
    sort: sortOf(query, place !== undefined),
    limit: query.limit ?? DEFAULT_LIMIT,
    ...(query.q === undefined ? {} : { terms: termsOf(query.q), typed: typedName(query.q) }),
    ...(place ? { place } : {}),
  };
}

/** A cursor belongs to one search: with other filters it is not a valid cursor. */
export function cursorKindOf({ query, sort }: AskedSearch): string {
  return `programs ${JSON.stringify({ ...query, cursor: undefined, limit: undefined, sort })}`;
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
export function wordsReadAs({
  written,
  tags,
  states,
  similar = [],
}: Pick<TermQuery, 'written' | 'tags' | 'states'> & Partial<Pick<TermQuery, 'similar'>>): WordReadAs[] {
  const as = [
    ...tags.map((tag) => tag.replace(/^level:/, 'levelOfCare:')),
    ...states.map((state) => `state:${state}`),
    ...similar,
  ];
  return as.length === 0 ? [] : [{ word: written, as, instead: similar.length > 0 }];
}

/** @throws Problem 400 with the closest code */
export function refuseUnknownApproach(code: string | undefined, known: readonly string[]): void {
  if (code === undefined || known.includes(code)) return;
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
