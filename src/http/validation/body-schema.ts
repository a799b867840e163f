import { createHash } from 'node:crypto';
import type { BodyClass } from './compiled-body.decorator.js';
import { type SchemaField, schemaFieldsOf } from './field-rule.js';
import { UUID } from './value.decorators.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The formats in the schemas of bodies, as patterns, so that compiled code needs no library for them. */
export const BODY_FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: UUID,
  // Days after the 28th depend on month and year: the rule of the field decides.
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/,
};

/**
 * JSON Schemas (2020-12) of a body and of the objects in it, made from what its fields declare for the OpenAPI document,
 * by the name of their class; the body's own is the first. They accept no undeclared field.
 *
 * @throws Error if two classes have one name
 */
export function bodySchemasOf(bodyClass: BodyClass): ReadonlyMap<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  const classes = new Map<string, BodyClass>();
  const add = (one: BodyClass): void => {
    const known = classes.get(one.name);
    if (known === one) return;
    if (known) throw new Error(`Two classes of bodies have the name ${one.name}.`);
    classes.set(one.name, one);
    // Its place is kept while the schemas below it are made.
    schemas.set(one.name, {});
    const fields = schemaFieldsOf(one);
    schemas.set(one.name, {
      $id: one.name,
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, schemaOfField(field, add)])),
      required: fields.filter(({ optional }) => !optional).map(({ name }) => name),
      additionalProperties: false,
    });
  };
  add(bodyClass);
  return schemas;
}

/** Names a compiled check by everything that it was compiled from. */
export function checkNameOf(schemas: ReadonlyMap<string, JsonSchema>): string {
  const digest = createHash('sha256').update(JSON.stringify([...schemas.values()]));
  return `check_${digest.digest('hex')}`;
}

function schemaOfField({ schema, classOf, isList }: SchemaField, add: (one: BodyClass) => void): JsonSchema {
  const { isArray = false, maxItems, minItems, uniqueItems, enumName: _name, ...own } = schema;
  if (classOf) add(classOf());
  const one = classOf ? { $ref: classOf().name } : own;
  if (!isList) return one;
  // `isArray` is the short form of the decorators, which puts the schema of an item beside the length of the list.
  const list = isArray ? { type: 'array', items: one } : one;
  return { ...list, maxItems, minItems, uniqueItems };
}
