import { join } from 'node:path';
import { projectFolder } from '../../config/project-folder.js';
import { readSeedFile, seedCheck } from '../../config/seed-file.js';
import type { TravelAssumptions } from '../../core/matching/facts/travel.js';

/** The current assumptions. */
const CURRENT = '2026-11.1';

const FOLDER = join(projectFolder, 'seed-data', 'travel');

const positive = { type: 'number', exclusiveMinimum: 0 };
const text = { type: 'string', minLength: 1 };
const object = (properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});
const pace = object({
  detour: { type: 'number', minimum: 1 },
  setOutMinutes: { type: 'number', minimum: 0 },
  local: object({ km: positive, kmPerHour: positive }),
  beyondKmPerHour: positive,
  farthestKm: positive,
  reason: text,
});
const fits = seedCheck<TravelAssumptions>(
  object({
    version: { const: CURRENT },
    publishedOn: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    notes: { type: 'array', items: text },
    modes: object({ drive: pace, bike: pace, walk: pace }),
  }),
);

/** The numbers by which travel is estimated; throws what is wrong with their file. */
export function readTravelAssumptions(): TravelAssumptions {
  return readSeedFile(join(FOLDER, `${CURRENT}.yaml`), fits);
}
