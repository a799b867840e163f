/** A JSON schema in this service's document. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly [keyword: string]: unknown;
}

/** Who must still be compatible: the service with what is sent to it, or a client with what it reads. */
export type ReadOrWrite = 'request' | 'response';

/** A change for the worse, with its place; `note` if clients were told to expect it. */
export interface ContractChange {
  readonly at: string;
  readonly what: string;
  readonly isBreaking: boolean;
}

const UPPER_BOUNDS = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const LOWER_BOUNDS = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];

/** Compares the schemas of two documents: what a request no longer accepts, and what a response no longer promises. */
export class SchemaChanges {
  constructor(
    private readonly resolveOld: (schema: Schema) => Schema,
    private readonly resolveNew: (schema: Schema) => Schema,
    private readonly direction: ReadOrWrite,
    /** Pairs of references that are already compared: a schema may contain itself. */
    private readonly seen = new Set<string>(),
  ) {}

  /** @param at the place of the schema, in words */
  between(given: Schema, now: Schema, at: string): ContractChange[] {
    const pair = `${given.$ref} ${now.$ref}`;
    if (given.$ref !== undefined && now.$ref !== undefined) {
      if (this.seen.has(pair)) return [];
      this.seen.add(pair);
    }
    const before = merged(this.resolveOld(given), this.resolveOld);
    const after = merged(this.resolveNew(now), this.resolveNew);
    const choices = alternatives(before) || alternatives(after);
    return choices
      ? this.ofAlternatives(alternatives(before) ?? [before], alternatives(after) ?? [after], at)
      : [
          ...this.ofTypes(before, after, at),
          ...this.ofCodes(before, after, at),
          ...this.ofBounds(before, after, at),
          ...this.ofFields(before, after, at),
          ...(before.items && after.items ? this.between(before.items, after.items, `${at}[]`) : []),
        ];
  }

  /** What could be sent must be accepted by one of the new schemas; what can come must be one of the old ones. */
  private ofAlternatives(before: readonly Schema[], after: readonly Schema[], at: string): ContractChange[] {
    const [each, others] = this.direction === 'request' ? [before, after] : [after, before];
    return each.flatMap((one): ContractChange[] => {
      const tries = others.map((other) => {
        const alone = new SchemaChanges(this.resolveOld, this.resolveNew, this.direction, new Set(this.seen));
        const [given, now] = this.direction === 'request' ? [one, other] : [other, one];
        return alone.between(given, now, at);
      });
      return tries.toSorted((a, b) => breaking(a) - breaking(b))[0] ?? [];
    });
  }

  private ofTypes(before: Schema, after: Schema, at: string): ContractChange[] {
    const [from, to] = this.direction === 'request' ? [before, after] : [after, before];
    // Without a type any value is valid.
    if (to.type === undefined) return [];
    const allowed = [to.type].flat();
    const lost = (from.type === undefined ? ['any value'] : [from.type].flat()).filter(
      (type) => !allowed.includes(type) && !(type === 'integer' && allowed.includes('number')),
    );
    const word = this.direction === 'request' ? 'is no longer accepted' : 'is now possible';
    return lost.map((type) => broken(at, `${type} ${word}`));
  }

  private ofCodes(before: Schema, after: Schema, at: string): ContractChange[] {
    if (this.direction === 'request') {
      if (after.enum === undefined) return [];
      if (before.enum === undefined) return [broken(at, 'now accepts only certain codes')];
      const lost = before.enum.filter((code) => !after.enum!.includes(code));
      return lost.map((code) => broken(at, `the code ${JSON.stringify(code)} is no longer accepted`));
    }
    if (before.enum === undefined) return [];
    if (after.enum === undefined) return [broken(at, 'may now have any value, not only certain codes')];
    // Clients were told that vocabularies grow.
    return after.enum
      .filter((code) => !before.enum!.includes(code))
      .map((code) => ({ at, what: `the code ${JSON.stringify(code)} is now possible`, isBreaking: false }));
  }

  private ofBounds(before: Schema, after: Schema, at: string): ContractChange[] {
    const changes: ContractChange[] = [];
    if (before['format'] !== after['format'] && !areWidths(before['format'], after['format'])) {
      const loosens =
        this.direction === 'request' ? after['format'] === undefined : before['format'] === undefined;
      if (!loosens)
        changes.push(broken(at, `the format ${String(before['format'])} is now ${String(after['format'])}`));
    }
    if (this.direction === 'response') return changes;
    const narrower = (keyword: string, isNarrower: (from: number, to: number) => boolean) => {
      const [from, to] = [before[keyword], after[keyword]] as (number | undefined)[];
      if (to === undefined || (from !== undefined && !isNarrower(from, to))) return;
      changes.push(broken(at, `${keyword} is now ${to}${from === undefined ? '' : `, was ${from}`}`));
    };
    for (const keyword of UPPER_BOUNDS) narrower(keyword, (from, to) => to < from);
    for (const keyword of LOWER_BOUNDS) narrower(keyword, (from, to) => to > from);
    if (after['pattern'] !== undefined && after['pattern'] !== before['pattern'])
      changes.push(broken(at, 'has a different pattern'));
    if (after['uniqueItems'] === true && before['uniqueItems'] !== true)
      changes.push(broken(at, 'no longer accepts duplicate items'));
    return changes;
  }

  private ofFields(before: Schema, after: Schema, at: string): ContractChange[] {
    const [old, now] = [before.properties ?? {}, after.properties ?? {}];
    const changes = Object.entries(old).flatMap(([name, schema]): ContractChange[] => {
      const next = now[name];
      const isOpen = this.direction === 'request' && Boolean(after.additionalProperties);
      if (next === undefined) return isOpen ? [] : [broken(`${at}.${name}`, 'is gone')];
      return this.between(schema, next, `${at}.${name}`);
    });
    const [from, to] = this.direction === 'request' ? [after, before] : [before, after];
    for (const name of from.required ?? [])
      if (!to.required?.includes(name) && (this.direction === 'request' || name in now))
        changes.push(
          broken(`${at}.${name}`, this.direction === 'request' ? 'is now required' : 'may now be missing'),
        );
    const [mapBefore, mapAfter] = [before.additionalProperties, after.additionalProperties];
    if (typeof mapBefore === 'object' && typeof mapAfter === 'object')
      changes.push(...this.between(mapBefore, mapAfter, `${at}.*`));
    else if (this.direction === 'request' && Boolean(mapBefore) && !mapAfter)
      changes.push(broken(at, 'no longer accepts additional fields'));
    return changes;
  }
}

function broken(at: string, what: string): ContractChange {
  return { at, what, isBreaking: true };
}

function breaking(changes: readonly ContractChange[]): number {
  return changes.filter(({ isBreaking }) => isBreaking).length;
}

function alternatives({ oneOf, anyOf }: Schema): readonly Schema[] | undefined {
  return oneOf ?? anyOf;
}

/** The width of a whole number follows from its bounds, which are compared themselves. */
function areWidths(...formats: readonly unknown[]): boolean {
  return formats.every((format) => format === undefined || format === 'int32' || format === 'int64');
}

/** A schema merged with all of its `allOf`. */
function merged(schema: Schema, resolve: (schema: Schema) => Schema): Schema {
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  return allOf
    .map((one) => merged(resolve(one), resolve))
    .reduce<Schema>(
      (whole, one) => ({
        ...whole,
        ...one,
        properties: { ...whole.properties, ...one.properties },
        required: [...(whole.required ?? []), ...(one.required ?? [])],
      }),
      own,
    );
}
