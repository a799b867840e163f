/** A header object of OpenAPI, to which responses refer. */
type Headers = Record<string, { $ref: string }>;

/**
 * Header fields of a rate limit, after draft-ietf-httpapi-ratelimit-headers. They are not promised for every response:
 * the operator may have switched the limits off.
 */
export const RATE_LIMIT = 'RateLimit';
export const RATE_LIMIT_POLICY = 'RateLimit-Policy';
const NOT_SENT = 'Absent if the operation costs no points (`x-points` is 0) or there is no limit.';

const DEFINITIONS = {
  'Access-Control-Allow-Origin': {
    description: 'Any web page may read this response; cookies and other browser credentials are ignored',
    required: true,
    schema: { type: 'string', maxLength: 200 },
    example: '*',
  },
  Deprecation: {
    description: 'Since when it is deprecated, as `@` and seconds since 1970 (RFC 9745)',
    required: true,
    schema: { type: 'string', maxLength: 16, pattern: '^@\\d+$' },
    example: '@1767225600',
  },
  ETag: {
    description: 'Validator of this response, for If-None-Match and If-Match',
    required: true,
    schema: { type: 'string', maxLength: 64, pattern: '^"[A-Za-z0-9_-]+"$' },
    example: '"2hU1T5nq0m3lM5vJ0o0Zc6Qn1vA"',
  },
  'Idempotent-Replayed': {
    description: '`true` if this is the stored response to an earlier request with the same Idempotency-Key',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  Link: {
    description:
      'The next page, if there is one, as `<address>; rel="next"` (RFC 8288); `rel="deprecation"` and ' +
      '`rel="sunset"` if this operation is deprecated',
    schema: { type: 'string', maxLength: 4000 },
    example: '</v1/programs?limit=20&cursor=eyJ2IjoxfQ.c2ln>; rel="next"',
  },
  Location: {
    description: 'The address of what was created',
    schema: { type: 'string', format: 'uri-reference', maxLength: 400 },
    example: '/v1/programs/0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21',
  },
  [RATE_LIMIT]: {
    description: `Points left in the window (\`r\`) and seconds until it is full again (\`t\`), by policy. ${NOT_SENT}`,
    schema: { type: 'string', maxLength: 400 },
    example: '"public";r=595;t=60',
  },
  [RATE_LIMIT_POLICY]: {
    description: `Points (\`q\`) that a policy allows in a window of seconds (\`w\`). ${NOT_SENT}`,
    schema: { type: 'string', maxLength: 400 },
    example: '"public";q=600;w=60',
  },
  'Retry-After': {
    description: 'Seconds to wait',
    required: true,
    schema: { type: 'integer', minimum: 0, maximum: 86_400 },
    example: 5,
  },
  Sunset: {
    description: 'The day from which it may be removed (RFC 8594)',
    schema: { type: 'string', maxLength: 40 },
    example: 'Thu, 31 Dec 2026 00:00:00 GMT',
  },
  'WWW-Authenticate': {
    description: 'How to send a key, and what is wrong with the one sent (RFC 6750); with every 401',
    schema: { type: 'string', maxLength: 400 },
    example: 'Bearer realm="treatment-navigator"',
  },
  'X-Request-Id': {
    description:
      'The id from the request if it is valid, else a new one; identifies the log lines of this request',
    required: true,
    schema: { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9._-]+$' },
    example: '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e',
  },
} as const satisfies Record<string, object>;

export type SharedHeader = keyof typeof DEFINITIONS;

/** For `components.headers`: those to which an operation of a document refers. */
export function sharedHeadersIn(document: object): Record<string, object> {
  const text = JSON.stringify(document);
  return Object.fromEntries(
    Object.entries(DEFINITIONS).filter(([name]) => text.includes(`"#/components/headers/${name}"`)),
  );
}

/** Response headers that a page of another origin may read; a browser hides the others from it. */
export const EXPOSED_HEADERS: readonly string[] = [
  'Deprecation',
  'ETag',
  'Idempotent-Replayed',
  'Link',
  'Location',
  RATE_LIMIT,
  RATE_LIMIT_POLICY,
  'Retry-After',
  'Sunset',
  'WWW-Authenticate',
  'X-Request-Id',
];

/** The headers of a response: those that every response has, and these. */
export function headersOf(...names: readonly SharedHeader[]): Headers {
  const all: SharedHeader[] = [
    'Access-Control-Allow-Origin',
    RATE_LIMIT,
    RATE_LIMIT_POLICY,
    'X-Request-Id',
    ...names,
  ];
  return Object.fromEntries(all.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
