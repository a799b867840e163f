import { join } from 'node:path';
import { projectFolder } from '../../config/project-folder.js';
import { readSeedFile, seedCheck } from '../../config/seed-file.js';
import type { LinkagePolicy } from '../../core/linkage/linkage-policy.js';

/** The current policy of record linkage. */
const CURRENT = '2026-12.1';

const FOLDER = join(projectFolder, 'seed-data', 'linkage');

const share = { type: 'number', minimum: 0, maximum: 1 };
/** One word, or several with one blank between, in the letters that names are compared in. */
const word = { type: 'string', pattern: '^[a-z0-9]+( [a-z0-9]+)*$' };
const words = { type: 'array', items: word, uniqueItems: true };
const dictionary = { type: 'object', propertyNames: { pattern: '^[a-z0-9]+$' }, additionalProperties: word };
const object = (properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});
const fits = seedCheck<LinkagePolicy>(
  object({
    version: { const: CURRENT },
    publishedOn: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    weights: object({ name: share, street: share, phone: share, postalCode: share }),
    oneLineAlone: share,
    otherHouseNumber: share,
    sameStreet: share,
    sameName: share,
    renamed: share,
    automatic: share,
    automaticAtTheDoor: share,
    equalServices: share,
    review: share,
    margin: share,
    nameWords: dictionary,
    emptyNameWords: words,
    streetWords: dictionary,
    streetKinds: words,
    unitWords: words,
    kindWords: { type: 'object', additionalProperties: words },
  }),
);

/** By what records of two lists are known to be one program; throws what is wrong with the file. */
export function readLinkagePolicy(): LinkagePolicy {
  return readSeedFile(join(FOLDER, `${CURRENT}.yaml`), fits);
}
