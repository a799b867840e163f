import { createRequire } from 'node:module';
import type { MapDraft } from '../import-run/import-source.js';
import { type HsdsMap, UNDECIDED } from './hsds-map.js';
import type { UndecidedTerm } from './stated-attributes.js';

/** The parser is loaded for the first file that needs it. */
const load = createRequire(import.meta.url);

const HOW_TO = ` How this source is read. Say what each term means: the facts that it states, such as
 {levelsOfCare: {yes: [iop]}}, or nothing. A term that is undecided states nothing.`;

/**
 * A mapping file with the terms that it does not have yet, as undecided; what a person wrote in it stays as it is.
 *
 * @param written the file as it is, if there is one
 */
export function completedMap(
  written: string | undefined,
  map: HsdsMap,
  undecided: readonly UndecidedTerm[],
): MapDraft {
  const { Document, parseDocument } = load('yaml') as typeof import('yaml');
  const document =
    written === undefined
      ? new Document({ source: map.source, standing: map.standing })
      : parseDocument(written);
  if (written === undefined) document.commentBefore = HOW_TO;
  const terms = [...new Set(undecided.map(({ taxonomy, code }) => JSON.stringify([taxonomy, code])))].sort();
  let added = 0;
  for (const term of terms) {
    const path = ['taxonomies', ...(JSON.parse(term) as [string, string])];
    if (document.hasIn(path)) continue;
    document.setIn(path, UNDECIDED);
    added += 1;
  }
  return { undecided: terms.length, added, text: document.toString({ lineWidth: 120 }) };
}
