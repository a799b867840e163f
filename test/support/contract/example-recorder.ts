import { createHash } from 'node:crypto';
import request, { type Response } from 'supertest';
import { withoutCodings } from '../../../src/http/answers/content-coding.js';
import type { Person, WholeService } from '../whole-service.js';
import { committedContract, type Located } from './contract.js';

/** A real request to one operation and its real response. */
export interface Example {
  readonly request?: unknown;
  readonly response?: unknown;
}

interface Asked {
  readonly as?: Person;
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly body?: object;
  /** Exactly these characters instead of a body. */
  readonly text?: string;
  /** A file in CSV instead of a body. */
  readonly file?: string;
  readonly ifMatch?: string;
  readonly headers?: Record<string, string>;
}

/** The request id of every example, as a client may send it. */
const REQUEST_ID = '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e';
/** A secret, and needs of clients. */
const ANSWERS_NOT_KEPT = [
  'attestationLinksCreate',
  'keysCreate',
  'keysRotate',
  'ratingsPreviewImpact',
  'webhooksTest',
];
/** Stored without their secret. */
const SECRET_NOT_KEPT = ['webhooksCreate', 'webhooksRotateSecret'];
const MADE_BY_CHANCE = /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const MOMENT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g;
const TAG = /\\"[A-Za-z0-9_-]{27}(-gzip)?\\"/g;
const SIGNED = /"token":"[^"]+"/g;
/** Calculated by the clock of the database. */
const END_OF_SECRET = /"endsAt":"[^"]+"/g;
const KEY = /tn_(live|pub)_[A-Za-z0-9_-]{43}[0-9a-f]{8}/g;
const PING = /ping_[0-9a-f-]{36}/g;
const KEY_HINT = /tn_(live|pub)_[A-Za-z0-9_-]{4}…/g;
const WEBHOOK_SECRET = /whsec_[A-Za-z0-9+/=]+/g;
const RECEIVER = /http:\/\/127\.0\.0\.1:\d+\/hooks/g;
/** A place in the feed contains the time of a change. */
const PLACE_IN_FEED = /"(next|cursor)":"[^"]+"/g;
const LONGEST_LIST = 3;
const LARGEST_MAP = 6;

