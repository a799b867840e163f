import type { OpenAPIObject } from '@nestjs/swagger';
import { isOpenPath } from './etag.js';

type Responses = Record<string, unknown>;
interface Operation {
  parameters?: { in?: string; name?: string; required?: boolean }[];
  responses: Responses;
  security?: unknown[];
  'x-scope'?: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details: the shape of every error.',
  required: ['type', 'title', 'status', 'detail', 'requestId'],
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: 'Stable name of the kind of problem',
      example: 'urn:treatment-navigator:problem:validation',
    },
    title: { type: 'string', example: 'The request is not valid' },
    status: { type: 'integer', minimum: 400, maximum: 599, example: 400 },
    detail: {
      type: 'string',
      description: 'What happened this time, in one sentence',
      example: '/constraints/maxDistanceKM: unknown field; did you mean "maxDistanceKm"?',
    },
    requestId: {
      type: 'string',
      description: 'Also in X-Request-Id; finds the log lines of this request',
      example: '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e',
    },
    errors: {
      type: 'array',
      description: 'Every bad field or parameter, at most 50',
      items: { $ref: '#/components/schemas/FieldError' },
    },
  },
};

const FIELD_ERROR = {
  type: 'object',
  description: 'One bad value of a request.',
  required: ['message'],
  properties: {
    pointer: {
      type: 'string',
      format: 'json-pointer',
      description: 'Into the body; the empty string is the body itself',
      example: '/constraints/maxDistanceKM',
    },
    parameter: { type: 'string', description: 'Name of a query or path parameter', example: 'limit' },
    message: { type: 'string', example: 'unknown field; did you mean "maxDistanceKm"?' },
    suggestion: {
      type: 'string',
      description: 'What was probably meant, where something is close',
      example: 'maxDistanceKm',
    },
  },
};

const ETAG = { description: 'Validator of this answer, for If-None-Match', schema: { type: 'string' } };
const RETRY_AFTER = { description: 'Seconds to wait', schema: { type: 'integer' } };

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key within a day gets the first answer and writes nothing',
  schema: { type: 'string', maxLength: 255 },
};
const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'ETag that a GET of this address answered; 412 where it has changed since',
  schema: { type: 'string' },
};

/** The answers that many operations share, by status: name, description, kind of problem, title, detail. */
const SHARED: Record<string, readonly [string, string, string, string, string]> = {
  400: [
    'BadRequest',
    'Not readable or not valid: wrong types, unknown fields, parameters or codes, a bad cursor',
    'validation',
    'The request is not valid',
    'limit: must be a whole number from 1 to 100',
  ],
  401: [
    'Unauthorized',
    'A key is needed, or the one sent opens nothing',
    'unauthorized',
    'A key is needed',
    'This needs a key with the role reviewer: send Authorization: Bearer <key>.',
  ],
  403: [
    'Forbidden',
    'The key has no role that may do this, or this person may not do it',
    'forbidden',
    'Not allowed with this key',
    'The author of a rating never approves it; another reviewer has to.',
  ],
  404: ['NotFound', 'There is no such thing', 'not-found', 'Nothing found here', 'There is no such program.'],
  406: [
    'NotAcceptable',
    'Accept excludes application/json',
    'not-acceptable',
    'No representation you accept',
    'Answers here are application/json; let Accept allow it.',
  ],
  409: [
    'Conflict',
    'Not possible in the present state; the detail says why',
    'conflict',
    'Conflict with the present state',
    'A rating that is a draft cannot be approved: submit it first.',
  ],
  412: [
    'PreconditionFailed',
    'It has changed since it was read; the ETag of what stands now comes along',
    'precondition-failed',
    'Somebody changed it in the meantime',
    'It has changed since you read it. Read it again and repeat the edit.',
  ],
  413: [
    'PayloadTooLarge',
    'The body is longer than 256 kB',
    'payload-too-large',
    'The body is too large',
    'A body may have at most 256 kB.',
  ],
  414: [
    'UriTooLong',
    'A part of the address is too long',
    'uri-too-long',
    'The address is too long',
    'A part of the address is too long.',
  ],
  415: [
    'UnsupportedMediaType',
    'The body is not application/json in UTF-8',
    'unsupported-media-type',
    'Content type not supported',
    'Send the body as Content-Type: application/json, in UTF-8, without Content-Encoding.',
  ],
  422: [
    'Unprocessable',
    'Well-formed but impossible, such as a postal code that does not exist',
    'unprocessable',
    'Well-formed but impossible',
    '/constraints/near/postalCode: is not a postal code we know',
  ],
  428: [
    'PreconditionRequired',
    'If-Match is missing',
    'precondition-required',
    'If-Match is needed',
    'Send If-Match with the ETag that a GET of this address answered.',
  ],
  500: [
    'InternalError',
    'A mistake of this service',
    'internal',
    'Our mistake',
    'Something went wrong on our side. The request id finds it in our log.',
  ],
  503: [
    'Unavailable',
    'The database is away or the answer took too long; see Retry-After',
    'unavailable',
    'Not available at the moment',
    'The database does not answer. Try again shortly.',
  ],
};

