import { distanceMeters } from '../../core/matching/facts/distance.js';
import { folded } from '../../core/vocabulary/folded.js';
import type { Search } from '../program-search.queries.js';
import { facetsOf, tagsAsked } from '../search-facets.js';
import type { SearchTerm } from '../read-words.js';
import type { ProgramQuery } from '../program-search.dto.js';
import { isPrefix } from '../search-words.queries.js';
import type { RememberedProgram } from './directory-memory.js';

/** A search as `Search`, but for its words: these are compared as they are, without similar words. */
export interface MemorySearch extends Omit<Search, 'terms'> {
  readonly terms?: readonly SearchTerm[];
}

export interface FoundInMemory {
  readonly program: RememberedProgram;
  readonly distanceMeters: number | null;
  readonly evidenceStrength: number;
  readonly sortValue: string | number;
}

/** Whether memory can be searched by a parameter; a new one is decided on here. */
export const SEARCHED_IN_MEMORY: Readonly<Record<keyof ProgramQuery, boolean>> = {
  q: true,
  near: true,
  postalCode: true,
  radiusKm: true,
  levelOfCare: true,
  approach: true,
  condition: true,
  medication: true,
  payer: true,
  maxCost: true,
  language: true,
  population: true,
  modality: true,
  state: true,
  verifiedSince: false,
  sort: true,
  limit: true,
  cursor: true,
};

/** After every place that is known. */
const NOWHERE = 1e12;

/** The same search as `findPrograms` and `countPrograms`, of programs in memory; up to `limit` + 1 of those found. */
export function searchInMemory(
  programs: readonly RememberedProgram[],
  search: MemorySearch,
): { total: number; facets: Record<string, Record<string, number>>; rows: FoundInMemory[] } {
  const asked = conditionsOf(search);
  const found = programs.filter((program) => asked.every((isMet) => isMet(program)));
  const purpose = search.query.condition?.[0] ?? 'any';
  const direction = search.sort === 'name' || search.sort === 'distance' ? 1 : -1;
  const { after } = search;
  const rows = found
    .map((program) => ({ program, sortValue: sortValueOf(program, search, purpose) }))
    .filter((row) => !after || direction * compare(row, after.value, after.id) > 0)
    .sort((a, b) => direction * compare(a, b.sortValue, b.program.id))
    .slice(0, search.limit + 1)
    .map((row) => ({
      ...row,
      distanceMeters: distanceOf(row.program, search) ?? null,
      evidenceStrength: row.program.strength(purpose),
    }));
  return { total: found.length, facets: facetsOf(countsOf(found)), rows };
}

type Condition = (program: RememberedProgram) => boolean;

function conditionsOf(search: MemorySearch): Condition[] {
  const { query, terms = [] } = search;
  const { maxCost, radiusKm } = query;
  return [
    ...terms.map(isTerm),
    ...tagsAsked(query).map(hasAny),
    ...placesOfCare(query),
    ...(maxCost === undefined
      ? []
      : [({ lowestWeeklyPrice: price }: RememberedProgram) => price !== undefined && price <= maxCost]),
    ...(radiusKm === undefined || !search.place
      ? []
      : [(program: RememberedProgram) => (distanceOf(program, search) ?? NOWHERE) <= radiusKm * 1000]),
  ];
}

function hasAny(tags: readonly string[]): Condition {
  return (program) => tags.some((tag) => program.tags.has(tag));
}

function isTerm({ texts, tags, states }: SearchTerm): Condition {
  const means = hasAny(tags);
  return (program) =>
    texts.some((words) => words.every((word) => program.text.includes(asLookedFor(word)))) ||
    means(program) ||
    states.some((state) => state === program.state);
}

/** A word of `RememberedProgram.text`: with its beginning, and with its end if it is short. */
function asLookedFor(word: string): string {
  return isPrefix(word) ? ` ${word}` : ` ${word} `;
}

/** Visits are where the program is located; telehealth is where the program treats people by it. */
function placesOfCare({ modality, state }: ProgramQuery): Condition[] {
  const isLocated: Condition = (program) => state?.some((each) => each === program.state) ?? true;
  if (!modality) return state ? [isLocated] : [];
  const given = hasAny(modality.map((mode) => `modality:${mode}`));
  if (!state) return [given];
  const visited = hasAny(modality.filter((mode) => mode !== 'telehealth').map((mode) => `modality:${mode}`));
  const reached: Condition = (program) =>
    modality.includes('telehealth') &&
    program.tags.has('modality:telehealth') &&
    state.some((each) => program.reaches.has(each));
  return [(program) => (visited(program) && isLocated(program)) || reached(program)];
}

function distanceOf({ place }: RememberedProgram, { place: from }: MemorySearch): number | undefined {
  return place && from ? distanceMeters(from, place) : undefined;
}

function sortValueOf(program: RememberedProgram, search: MemorySearch, purpose: string): string | number {
  switch (search.sort) {
    case 'relevance':
      return relevanceOf(program, search);
    case 'distance':
      return distanceOf(program, search) ?? NOWHERE;
    case 'evidence':
      return program.strength(purpose);
    case 'name':
      return program.name;
  }
}

/** A name that is what was typed comes first, then one that begins with it, then by how much of it is in the name. */
function relevanceOf(program: RememberedProgram, { terms = [], typed = '' }: MemorySearch): number {
  const name = folded(program.name);
  const named =
    name === typed
      ? 2
      : name.startsWith(`${typed} `)
        ? 1
        : isPrefix(typed) && name.startsWith(typed)
          ? 0.9
          : 0;
  const words = terms.flatMap(({ texts }) => texts[0] ?? []);
  const inName = words.filter((word) => ` ${name} `.includes(asLookedFor(word))).length;
  return named + (words.length === 0 ? 0 : inName / words.length / 2);
}

function compare(
  { sortValue, program }: { readonly sortValue: string | number; readonly program: { readonly id: string } },
  value: string | number,
  id: string,
): number {
  if (sortValue !== value) return sortValue < value ? -1 : 1;
  return program.id === id ? 0 : program.id < id ? -1 : 1;
}

function countsOf(found: readonly RememberedProgram[]): [tag: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { tags, state } of found)
    for (const tag of [...tags, `state:${state}`]) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
}
