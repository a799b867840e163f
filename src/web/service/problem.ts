/** Why a request has no answer, as far as the screen can say it. */
export type RefusalKind = 'offline' | 'busy' | 'invalid' | 'other';

export interface FieldProblem {
  /** JSON Pointer into the body that was sent. */
  readonly pointer: string;
  /** The service's sentence. */
  readonly message: string;
}

/** A request that was refused, or did not arrive. It never holds what was sent. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    /** The service's own sentence; empty if there is none. */
    readonly detail: string = '',
    readonly fields: readonly FieldProblem[] = [],
    /** When the service asks to try again, in seconds. */
    readonly retryAfterS?: number,
    readonly requestId?: string,
  ) {
    super(kind);
  }
}

/** No answer arrived at all. */
export const offline = (): Refusal => new Refusal('offline');

const BUSY = [429, 503];
const INVALID = [400, 422];
/** If the service does not say when to try again. */
const USUAL_WAIT_S = 5;
/** A longer wait is not waited for: a button is shown. */
const LONGEST_WAIT_S = 60;

/** A problem document (RFC 9457) as a refusal; other bodies, such as a proxy's page, as one without a sentence. */
export function refusalOf(response: Response, body: unknown): Refusal {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as {
    detail?: string;
    requestId?: string;
    errors?: readonly { pointer?: string; message: string }[];
  };
  const requestId = problem.requestId ?? response.headers.get('x-request-id') ?? undefined;
  if (BUSY.includes(response.status)) {
    const said = Number(response.headers.get('retry-after'));
    const wait = Number.isFinite(said) && said > 0 ? Math.min(said, LONGEST_WAIT_S) : USUAL_WAIT_S;
    return new Refusal('busy', problem.detail, [], wait, requestId);
  }
  const fields = (problem.errors ?? []).flatMap(({ pointer, message }) =>
    pointer === undefined ? [] : [{ pointer, message }],
  );
  const isInvalid = INVALID.includes(response.status) && fields.length > 0;
  return new Refusal(isInvalid ? 'invalid' : 'other', problem.detail, fields, undefined, requestId);
}
