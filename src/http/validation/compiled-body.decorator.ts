/** A class of request bodies. */
export type BodyClass = new () => object;

const classes: BodyClass[] = [];

/**
 * For a body that is read often: the build compiles a check of it from the schemas of its fields. What the check accepts
 * is not examined field by field (docs/decisions/0034).
 */
export function CompiledBody(): (bodyClass: BodyClass) => void {
  return (bodyClass) => {
    classes.push(bodyClass);
  };
}

/** The classes that were declared so far. */
export function compiledBodies(): readonly BodyClass[] {
  return classes;
}
