import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnySchemaObject, Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import mergePatch from 'json-merge-patch';
import { projectFolder } from '../../src/config/project-folder.js';

const PROFILE = join(projectFolder, 'openapi/hsds-profile');
const read = (path: string): AnySchemaObject => JSON.parse(readFileSync(path, 'utf8')) as AnySchemaObject;

/**
 * Checks objects against the published schemas of HSDS with our profile. The schemas allow any further field; here one that
 * neither they nor the profile name is a flaw.
 *
 * @param folder of the split schemas, one file each
 */
export function hsdsChecker(folder: string): (schema: string, value: unknown) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const patches = new Set(readdirSync(PROFILE));
  for (const file of readdirSync(folder).filter(
    (name) => name.endsWith('.json') && name !== 'openapi.json',
  )) {
    const published = read(join(folder, file));
    const own = patches.has(file) ? read(join(PROFILE, file)) : {};
    const whole = mergePatch.apply(published, own);
    ajv.addSchema({ ...whole, additionalProperties: false }, file);
  }
  return (schema, value) => {
    const check = ajv.getSchema(`${schema}.json`);
    if (!check) throw new Error(`HSDS has no schema ${schema}.`);
    if (check(value) === true) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}
