import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { readSeedFile, SeedFileError, seedCheck } from '../../config/seed-file.js';
import { factsSchema } from '../../core/directory/facts-schema.js';
import { FACTS } from '../../core/directory/facts.js';
import { type Standing, STANDINGS, type StatedFacts } from '../../core/directory/source-record.js';
import { usableMap } from '../import-run/usable-map.js';
import { OUR_TAXONOMIES } from './our-taxonomies.js';

/** A term of which nobody has said yet what it means: it states nothing. */
export const UNDECIDED = 'undecided';
/** A term, or a taxonomy, that states nothing in our vocabulary. */
export const STATES_NOTHING = 'nothing';
/** The terms of a taxonomy are codes of the fact that has its name. */
export const SAME_CODES = 'same-codes';

/** What a term means. */
export type TermMeaning = StatedFacts | typeof UNDECIDED | typeof STATES_NOTHING;
export type TaxonomyMeaning =
  typeof SAME_CODES | typeof STATES_NOTHING | Readonly<Record<string, TermMeaning>>;

/** How one source of HSDS is read. */
export interface HsdsMap {
  /** The name of the source in the records of its programs. */
  readonly source: string;
  /** How reliable the source is, as the agreement with it says. */
  readonly standing: Standing;
  /** `origin`: the label of an attribute says source, day and standing, as ours do. */
  readonly labels?: 'origin' | 'text';
  /** `address`: coordinates are of the door; `attribute`: an attribute says so; otherwise they count as of the postal code. */
  readonly coordinates?: 'address' | 'attribute';
  /** What schedules are: hours in which one may come, sessions, or as their descriptions say in our words. */
  readonly schedules?: 'visitHours' | 'sessions' | 'described' | typeof STATES_NOTHING;
  readonly taxonomies?: Readonly<Record<string, TaxonomyMeaning>>;
}

const fits = seedCheck<HsdsMap>({
  type: 'object',
  additionalProperties: false,
  required: ['source', 'standing'],
  properties: {
    // A hyphen would make it a companion of another source.
    source: { type: 'string', pattern: '^[a-z][a-z0-9]{1,39}$' },
    standing: { type: 'string', enum: STANDINGS },
    labels: { type: 'string', enum: ['origin', 'text'] },
    coordinates: { type: 'string', enum: ['address', 'attribute'] },
    schedules: { type: 'string', enum: ['visitHours', 'sessions', 'described', STATES_NOTHING] },
    taxonomies: {
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'string', enum: [SAME_CODES, STATES_NOTHING] },
          {
            type: 'object',
            additionalProperties: {
              anyOf: [
                { type: 'string', enum: [UNDECIDED, STATES_NOTHING] },
                { ...factsSchema(FACTS), $id: undefined, minProperties: 1 },
              ],
            },
          },
        ],
      },
    },
  },
});

/**
 * Reads a mapping file; one that is not there yet is a map that says nothing, with a source named as the file. Throws
 * `ImportRefused` that names the file, the field and the fix.
 */
export function readHsdsMap(file: string): HsdsMap {
  if (!existsSync(file)) return { source: sourceNamed(file), standing: 'self-reported' };
  return usableMap(file, () => {
    const map = readSeedFile(file, fits);
    for (const [name, meaning] of Object.entries(map.taxonomies ?? {}))
      if (meaning === SAME_CODES && !OUR_TAXONOMIES.has(name))
        throw new SeedFileError(file, [
          `taxonomies/${name}: ${SAME_CODES} is for taxonomies with the name of a fact; say what each term means`,
        ]);
    return map;
  });
}

function sourceNamed(file: string): string {
  const name = basename(file)
    .replace(/\..*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^[^a-z]+/, '');
  return name.length > 1 ? name.slice(0, 40) : 'hsdssource';
}
