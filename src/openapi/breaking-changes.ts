import { operationsIn } from './operations-in.js';
import { type ContractChange, type ReadOrWrite, type Schema, SchemaChanges } from './schema-changes.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
interface Header {
  readonly $ref?: string;
  readonly required?: boolean;
}
interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Content;
}
interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly 'x-roles'?: readonly string[];
}

/** The parts of an OpenAPI document that are compared. */
export interface ComparedDocument {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Webhooks, by name. */
  readonly webhooks?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Everything in which a client of one document may fail on a service of another: addresses, parameters, codes and
 * fields that are gone or newly required, responses that promise less. Problems may have new kinds, responses may have
 * new fields, and a vocabulary may grow: the last is reported, but does not count as breaking.
 */
export function changesBetween(before: ComparedDocument, after: ComparedDocument): ContractChange[] {
  const changes = operationsOf(before).flatMap(({ at, operation }): ContractChange[] => {
    const now = operationsOf(after).find((one) => one.at === at)?.operation;
    if (!now) return [gone(at)];
    return new OperationChanges(before, after, at).between(operation, now);
  });
  const messages = messagesOf(before).flatMap(({ at, operation }): ContractChange[] => {
    const now = messagesOf(after).find((one) => one.at === at)?.operation;
    if (!now) return [gone(at)];
    return new OperationChanges(before, after, at).ofMessage(operation, now);
  });
  return [...changes, ...messages];
}

/** Whether a version may break the clients of another: a new major one, or a new minor one before 1.0. */
export function mayBreak(released: string, version: string): boolean {
  const [oldMajor = 0, oldMinor = 0] = numbersOf(released);
  const [major = 0, minor = 0] = numbersOf(version);
  return major > oldMajor || (oldMajor === 0 && major === 0 && minor > oldMinor);
}

/** The newest of some versions. */
export function newestOf(versions: readonly string[]): string | undefined {
  return versions.toSorted((a, b) => {
    const [left, right] = [numbersOf(a), numbersOf(b)];
    const at = left.findIndex((number, place) => number !== right[place]);
    return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
  })[0];
}

class OperationChanges {
  constructor(
    private readonly before: ComparedDocument,
    private readonly after: ComparedDocument,
    private readonly at: string,
  ) {}

  between(old: Operation, now: Operation): ContractChange[] {
    const changes: ContractChange[] = [];
    if (old.operationId !== now.operationId)
      changes.push(broken(this.at, `is now called ${now.operationId}, was ${old.operationId}`));
    if (isOpen(old) && !isOpen(now)) changes.push(broken(this.at, 'now needs a key'));
    for (const role of old['x-roles'] ?? [])
      if (now['x-roles'] && !now['x-roles'].includes(role))
        changes.push(broken(this.at, `is no longer for the role ${role}`));
    changes.push(...this.ofParameters(old.parameters ?? [], now.parameters ?? []));
    changes.push(...this.ofRequest(old.requestBody, now.requestBody));
    changes.push(...this.ofResponses(old.responses, now.responses));
    return changes;
  }

  /** For webhooks: receivers read the body like a response, and use its headers. */
  ofMessage(old: Operation, now: Operation): ContractChange[] {
    const nowNames = (now.parameters ?? []).map(nameOf);
    return [
      ...(old.parameters ?? [])
        .filter((header) => !nowNames.includes(nameOf(header)))
        .map((header) => gone(`${this.at} ${header.name}`)),
      ...this.ofContents(
        'response',
        old.requestBody?.content ?? {},
        now.requestBody?.content ?? {},
        `${this.at} body`,
      ),
    ];
  }

  private ofParameters(old: readonly Parameter[], now: readonly Parameter[]): ContractChange[] {
    const same = (one: Parameter) => (other: Parameter) =>
      one.in === other.in && nameOf(one) === nameOf(other);
    const changes = old.flatMap((one): ContractChange[] => {
      const at = `${this.at} ${one.name}`;
      const next = now.find(same(one));
      // An unused header does no harm; an unknown parameter is refused.
      if (!next) return one.in === 'header' ? [] : [gone(at)];
      return [
        ...(next.required && !one.required ? [broken(at, 'is now required')] : []),
        ...this.ofSchemas('request', one.schema, next.schema, at),
      ];
    });
    for (const one of now)
      if (one.required && one.in !== 'path' && !old.some(same(one)))
        changes.push(broken(`${this.at} ${one.name}`, 'is now required'));
    return changes;
  }

