/**
 * Converts a part of an OpenAPI document to 3.1: `null` becomes a type, where the decorators still use `nullable` of
 * 3.0.
 */
export function withoutNullable(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutNullable);
  if (typeof part !== 'object' || part === null) return part;
  const { nullable, ...schema } = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withoutNullable(value)]),
  );
  // A field that is named nullable is left alone.
  if (nullable !== undefined && typeof nullable !== 'boolean') return { ...schema, nullable };
  return nullable === true ? orNull(schema) : schema;
}

function orNull({ description, ...schema }: Record<string, unknown>): Record<string, unknown> {
  const described = description === undefined ? {} : { description };
  if (typeof schema['type'] !== 'string') return { ...described, anyOf: [schema, { type: 'null' }] };
  const values = schema['enum'] as unknown[] | undefined;
  return {
    ...described,
    ...schema,
    type: [schema['type'], 'null'],
    ...(values !== undefined && { enum: [...values, null] }),
  };
}