/** Adds to every operation the problems it may answer with, unless its controller documents them itself. */
export function addSharedResponses(document: OpenAPIObject): void {
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, FieldError: FIELD_ERROR, Problem: PROBLEM } as NonNullable<
    OpenAPIObject['components']
  >['schemas'];
  components.responses = {
    ...components.responses,
    ...Object.fromEntries(
      Object.entries(SHARED).map(([status, one]) => [one[0], problemResponse(status, one)]),
    ),
    NotModified: { description: 'What If-None-Match names is still current', headers: { ETag: ETAG } },
  } as NonNullable<OpenAPIObject['components']>['responses'];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation !== undefined) completeOperation(path, method, operation);
    }
  }
}

function completeOperation(path: string, method: string, operation: Operation): void {
  const { responses } = operation;
  for (const response of Object.values(responses) as { description?: string }[]) {
    // The decorators leave it empty where nothing was said; the document may not.
    if (response.description === '') response.description = 'Success';
  }
  if (operation.security !== undefined && method === 'post')
    operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  const asksForMatch = operation.parameters?.some(({ name }) => name === IF_MATCH.name) ?? false;
  if ((method === 'put' || method === 'patch') && !asksForMatch)
    operation.parameters = [...(operation.parameters ?? []), IF_MATCH];
  const statuses = ['400', '406', '500', '503'];
  if (operation.parameters?.some((parameter) => parameter.in === 'path')) statuses.push('404', '414');
  if (method !== 'get' && method !== 'delete') statuses.push('413', '415', '422');
  // What is written may be in another state, or have been changed by others; a match writes nothing.
  if (method !== 'get' && operation['x-scope'] === undefined) statuses.push('409');
  if (operation.security !== undefined) {
    statuses.push('401', '403');
    if (method !== 'get') statuses.push('412');
    if (operation.parameters?.some(({ name, required }) => name === IF_MATCH.name && required))
      statuses.push('428');
  }
  for (const status of statuses.sort()) {
    responses[status] ??= { $ref: `#/components/responses/${SHARED[status]?.[0]}` };
  }
  if (method === 'get' && isOpenPath(path)) {
    responses['304'] ??= { $ref: '#/components/responses/NotModified' };
    const success = responses['200'] as { headers?: Record<string, unknown> } | undefined;
    if (success !== undefined) success.headers = { ETag: ETAG, ...success.headers };
  }
}

function problemResponse(
  status: string,
  [, description, kind, title, detail]: readonly [string, string, string, string, string],
): unknown {
  return {
    description,
    ...(status === '503' && { headers: { 'Retry-After': RETRY_AFTER } }),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        example: {
          type: `urn:treatment-navigator:problem:${kind}`,
          title,
          status: Number(status),
          detail,
          requestId: '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e',
        },
      },
    },
  };
}
