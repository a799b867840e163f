import { FACTS } from '../../core/directory/facts.js';

/** Facts of one value stand in one taxonomy, whose terms are the facts. */
export const VALUE_TAXONOMY = 'facts';

/** Taxonomies whose terms are our codes: one for each list, one for medications, and one for facts of one value. */
export const OUR_TAXONOMIES: ReadonlySet<string> = new Set([
  ...Object.entries(FACTS).flatMap(([name, { kind }]) =>
    kind === 'list' || kind === 'medications' ? [name] : [],
  ),
  VALUE_TAXONOMY,
]);
