import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectFolder } from '../../../src/config/project-folder.js';
import { operationsIn } from '../../../src/openapi/operations-in.js';

export interface MediaType {
  schema?: AnySchemaObject;
  example?: unknown;
  examples?: Record<string, { summary?: string; value: unknown }>;
}
export interface HeaderObject {
  $ref?: string;
  required?: boolean;
  schema?: AnySchemaObject;
}
export interface ResponseObject {
  $ref?: string;
  description?: string;
  headers?: Record<string, HeaderObject>;
  content?: Record<string, MediaType>;
}
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: AnySchemaObject;
  example?: unknown;
}
export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, ResponseObject>;
  'x-ignores-unknown-parameters'?: boolean;
  /** Its cost in points. */
  'x-points'?: number;
}
export interface Document {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  webhooks?: Record<string, Record<string, Pick<Operation, 'parameters' | 'requestBody'>>>;
  components: Record<string, Record<string, object>>;
}

/** An operation with its address: method in capitals and path with braces. */
export interface Located extends Operation {
  readonly method: string;
  readonly path: string;
}

/** The contract of the OpenAPI document, to be checked against real requests and responses. */
export class Contract {
  readonly operations: readonly Located[];
  private readonly byMethod = new Map<string, { matches: RegExp; operation: Located }[]>();
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(readonly document: Document) {
    addFormats.default(this.ajv);
    // Irrelevant for validity.
    for (const format of ['int32', 'int64']) this.ajv.addFormat(format, true);
    this.ajv.addSchema(this.closed(document) as AnySchemaObject, 'document');
    this.operations = [...operationsIn<Operation>(document)].map(({ path, method, operation }) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    }));
    for (const operation of this.operations) {
      const list = this.byMethod.get(operation.method) ?? [];
      list.push({ matches: patternOf(operation.path), operation });
      // An address without parameters takes precedence over one with them.
      list.sort((a, b) => places(a.operation.path) - places(b.operation.path));
      this.byMethod.set(operation.method, list);
    }
  }

  /** The operation of a request; HEAD means that of GET. */
  operationOf(method: string, url: string): Located | undefined {
    const path = url.split('?', 1)[0]!.replace(/(?<=.)\/$/, '');
    const list = this.byMethod.get(method === 'HEAD' ? 'GET' : method) ?? [];
    return list.find(({ matches }) => matches.test(path))?.operation;
  }

  /** The target of a reference, or the object itself. */
  resolve<Thing extends { $ref?: string }>(thing: Thing): Thing {
    if (thing.$ref === undefined) return thing;
    const found = thing.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((part, step) => (part as Record<string, unknown>)[unescape(step)], this.document);
    return this.resolve(found as Thing);
  }

  /** The violations of the schema at a JSON pointer into the document; undefined if there are none. */
  flawOf(pointer: string, value: unknown): string | undefined {
    let validate = this.validators.get(pointer);
    if (validate === undefined) {
      validate = this.ajv.compile({ $ref: `document#${encodeURI(pointer)}` });
      this.validators.set(pointer, validate);
    }
    return validate(value) ? undefined : describeError(validate.errors?.[0], value);
  }

  /** An object that lists its fields has no others: any additional field is undocumented. */
  private closed(part: unknown): unknown {
    if (Array.isArray(part)) return part.map((one) => this.closed(one));
    if (typeof part !== 'object' || part === null) return part;
    const { example: _example, examples: _examples, ...schema } = part as Record<string, unknown>;
    const whole = this.closedParts(schema);
    if (Array.isArray(schema['allOf'])) return { ...whole, unevaluatedProperties: false };
    const listsFields = [whole['type']].flat().includes('object') && typeof whole['properties'] === 'object';
    return listsFields && whole['additionalProperties'] === undefined
      ? { ...whole, additionalProperties: false }
      : whole;
  }

  private closedParts(schema: object): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(schema).map(([key, value]) => [
        key,
        // Each of them is open by itself: together they list the fields.
        key === 'allOf'
          ? (value as { $ref?: string }[]).map((one) => this.closedParts(this.resolve(one)))
          : this.closed(value),
      ]),
    );
  }
}

let committed: Contract | undefined;
/** The committed contract; `npm run check` makes sure that it matches the code. */
export function committedContract(): Contract {
  const file = join(projectFolder, 'openapi/openapi.json');
  return (committed ??= new Contract(JSON.parse(readFileSync(file, 'utf8')) as Document));
}

/** A JSON pointer of these steps. */
export function pointerOf(...steps: readonly string[]): string {
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function unescape(step: string): string {
  return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
}

function describeError(error: ErrorObject | undefined, value: unknown): string {
  if (!error) return 'is not valid';
  const place = error.instancePath
    .split('/')
    .slice(1)
    .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[unescape(step)], value);
  const details = Object.values(error.params)
    .filter((one) => typeof one === 'string' || Array.isArray(one))
    .join(', ');
  return `${error.instancePath || 'the whole of it'} ${error.message} (${details}): ${JSON.stringify(place)?.slice(0, 300)}`;
}

function patternOf(path: string): RegExp {
  const pattern = path.replace(/[.+*?^$()|[\]\\]/g, String.raw`\$&`).replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`);
}

function places(path: string): number {
  return path.split('{').length;
}
