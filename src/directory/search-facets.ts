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
