/**
 * What a value may look like: a type, a text of one of several, a list of a shape, or an object with these fields, each of
 * which may be absent, and no other. `'*'` stands for names that the author chooses, such as those of labels.
 */
export type ClosedShape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'port'
  | readonly [ClosedShape]
  | RegExp
  | { readonly [field: string]: ClosedShape };

/** Everything in a value that its shape does not have, each with its place; nothing if it fits. */
export function breachesOfShape(value: unknown, shape: ClosedShape, place = ''): string[] {
  if (shape === 'port')
    return ['number', 'string'].includes(typeof value) ? [] : [`${place} is no number and no name of a port`];
  if (typeof shape === 'string')
    return typeof value === shape ? [] : [`${place} is ${typeof value}, not ${shape}`];
  if (shape instanceof RegExp)
    return typeof value === 'string' && shape.test(value) ? [] : [`${place} is ${JSON.stringify(value)}`];
  if (isList(shape))
    return Array.isArray(value)
      ? value.flatMap((one: unknown, at) => breachesOfShape(one, shape[0], `${place}/${at}`))
      : [`${place} is no list`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place} is no object`];
  return Object.entries(value).flatMap(([field, part]) => {
    const inner = shape[field] ?? shape['*'];
    return inner === undefined
      ? [`${place}/${field} is no field`]
      : breachesOfShape(part, inner, `${place}/${field}`);
  });
}

function isList(shape: object): shape is readonly [ClosedShape] {
  return Array.isArray(shape);
}