/** Calls operations of a running service by name and keeps the exchange, without anything random or time-dependent. */
export class ExampleRecorder {
  readonly examples: Record<string, Example> = {};
  readonly problems: Record<string, unknown> = {};
  private readonly madeOfChance = new Set<string>();
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly service: WholeService,
    private readonly moment: string,
  ) {}

  /** An id that does not look random, but was derived from a random one. */
  replaces(id: string): void {
    this.madeOfChance.add(id);
  }

  /** Calls an operation, which must succeed, and keeps the example. */
  async take(
    operationId: string,
    asked: Asked = {},
    look: (body: Record<string, unknown>) => void = () => {},
  ): Promise<Response> {
    const operation = operationOf(operationId);
    await this.demandMatch(operation, asked);
    const key: Record<string, string> = isTaken(operation, 'Idempotency-Key')
      ? { 'idempotency-key': `example-${operationId}` }
      : {};
    const once = { ...asked, headers: { ...asked.headers, ...key } };
    const response = await this.ask(operationId, once);
    if (response.status >= 300)
      throw new Error(`${operationId} answered ${response.status}: ${JSON.stringify(response.body)}`);
    if ('idempotency-key' in key) await this.repeat(operationId, once, response);
    look(response.body as Record<string, unknown>);
    this.examples[operationId] = {
      ...(asked.body !== undefined && { request: this.stable(asked.body) }),
      ...(response.body !== undefined && { response: this.stable(shortened(response.body)) }),
    };
    return response;
  }

  /** Calls an operation, which must fail with this status, and keeps the problem. */
  async refuse(status: number, operationId: string, asked: Asked = {}): Promise<void> {
    const response = await this.ask(operationId, asked);
    if (response.status !== status)
      throw new Error(`${operationId} answered ${response.status}, not ${status}`);
    this.keep(status, JSON.parse(response.text) as object);
  }

  keep(status: number, problem: object): void {
    this.problems[status] = this.stable(shortened(problem));
  }

  private async ask(operationId: string, asked: Asked): Promise<Response> {
    const operation = operationOf(operationId);
    const path = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) => asked.params?.[name] ?? name);
    const method = operation.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch';
    const url = `${path}${asked.query === undefined ? '' : `?${asked.query}`}`;
    const call = request(this.service.server)[method](url).set('x-request-id', REQUEST_ID);
    if (asked.as) void call.set('authorization', `Bearer ${asked.as.token}`);
    if (asked.ifMatch !== undefined) void call.set('if-match', asked.ifMatch);
    for (const [name, value] of Object.entries(asked.headers ?? {})) void call.set(name, value);
    if (asked.file !== undefined) return call.set('content-type', 'text/csv').send(asked.file);
    if (asked.text !== undefined) return call.send(asked.text);
    return asked.body === undefined ? call : call.send(asked.body);
  }

  /** An edit that needs If-Match is refused without it, and with an outdated one. */
  private async demandMatch(operation: Located, asked: Asked): Promise<void> {
    if (!isTaken(operation, 'If-Match', true)) return;
    const { ifMatch: _tag, ...blind } = asked;
    const missing = await this.ask(operation.operationId, blind);
    expect([operation.operationId, missing.status]).toEqual([operation.operationId, 428]);
    const stale = await this.ask(operation.operationId, { ...asked, ifMatch: '"of what stood before"' });
    // A short problem is not compressed, so its tag is that of the state without a coding.
    expect([operation.operationId, stale.status, stale.headers['etag']]).toEqual([
      operation.operationId,
      412,
      asked.ifMatch && withoutCodings(asked.ifMatch),
    ]);
  }

  /** A write is carried out once: a repeat gets the same response, or 409 if the response may not be stored. */
  private async repeat(operationId: string, asked: Asked, first: Response): Promise<void> {
    const again = await this.ask(operationId, asked);
    const isSecretKept = !SECRET_NOT_KEPT.includes(operationId);
    const comparable = ({ status, headers, text }: Response) => [
      operationId,
      status,
      isSecretKept ? text : text.replace(/"secret":"[^"]+",?|,"secret":"[^"]+"/, ''),
      headers['location'],
      headers['etag'],
    ];
    if (ANSWERS_NOT_KEPT.includes(operationId)) {
      expect([operationId, again.status]).toEqual([operationId, 409]);
      return;
    }
    expect(comparable(again)).toEqual(comparable(first));
    expect([first, again].map(({ headers }) => headers['idempotent-replayed'])).toEqual([undefined, 'true']);
  }

  /** The same value with ids replaced in order of appearance, and one time for all. */
  private stable(value: unknown): unknown {
    const text = [...this.madeOfChance]
      .reduce((whole, id) => whole.replaceAll(id, this.stableId(id)), JSON.stringify(value))
      .replaceAll(this.service.address, 'https://directory.example')
      .replace(MADE_BY_CHANCE, (id) => (id === REQUEST_ID ? id : this.stableId(id)))
      .replace(MOMENT, (moment) => (this.isOfThisHour(moment) ? this.moment : moment))
      .replace(TAG, String.raw`\"2hU1T5nq0m3lM5vJ0o0Zc6Qn1vA\"`)
      .replace(SIGNED, '"token":"eyJsaW5rIjoiMmQ3YzFlNGEifQ.c2lnbmF0dXJlLW9mLXRoZS1saW5r"')
      .replace(END_OF_SECRET, '"endsAt":"2026-11-26T09:00:00.000Z"')
      .replace(PING, 'ping_2d7c1e4a-5b0e-4f8e-9b59-2a4f1f0f7f0e')
      .replace(KEY, 'tn_$1_…')
      .replace(KEY_HINT, 'tn_$1_Ab3d…')
      .replace(WEBHOOK_SECRET, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq=')
      .replace(RECEIVER, 'https://hooks.example.org/navigator')
      .replace(PLACE_IN_FEED, '"$1":"eyJzZXEiOjI2Nn0.a2VwdC1hcy1pdC1pcw"')
      .replace(/"(ms|durationMs)":[\d.]+/g, '"$1":1');
    return JSON.parse(text) as unknown;
  }

  /** Times of the database's clock, which cannot be set. */
  private isOfThisHour(moment: string): boolean {
    const now = performance.timeOrigin + performance.now();
    return Math.abs(new Date(moment).getTime() - now) < 3_600_000;
  }

  private stableId(id: string): string {
    const known = this.ids.get(id);
    if (known !== undefined) return known;
    const digits = createHash('sha256').update(`example ${this.ids.size}`).digest('hex');
    const stable = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(18, 30)}`;
    this.ids.set(id, stable).set(stable, stable);
    return stable;
  }
}

function operationOf(operationId: string): Located {
  const operation = committedContract().operations.find((one) => one.operationId === operationId);
  if (!operation) throw new Error(`There is no operation ${operationId}.`);
  return operation;
}

function isTaken({ parameters = [] }: Located, header: string, isRequired = false): boolean {
  return parameters.some(
    ({ in: place, name, required }) =>
      place === 'header' && name === header && (required === true || !isRequired),
  );
}

/**
 * Long lists, and large maps from codes to numbers or lists, are cut to their first few entries: an example must be
 * readable.
 */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, shortened(one)] as const);
  const isMap = entries.every(([, one]) => typeof one === 'number' || Array.isArray(one));
  return Object.fromEntries(isMap ? entries.slice(0, LARGEST_MAP) : entries);
}
