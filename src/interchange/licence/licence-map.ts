import { readSeedFile, SeedFileError, seedCheck } from '../../config/seed-file.js';
import { factsSchema } from '../../core/directory/facts-schema.js';
import { FACTS } from '../../core/directory/facts.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import { CAPACITY_UNITS, type CapacityUnit } from '../../core/vocabulary/licences.js';
import { STATES, type State } from '../../core/vocabulary/places.js';
import { usableMap } from '../import-run/usable-map.js';

/** What a license list may state of a program. Approaches and the like are not the business of a license. */
const LICENSED = {
  licenses: FACTS.licenses,
  levelsOfCare: FACTS.levelsOfCare,
  overlays: FACTS.overlays,
  withdrawalSettings: FACTS.withdrawalSettings,
  modalities: FACTS.modalities,
  ageGroups: FACTS.ageGroups,
  genders: FACTS.genders,
} as const;
export type LicensedFacts = Pick<StatedFacts, keyof typeof LICENSED>;

/** Our columns of a list, of which the first six must be in every row. */
export const LICENCE_FIELDS = [
  'number',
  'name',
  'street1',
  'city',
  'state',
  'postalCode',
  'legalEntity',
  'street2',
  'phone',
  'latitude',
  'longitude',
  'expires',
  'npi',
] as const;
export type LicenceField = (typeof LICENCE_FIELDS)[number];
export const REQUIRED_FIELDS = LICENCE_FIELDS.slice(0, 6);

type Cell = string | number | boolean;

/** How the license list of one state is read. */
export interface LicenceMap {
  readonly state: State;
  /** The name of the authority that gives the licenses. */
  readonly authority: string;
  /** Our columns, and what the list calls them. */
  readonly columns: Readonly<Partial<Record<LicenceField, string>>>;
  /** Columns with the values that a row in force has. */
  readonly inForce?: Readonly<Record<string, readonly Cell[]>>;
  /** Columns with every value whose meaning is known. */
  readonly codes: Readonly<Record<string, readonly Cell[]>>;
  readonly capacity?: { readonly column: string; readonly unit: CapacityUnit };
  /** What rows with these values state; a rule without `when` is about every row. */
  readonly facts: readonly {
    readonly when?: Readonly<Record<string, Cell>>;
    readonly states: LicensedFacts;
  }[];
}

const text = { type: 'string', minLength: 1, maxLength: 200 };
const cell = { type: ['string', 'number', 'boolean'] };
const cells = { type: 'object', additionalProperties: { type: 'array', minItems: 1, items: cell } };

const fits = seedCheck<LicenceMap>({
  type: 'object',
  additionalProperties: false,
  required: ['state', 'authority', 'columns', 'codes', 'facts'],
  properties: {
    state: { type: 'string', enum: STATES },
    authority: text,
    columns: {
      type: 'object',
      additionalProperties: false,
      required: REQUIRED_FIELDS,
      properties: Object.fromEntries(LICENCE_FIELDS.map((field) => [field, text])),
    },
    inForce: cells,
    codes: cells,
    capacity: {
      type: 'object',
      additionalProperties: false,
      required: ['column', 'unit'],
      properties: { column: text, unit: { type: 'string', enum: CAPACITY_UNITS } },
    },
    facts: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['states'],
        properties: {
          when: { type: 'object', minProperties: 1, additionalProperties: cell },
          states: { ...factsSchema(LICENSED), $id: undefined, minProperties: 1 },
        },
      },
    },
  },
});

/** Reads a mapping file. Throws `ImportRefused` that names the file, the field and the fix. */
export function readLicenceMap(file: string): LicenceMap {
  return usableMap(file, () => {
    const map = readSeedFile(file, fits);
    for (const [index, { when = {} }] of map.facts.entries())
      for (const [column, value] of Object.entries(when))
        if (!map.codes[column]?.some((one) => String(one) === String(value)))
          throw new SeedFileError(file, [
            `facts/${index}/when/${column}: ${String(value)} is not among the codes of ${column}; add it to codes`,
          ]);
    return map;
  });
}
