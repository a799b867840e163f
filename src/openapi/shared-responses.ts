import type { OpenAPIObject } from '@nestjs/swagger';
import { POINTS, defaultCost } from '../http/rate-cost.decorator.js';
import { FHIR_JSON, isOfFhir } from '../http/pipeline/request-guard.js';
import { FIELD_ERROR, OPERATION_OUTCOME, OVER_ITS_RATE, PROBLEM, PROBLEM_SCHEMA } from './problem-schemas.js';
import { isOpenPath } from '../http/writes/etag.js';
import { DEPRECATED } from '../http/deprecated.decorator.js';
import { WITH_LOCATION } from '../http/writes/location.decorator.js';
import { EXTRA_PROBLEMS } from '../http/extra-problems.decorator.js';
import { operationsIn } from './operations-in.js';
import { PAGED } from '../http/pages/paged.decorator.js';
import { headersOf, sharedHeadersIn, type SharedHeader } from './shared-headers.js';
import { WITH_ETAG } from '../http/writes/etag.decorator.js';
import { IDEMPOTENCY_KEY_PATTERN, MAX_KEY_LENGTH, WRITES } from '../http/writes/write-context.js';

interface Response {
  description?: string;
  headers?: Record<string, unknown>;
}
interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  schema?: object;
}
interface Operation {
  parameters?: Parameter[];
  responses: Record<string, Response | { $ref: string }>;
  security?: object[];
  deprecated?: boolean;
  [mark: `x-${string}`]: unknown;
}
type Components = Record<string, Record<string, unknown> | undefined>;

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A repeat with the same key within a day writes nothing and gets the first response, or 409 if that ' +
    'response is not stored',
  schema: {
    type: 'string',
    minLength: 1,
    maxLength: MAX_KEY_LENGTH,
    pattern: IDEMPOTENCY_KEY_PATTERN.source,
  },
  example: '0d3c6c0e-8a52-4a3c-9d55-5b0a6c1f7e21',
};
const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'ETag from a GET of this address; 412 if it has changed since, 428 if missing',
  schema: { type: 'string', minLength: 3, maxLength: 200, pattern: '^(\\*|(W/)?"[^"]+"(, *(W/)?"[^"]+")*)$' },
  example: '"2hU1T5nq0m3lM5vJ0o0Zc6Qn1vA"',
};

/** Responses that many operations share, by status: name and description. */
const SHARED: Record<string, readonly [name: string, description: string]> = {
  400: [
    'BadRequest',
    'The request cannot be read or is not valid: wrong types; unknown fields, parameters or codes; an invalid cursor',
  ],
  401: ['Unauthorized', 'A key is needed, or the one sent is not accepted'],
  403: [
    'Forbidden',
    'The key has no role or scope for this, or does not work from this web site, or this person may not do it',
  ],
  404: ['NotFound', 'Not found'],
  406: ['NotAcceptable', 'Accept excludes application/json'],
  409: ['Conflict', 'Not possible in the current state; `detail` says why'],
  410: ['Gone', 'It is no longer in the directory'],
  412: ['PreconditionFailed', 'It has changed since it was read; the response has the current ETag'],
  413: ['PayloadTooLarge', 'The body is longer than 256 kB, or 4 MB for a file of citations'],
  414: ['UriTooLong', 'A part of the address is too long'],
  415: ['UnsupportedMediaType', 'The body is not application/json in UTF-8'],
  422: [
    'Unprocessable',
    'Well-formed but cannot be processed, for example because a postal code does not exist',
  ],
  428: ['PreconditionRequired', 'If-Match is missing'],
  429: ['TooManyRequests', 'More requests than this key or address may send; see Retry-After'],
  500: ['InternalError', 'An internal error of this service'],
  503: ['Unavailable', 'The database is unavailable or the response took too long; see Retry-After'],
};

