import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { writePrepared } from '../../config/prepared.js';
import { BODY_FORMATS, bodySchemasOf, checkNameOf } from './body-schema.js';
import { compiledBodies } from './compiled-body.decorator.js';
import { COMPILED_BODIES } from './read-compiled-body.js';

/** Writes the checks of all declared bodies as code. Part of the build: the service only loads it. */
export function writeCompiledBodies(): void {
  const ajv = new Ajv({
    strict: true,
    // A field with codes has no type of its own, and unions of types are in the documents of FHIR.
    strictTypes: false,
    formats: { ...BODY_FORMATS },
    keywords: ['example'],
    code: { source: true, lines: true },
    inlineRefs: false,
  });
  const checks: Record<string, string> = {};
  const added = new Map<string, string>();
  for (const bodyClass of compiledBodies()) {
    const schemas = bodySchemasOf(bodyClass);
    for (const [name, schema] of schemas) {
      const known = added.get(name);
      if (known === undefined) ajv.addSchema(schema);
      else if (known !== JSON.stringify(schema))
        throw new Error(`Two classes of bodies have the name ${name}.`);
      added.set(name, JSON.stringify(schema));
    }
    checks[checkNameOf(schemas)] = bodyClass.name;
  }
  writePrepared(COMPILED_BODIES, standalone.default(ajv, checks));
}
