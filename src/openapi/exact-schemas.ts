const INT32 = 2 ** 31;
const TYPES: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
/** The length of texts whose format determines it. */
const LENGTHS: Record<string, number> = { uuid: 36, date: 10 };

/**
 * Completes the schemas in a part of an OpenAPI document: the width and bounds of whole numbers (32 bits by default),
 * the length of UUIDs and dates. A reference that the decorators wrap in an `allOf` of one, as 3.0 needed for a
 * description, is placed next to its description, as 3.1 allows.
 */
export function exactSchemas(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(exactSchemas);
  if (typeof part !== 'object' || part === null) return part;
  const { allOf, ...schema } = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, isExample(key, value) ? value : exactSchemas(value)]),
  );
  if (Array.isArray(allOf) && allOf.length === 1) return { ...schema, ...(allOf[0] as object) };
  const whole = allOf === undefined ? schema : { ...schema, allOf };
  const types = [schema['type']].flat();
  if (types.includes('integer')) return exactInteger(whole);
  const length = types.includes('string') ? LENGTHS[String(schema['format'])] : undefined;
  return length === undefined ? whole : { maxLength: length, ...whole };
}

function exactInteger(schema: Record<string, unknown>): Record<string, unknown> {
  const { minimum = -INT32, maximum = INT32 - 1, ...others } = schema;
  const isSmall = Number(minimum) >= -INT32 && Number(maximum) < INT32;
  return { ...others, format: isSmall ? 'int32' : 'int64', minimum, maximum };
}

/** Values under these keys are not schemas, unless a field has this name: that is described by an object of its own. */
function isExample(key: string, value: unknown): boolean {
  if (key === 'enum' || key === 'const' || key === 'default') return true;
  return key === 'example' && !isSchema(value);
}

function isSchema(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type } = value as { type?: unknown };
  return '$ref' in value || [type].flat().some((one) => TYPES.includes(one));
}
