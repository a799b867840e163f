import { relatedLanguages } from '../core/vocabulary/language-tags.js';
import { codesForPayer } from '../core/vocabulary/payment.js';
import type { ProgramQuery } from './program-search.dto.js';

/** The tags that a search asks for, in groups: a program has to have one tag of each group. */
export function tagsAsked(query: ProgramQuery): string[][] {
  const { approach, language } = query;
  const asked: readonly (readonly [facet: string, codes: readonly string[] | undefined])[] = [
    ['level', query.levelOfCare],
    ['approach', approach === undefined ? undefined : [approach]],
    ['condition', query.condition],
    ['medication', query.medication],
    ['payer', query.payer?.flatMap(codesForPayer)],
    ['language', language === undefined ? undefined : relatedLanguages(language)],
    ['population', query.population],
  ];
  return asked.flatMap(([facet, codes]) => (codes ? [codes.map((code) => `${facet}:${code}`)] : []));
}

/** Tag facets, named as in the response. */
const FACET_NAMES: Readonly<Record<string, string>> = {
  level: 'levelOfCare',
  approach: 'approach',
  condition: 'condition',
  medication: 'medication',
  payer: 'payer',
  language: 'language',
  population: 'population',
  modality: 'modality',
  state: 'state',
};

/** For each facet, how many programs have each code; in the order in which they come. */
export function facetsOf(
  counts: Iterable<readonly [tag: string, count: number]>,
): Record<string, Record<string, number>> {
  const facets: Record<string, Record<string, number>> = {};
  for (const [tag, count] of counts) {
    const [prefix, code] = tag.split(':') as [string, string];
    const facet = FACET_NAMES[prefix];
    if (facet) (facets[facet] ??= {})[code] = count;
  }
  return facets;
}
