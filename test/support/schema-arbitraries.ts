import * as fc from 'fast-check';
import type { OpenApiDocument, Schema } from './openapi-operations.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ANY_TEXT = /^/;
/** Below this depth, optional fields are omitted. */
const DEEPEST = 6;
/** The longest text and list of a valid value: longer ones come from the mutations. */
const USUAL_TEXT = 40;
const USUAL_LIST = 4;

/** JSON values for the schemas of a document: valid ones, and slightly invalid ones. */
export class SchemaArbitraries {
  /** @param known texts that have a meaning in the service, used now and then where they are possible */
  constructor(
    private readonly document: OpenApiDocument,
    private readonly known: readonly string[],
  ) {}

  /** What the schema allows; other rules may still refuse it. */
  valid(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
    const { allOf, oneOf = schema.anyOf, ...own } = this.resolve(schema);
    if (oneOf) return fc.oneof(...oneOf.map((each) => this.valid(each, depth)));
    if (own.enum) return fc.constantFrom(...own.enum);
    if (allOf) return this.valid(this.merged([own, ...allOf]), depth);
    const types = [own.type ?? (own.properties ? 'object' : 'any')].flat();
    return fc.oneof(...types.map((type) => this.ofType(type, own, depth)));
  }

  /** The same with one to three mutations that may make it invalid. */
  nearly(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    return fc.tuple(valid, fc.array(mutation, { minLength: 1, maxLength: 3 })).map(mutated);
  }

  private resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.split('/').at(-1)!;
    const { $ref: _ref, ...beside } = schema;
    return this.resolve({ ...this.document.components.schemas[name], ...beside });
  }

  private merged(schemas: readonly Schema[]): Schema {
    return schemas
      .map((each) => this.resolve(each))
      .reduce((all, each) => ({ ...all, ...each, properties: { ...all.properties, ...each.properties } }));
  }

  private ofType(type: string, schema: Schema, depth: number): fc.Arbitrary<unknown> {
    switch (type) {
      case 'null':
        return fc.constant(null);
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1_000_000 });
      case 'number': {
        const { minimum: min = -1000, maximum: max = 1_000_000 } = schema;
        return fc.double({ min, max, noNaN: true });
      }
      case 'string':
        return this.text(schema);
      case 'array':
        return this.list(schema, depth);
      case 'object':
        return this.object(schema, depth);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  private text({ format, pattern, minLength, maxLength = USUAL_TEXT }: Schema): fc.Arbitrary<unknown> {
    const most = Math.max(Math.min(maxLength, USUAL_TEXT), minLength ?? 0);
    if (format === 'uuid') return this.orKnown(fc.uuid(), UUID);
    if (format === 'date') return day;
    if (format === 'date-time') return day.map((each) => `${each}T12:00:00Z`);
    if (format === 'uri') return fc.webUrl();
    if (pattern !== undefined) {
      const like = new RegExp(pattern);
      return this.orKnown(
        fc.stringMatching(like).filter(({ length }) => length <= maxLength),
        like,
      );
    }
    const made = fc.string({ unit: 'grapheme', minLength: minLength ?? 0, maxLength: most });
    return fc.oneof({ arbitrary: made, weight: 4 }, { arbitrary: this.orKnown(made, ANY_TEXT), weight: 1 });
  }

  private orKnown(made: fc.Arbitrary<string>, like: RegExp): fc.Arbitrary<string> {
    const known = this.known.filter((text) => like.test(text));
    return known.length === 0 ? made : fc.oneof(fc.constantFrom(...known), made);
  }

  private list(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const { items = {}, minItems = 0, maxItems = USUAL_LIST, uniqueItems } = schema;
    if (depth > DEEPEST && minItems === 0) return fc.constant([]);
    const lengths = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, USUAL_LIST)) };
    const each = this.valid(items, depth + 1);
    if (!uniqueItems) return fc.array(each, lengths);
    return fc.uniqueArray(each, { ...lengths, selector: (value) => JSON.stringify(value) });
  }

  private object(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const { properties = {}, required = [], additionalProperties } = schema;
    const fields = Object.entries(properties).filter(([name]) => depth <= DEEPEST || required.includes(name));
    const made = fields.map(([name, each]) => [name, this.valid(each, depth + 1)] as const);
    const needed = made.filter(([name]) => required.includes(name));
    const requiredKeys = needed.map(([name]) => name);
    const whole = fc.record(Object.fromEntries(made), { requiredKeys, noNullPrototype: true });
    const least = fc.record(Object.fromEntries(needed), { noNullPrototype: true });
    const known = fc.oneof(least, whole);
    if (typeof additionalProperties !== 'object' || depth > DEEPEST) return known;
    const more = fc.dictionary(word, this.valid(additionalProperties, depth + 1), { maxKeys: 3 });
    return fc.tuple(known, more).map(([one, other]) => ({ ...other, ...one }));
  }
}

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const word = fc.stringMatching(/^[a-z]{1,8}$/);

