import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { preparedPath } from '../../config/prepared.js';
import { bodySchemasOf, checkNameOf } from './body-schema.js';
import { type BodyClass, compiledBodies } from './compiled-body.decorator.js';
import { type SchemaField, schemaFieldsOf } from './field-rule.js';

type Check = (body: object) => boolean;
type Values = Readonly<Record<string, unknown>>;

/** What the build compiled: a CommonJS module that exports each check by its name. */
export const COMPILED_BODIES = 'bodies.cjs';

const checks = new Map<Function, Check | undefined>();
const fields = new Map<BodyClass, ReadonlyMap<string, SchemaField>>();
let compiled: Readonly<Record<string, Check>> | undefined;

/**
 * An instance of a body class, if its compiled check and the rules that go further than its schema accept the body.
 * Otherwise, and for a class without a compiled check, undefined: then class-validator decides, and words what is wrong.
 */
export function readCompiledBody(bodyClass: Function, body: object): object | undefined {
  const check = checkOf(bodyClass);
  return check?.(body) ? instanceOf(bodyClass as BodyClass, body as Values) : undefined;
}

/** The compiled check of a class; undefined if there is none for its schemas as they are now. */
export function checkOf(bodyClass: Function): Check | undefined {
  if (checks.has(bodyClass)) return checks.get(bodyClass);
  const declared = compiledBodies().find((one) => one === bodyClass);
  const check = declared && compiledChecks()[checkNameOf(bodySchemasOf(declared))];
  checks.set(bodyClass, check);
  return check;
}

function compiledChecks(): Readonly<Record<string, Check>> {
  const path = preparedPath(COMPILED_BODIES);
  compiled ??= existsSync(path) ? (createRequire(import.meta.url)(path) as Record<string, Check>) : {};
  return compiled;
}

/** As class-transformer makes it; undefined if a rule refuses a value. The check has accepted the shape. */
function instanceOf(bodyClass: BodyClass, values: Values): object | undefined {
  const instance = new bodyClass() as Record<string, unknown>;
  const known = fieldsByName(bodyClass);
  for (const name of Object.keys(values)) {
    const field = known.get(name)!;
    const value = valueOf(field, values[name]);
    if (value === undefined || (field.rulesMore && field.explain(value).length > 0)) return undefined;
    instance[name] = value;
  }
  return instance;
}

function valueOf({ classOf, isList, read }: SchemaField, value: unknown): unknown {
  if (!classOf) return read ? read(value) : value;
  if (!isList) return instanceOf(classOf(), value as Values);
  const instances = (value as readonly Values[]).map((one) => instanceOf(classOf(), one));
  return instances.includes(undefined) ? undefined : instances;
}

function fieldsByName(bodyClass: BodyClass): ReadonlyMap<string, SchemaField> {
  let known = fields.get(bodyClass);
  if (!known)
    fields.set(bodyClass, (known = new Map(schemaFieldsOf(bodyClass).map((field) => [field.name, field]))));
  return known;
}
