/** The methods under which the items of `paths` hold operations. */
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** An operation of an OpenAPI document, and its place. */
export interface LocatedOperation<Operation> {
  readonly path: string;
  readonly method: (typeof METHODS)[number];
  readonly operation: Operation;
}

/**
 * Every operation of an OpenAPI document, path by path.
 *
 * @param Operation the part of an operation that the caller uses
 */
export function* operationsIn<Operation>({
  paths,
}: {
  readonly paths: object;
}): Generator<LocatedOperation<Operation>> {
  for (const [path, item] of Object.entries(paths) as [string, Record<string, Operation | undefined>][])
    for (const method of METHODS) {
      const operation = item[method];
      if (operation !== undefined) yield { path, method, operation };
    }
}
