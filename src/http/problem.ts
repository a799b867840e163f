import { HttpException } from '@nestjs/common';

/** Every kind of problem of this service, with its status and title. The kind ends the `type` URI. */
const KINDS = {
  'malformed-request': [400, 'The request cannot be read'],
  validation: [400, 'The request is not valid'],
  unauthorized: [401, 'A key is needed'],
  forbidden: [403, 'Not allowed with this key'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'not-acceptable': [406, 'No acceptable representation'],
  'request-timeout': [408, 'The request took too long to arrive'],
  conflict: [409, 'Conflict with the current state'],
  gone: [410, 'No longer available'],
  'precondition-failed': [412, 'Changed since you read it'],
  'payload-too-large': [413, 'The body is too large'],
  'uri-too-long': [414, 'The address is too long'],
  'unsupported-media-type': [415, 'Content type not supported'],
  unprocessable: [422, 'Well-formed but cannot be processed'],
  'precondition-required': [428, 'If-Match is required'],
  'too-many-requests': [429, 'Too many requests'],
  'expectation-failed': [417, 'The expectation cannot be met'],
  'headers-too-large': [431, 'The headers are too large'],
  internal: [500, 'Internal error'],
  unavailable: [503, 'Not available at the moment'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemKind = keyof typeof KINDS;

/**
 * One invalid value in a request: where it is, what is wrong and, if there is a close match, what was probably meant.
 */
export interface FieldError {
  /** JSON Pointer into the body; the empty string is the body itself. */
  pointer?: string;
  /** Name of a query or path parameter. */
  parameter?: string;
  message: string;
  suggestion?: string;
}

/** The body of every error response: RFC 9457 `application/problem+json`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  errors?: FieldError[];
}

/** More errors than this in one response help no one. */
const MOST_ERRORS = 50;

/**
 * An error that a client may read. Rooms throw it with its factory methods; any other error becomes an `internal`
 * problem that says nothing about its cause.
 */
export class Problem extends HttpException {
  readonly headers: Readonly<Record<string, string>>;
  /** Members of the body in addition to the standard ones (RFC 9457 §3.2). */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    options: {
      headers?: Record<string, string>;
      extensions?: Record<string, unknown>;
      cause?: unknown;
    } = {},
  ) {
    super(detail, KINDS[kind][0], { cause: options.cause });
    this.headers = options.headers ?? {};
    this.extensions = options.extensions ?? {};
  }

  /** 400: wrong types, unknown fields or codes, an invalid cursor. Each error names its place. */
  static badRequest(errors: readonly FieldError[]): Problem {
    return new Problem('validation', summary(errors), errors);
  }

  /** 400: not JSON, an invalid escape, a forbidden character: refused before the content is validated. */
  static malformed(errors: readonly FieldError[]): Problem {
    return new Problem('malformed-request', summary(errors), errors);
  }

  /** 404: `Problem.notFound('program', id)`. The format of the identifier has been checked before. */
  static notFound(what: string, id: string): Problem {
    return new Problem('not-found', `There is no ${what} ${id}.`);
  }

  /** 422: well-formed but impossible, such as a postal code that does not exist. */
  static unprocessable(errors: readonly FieldError[]): Problem {
    return new Problem('unprocessable', summary(errors), errors);
  }

  /** 503 with `Retry-After`. */
  static unavailable(detail: string, retryAfterSeconds: number, cause?: unknown): Problem {
    return new Problem('unavailable', detail, [], {
      headers: { 'retry-after': String(retryAfterSeconds) },
      cause,
    });
  }

  /** 503: another write did not end in time. */
  static busyWriting(cause?: unknown): Problem {
    return Problem.unavailable(
      'Another write, such as an import, is in progress. Nothing was written. Try again shortly.',
      15,
      cause,
    );
  }

  /** 503: an edit on a server whose database is a standby. */
  static readOnly(cause?: unknown): Problem {
    return Problem.unavailable(
      'This server does not take edits: its database is a standby. Send them to a server of the primary.',
      15,
      cause,
    );
  }

  /** The response body, with the request id that is also in the log lines. */
  toBody(requestId: string): ProblemBody {
    const [status, title] = KINDS[this.kind];
    return {
      type: `urn:treatment-navigator:problem:${this.kind}`,
      title,
      status,
      detail: this.detail,
      requestId,
      ...(this.errors.length > 0 && { errors: this.errors.slice(0, MOST_ERRORS) }),
      ...this.extensions,
    };
  }
}

/** The kind for a status from an exception of other code. */
export function kindOfStatus(status: number): ProblemKind {
  const kind = (Object.keys(KINDS) as ProblemKind[]).find(
    (one) => KINDS[one][0] === status && one !== 'validation',
  );
  return kind ?? (status >= 500 ? 'internal' : 'malformed-request');
}

function summary(errors: readonly FieldError[]): string {
  const [first, ...others] = errors;
  if (first === undefined) return 'The request is not valid.';
  const place = first.parameter ?? (first.pointer === '' ? 'The body' : first.pointer);
  const more =
    others.length === 0
      ? ''
      : others.length < MOST_ERRORS
        ? ` (and ${others.length} more, see errors)`
        : ` (and ${others.length} more, of which errors lists the first ${MOST_ERRORS - 1})`;
  return `${place === undefined ? '' : `${place}: `}${first.message}${more}`;
}