/** The headers of a response with a status, in addition to those of every response. */
const HEADERS: Record<string, readonly SharedHeader[]> = {
  304: ['ETag'],
  401: ['WWW-Authenticate'],
  403: ['WWW-Authenticate'],
  412: ['ETag'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** The name of the shared problem of a status in `components.responses`. */
export function nameOfShared(status: string): string | undefined {
  return status === '304' ? 'NotModified' : SHARED[status]?.[0];
}

/** Adds to every operation its possible problems, unless its controller documents them itself. */
export function addSharedResponses(document: OpenAPIObject): void {
  const components = (document.components ??= {}) as Components;
  components.schemas = {
    ...components.schemas,
    FieldError: FIELD_ERROR,
    OperationOutcome: OPERATION_OUTCOME,
    Problem: PROBLEM,
  };
  components.responses = {
    ...components.responses,
    ...Object.fromEntries(
      Object.entries(SHARED).map(([status, [name, description]]) => [
        name,
        problemResponse(status, description),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(SHARED).map(([status, [name, description]]) => [
        `Fhir${name}`,
        outcomeResponse(status, description),
      ]),
    ),
    NotModified: {
      description: 'The version in If-None-Match is still current',
      headers: headersOf(...(HEADERS['304'] ?? [])),
    },
  };
  const schemes = Object.keys(components.securitySchemes ?? {});
  for (const { path, method, operation } of operationsIn<Operation>(document))
    completeOperation(path, method, operation, schemes);
  const used = JSON.stringify(document.paths);
  components.responses = Object.fromEntries(
    Object.entries(components.responses).filter(([name]) =>
      used.includes(`"#/components/responses/${name}"`),
    ),
  );
  components.headers = { ...components.headers, ...sharedHeadersIn(document) };
}

function completeOperation(
  path: string,
  method: string,
  operation: Operation,
  schemes: readonly string[],
): void {
  const { responses } = operation;
  const isWrite = takeMark(operation, WRITES);
  operation[POINTS] ??= defaultCost(method.toUpperCase());
  // An operation open to all still refuses a key that is not accepted.
  operation.security ??= [{}, ...schemes.map((name) => ({ [name]: [] }))];
  if (isWrite && method === 'post') addParameter(operation, IDEMPOTENCY_KEY);
  const asksForMatch = operation.parameters?.some(({ name }) => name === IF_MATCH.name) === true;
  if (asksForMatch || method === 'put' || method === 'patch') addParameter(operation, IF_MATCH);
  // What needs no key accepts one, and refuses one that is not valid.
  const statuses = ['400', '401', '403', '406', '429', '500', '503'];
  if (operation.parameters?.some((parameter) => parameter.in === 'path')) statuses.push('404', '414');
  if (method !== 'get' && method !== 'delete') statuses.push('413', '415', '422');
  // What is to be changed may be in another state, or may have been changed by others.
  if (isWrite) statuses.push('409');
  if (operation.parameters?.some(({ name }) => name === IF_MATCH.name)) statuses.push('412');
  if (operation.parameters?.some(({ name, required }) => name === IF_MATCH.name && required))
    statuses.push('428');
  statuses.push(...takeStatuses(operation));
  for (const status of statuses.sort()) {
    const name = `${isOfFhir(path) ? 'Fhir' : ''}${nameOfShared(status)}`;
    responses[status] ??= { $ref: `#/components/responses/${name}` };
  }
  const isTagged = method === 'get' && isOpenPath(path);
  if (isTagged) responses['304'] ??= { $ref: '#/components/responses/NotModified' };
  if (takeMark(operation, DEPRECATED)) operation.deprecated = true;
  const isPaged = takeMark(operation, PAGED);
  const headersOfSuccess: SharedHeader[] = [
    ...(isTagged || takeMark(operation, WITH_ETAG) ? (['ETag'] as const) : []),
    ...(operation.deprecated === true ? (['Deprecation', 'Sunset'] as const) : []),
    ...(isPaged || operation.deprecated === true ? (['Link'] as const) : []),
    ...(isWrite && method === 'post' ? (['Idempotent-Replayed'] as const) : []),
    ...(takeMark(operation, WITH_LOCATION) ? (['Location'] as const) : []),
  ];
  for (const [status, response] of Object.entries(responses)) {
    if ('$ref' in response) continue;
    // The decorators leave it empty if there is no description; the document may not.
    if (response.description === '') response.description = 'Success';
    response.headers = {
      ...headersOf(...(HEADERS[status] ?? [])),
      ...(status.startsWith('2') && headersOf(...headersOfSuccess)),
      ...response.headers,
    };
  }
}

/** Whether a decorator has set its extension on an operation, which is not part of the document. */
function takeMark(operation: Operation, mark: `x-${string}`): boolean {
  const isThere = operation[mark] === true;
  delete operation[mark];
  return isThere;
}

function takeStatuses(operation: Operation): string[] {
  const statuses = (operation[EXTRA_PROBLEMS] ?? []) as readonly number[];
  delete operation[EXTRA_PROBLEMS];
  return statuses.map(String);
}

/** Unless the controller describes the parameter itself. */
function addParameter(operation: Operation, parameter: Parameter): void {
  const known = (operation.parameters ??= []);
  const own = known.find((one) => one.in === parameter.in && one.name === parameter.name);
  if (own === undefined) known.push(parameter);
  else Object.assign(own, { ...parameter, ...own, schema: { ...parameter.schema, ...own.schema } });
}

/** The same for an address of FHIR. */
function outcomeResponse(status: string, description: string): unknown {
  return {
    description,
    headers: headersOf(...(HEADERS[status] ?? [])),
    content: {
      [FHIR_JSON]: {
        schema: { $ref: '#/components/schemas/OperationOutcome' },
        example: {
          resourceType: 'OperationOutcome',
          issue: [{ severity: 'error', code: 'invalid', diagnostics: description }],
        },
      },
    },
  };
}

function problemResponse(status: string, description: string): unknown {
  return {
    description,
    headers: headersOf(...(HEADERS[status] ?? [])),
    content: { 'application/problem+json': { schema: status === '429' ? OVER_ITS_RATE : PROBLEM_SCHEMA } },
  };
}
