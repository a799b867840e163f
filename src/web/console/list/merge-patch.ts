type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A JSON merge patch (RFC 7396): `null` takes a field out, a list replaces a list. The target stays as it is: it is a step of the
 * visit to which Back returns. The library for it changes its target.
 */
export function mergePatch<T extends object>(target: T, patch: object): T {
  const merged = { ...target } as Record<string, unknown>;
  for (const [name, value] of Object.entries(patch)) {
    const before = merged[name];
    if (value === null) delete merged[name];
    else merged[name] = isFields(value) ? mergePatch(isFields(before) ? before : {}, value) : value;
  }
  return merged as T;
}