/** Texts that have caused errors somewhere. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\uD800',
    '\uDFFFa',
    '\u202Eright to left',
    '\uFEFF',
    'e\u0301\u0301\u0301',
    '👩‍👩‍👧‍👦',
    '\r\nset-cookie: a=b',
    "'; DROP TABLE program; --",
    '${jndi:ldap://x.example}',
    '<script>alert(1)</script>',
    '%00',
    '%E0%A4%A',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '-0',
    '1e400',
    '2026-02-30',
    '9999-99-99',
    '0000-00-00',
    '00000000-0000-0000-0000-000000000000',
    'İ',
    'ß',
    'x'.repeat(300),
    'é'.repeat(9000),
    '\\',
    '%_%',
    '(a+)+$',
    '[',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Values of any kind to replace another. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown[]>(
    null,
    true,
    0,
    -1,
    0.1,
    -0,
    1e308,
    5e-324,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    [],
    {},
    [[]],
    [null],
    Array.from({ length: 500 }, (_each, at) => at),
    nested(15),
    nested(30),
    JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'),
    { toString: 'no function', length: -1 },
    { $ref: '#', $where: '1' },
  ),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
);

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

type Mutation = readonly [
  where: number,
  what: 'replace' | 'remove' | 'add' | 'repeat',
  odd: unknown,
  name: string,
];

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.nat(1000),
  fc.constantFrom('replace', 'replace', 'remove', 'add', 'repeat'),
  oddValue,
  fc.oneof(fc.constantFrom('__proto__', 'constructor', 'id', 'roles', '', 'a.b', 'a/b~c'), word),
);

/** Visits the places of a value in order, and changes the selected one. */
function mutated([value, mutations]: [unknown, readonly Mutation[]]): unknown {
  const holder = { value: structuredClone(value) };
  for (const [where, what, given, name] of mutations) {
    const odd = structuredClone(given);
    const places = placesIn(holder);
    const [parent, key] = places[where % places.length]!;
    const here = (parent as Record<string | number, unknown>)[key];
    if (what === 'remove') {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else if (parent !== holder) delete (parent as Record<string, unknown>)[key];
    } else if (what === 'repeat' && Array.isArray(here)) {
      put(
        parent,
        key,
        Array.from({ length: 60 }, (_each, at) => here[at % (here.length || 1)] ?? odd),
      );
    } else if (what === 'add' && typeof here === 'object' && here !== null && !Array.isArray(here)) {
      put(here, name, odd);
    } else put(parent, key, odd);
  }
  return holder.value;
}

function placesIn(parent: object): [object, string | number][] {
  return Object.entries(parent).flatMap(([key, value]: [string, unknown]) => [
    [parent, key] as [object, string],
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ]);
}

/** Including names that every object has. */
function put(parent: object, key: string | number, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}