  private ofRequest(old: Operation['requestBody'], now: Operation['requestBody']): ContractChange[] {
    if (!now) return old ? [broken(this.at, 'no longer accepts a body')] : [];
    const changes: ContractChange[] = [];
    if (now.required && !old?.required) changes.push(broken(this.at, 'now needs a body'));
    return [...changes, ...this.ofContents('request', old?.content ?? {}, now.content, `${this.at} body`)];
  }

  private ofResponses(old: Operation['responses'], now: Operation['responses']): ContractChange[] {
    const isSuccess = (status: string) => status.startsWith('2');
    const changes = Object.keys(now)
      .filter((status) => isSuccess(status) && !(status in old))
      .map((status) => broken(this.at, `may now succeed with ${status}`));
    for (const [status, given] of Object.entries(old)) {
      const at = `${this.at} → ${status}`;
      const next = now[status];
      if (!next) {
        if (isSuccess(status)) changes.push(gone(at));
        continue;
      }
      const [response, nextResponse] = [resolve(this.before, given), resolve(this.after, next)];
      changes.push(...this.ofHeaders(response, nextResponse, at));
      changes.push(...this.ofContents('response', response.content ?? {}, nextResponse.content ?? {}, at));
    }
    return changes;
  }

  private ofHeaders(old: Response, now: Response, at: string): ContractChange[] {
    return Object.entries(old.headers ?? {}).flatMap(([name, header]): ContractChange[] => {
      if (resolve(this.before, header).required !== true) return [];
      const next = now.headers?.[name];
      const isPromised = next !== undefined && resolve(this.after, next).required === true;
      return isPromised ? [] : [broken(`${at} ${name}`, 'may now be missing')];
    });
  }

  private ofContents(direction: ReadOrWrite, old: Content, now: Content, at: string): ContractChange[] {
    return Object.entries(old).flatMap(([type, { schema }]): ContractChange[] => {
      const next = now[type];
      return next ? this.ofSchemas(direction, schema, next.schema, at) : [gone(`${at} as ${type}`)];
    });
  }

  private ofSchemas(
    direction: ReadOrWrite,
    old: Schema | undefined,
    now: Schema | undefined,
    at: string,
  ): ContractChange[] {
    const [resolveOld, resolveNew] = [this.before, this.after].map(
      (document) => (schema: Schema) => resolve(document, schema),
    );
    return new SchemaChanges(resolveOld!, resolveNew!, direction).between(old ?? {}, now ?? {}, at);
  }
}

function operationsOf(document: ComparedDocument): { at: string; operation: Operation }[] {
  return [...operationsIn<Operation>(document)].map(({ path, method, operation }) => ({
    at: `${method.toUpperCase()} ${path}`,
    operation,
  }));
}

function messagesOf({ webhooks = {} }: ComparedDocument): { at: string; operation: Operation }[] {
  return [...operationsIn<Operation>({ paths: webhooks })].map(({ path, operation }) => ({
    at: `webhook ${path}`,
    operation,
  }));
}

/** The target of a reference, or the object itself. */
function resolve<Thing extends { readonly $ref?: string }>(document: ComparedDocument, thing: Thing): Thing {
  if (thing.$ref === undefined) return thing;
  const { $ref, ...beside } = thing;
  const found = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], document);
  if (found === undefined) throw new Error(`The document has nothing at ${$ref}.`);
  return { ...resolve(document, found as Thing), ...beside };
}

/** Names of headers are case-insensitive. */
function nameOf(parameter: Parameter): string {
  return parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
}

/** Whether no credential is needed. */
function isOpen({ security = [] }: Operation): boolean {
  return security.length === 0 || security.some((one) => Object.keys(one).length === 0);
}

function gone(at: string): ContractChange {
  return broken(at, 'is gone');
}

function broken(at: string, what: string): ContractChange {
  return { at, what, isBreaking: true };
}

function numbersOf(version: string): number[] {
  return version.split('-', 1)[0]!.split('.').map(Number);
}
