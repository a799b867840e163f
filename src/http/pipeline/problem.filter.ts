import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unknownAddress } from './allowed-methods.js';
import { loggableError } from '../logging/loggable-error.js';
import { isProbe } from '../logging/probe.decorator.js';
import { BODY_LIMIT } from './body-guard.js';
import { problemOfDatabaseError } from './database-problem.js';
import { kindOfStatus, Problem } from '../problem.js';
import { outcomeOf } from '../fhir/operation-outcome.js';
import { FHIR_JSON, isOfFhir } from './request-guard.js';
import { REQUEST_ID_HEADER } from './request-id.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** What a refusal reads of a request; what no route takes has no options. */
type RefusedRequest = Pick<FastifyRequest, 'id' | 'log'> &
  Partial<Pick<FastifyRequest, 'routeOptions' | 'url'>>;

/** Converts any thrown error into one `application/problem+json` response, for FHIR into an OperationOutcome. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers with the problem for any thrown error, and logs internal errors. */
export function answerProblem(thrown: unknown, request: RefusedRequest, reply: FastifyReply): void {
  const problem = toProblem(thrown, request);
  const status = problem.getStatus();
  if (status >= 500)
    request.log[isProbe(request) ? 'debug' : 'error'](
      { error: loggableError(problem.cause ?? thrown) },
      problem.detail,
    );
  if (reply.sent) return;
  const body = problem.toBody(request.id);
  const isFhir = isOfFhir(request.url);
  void reply
    .code(status)
    .headers({
      ...SECURITY_HEADERS,
      ...problem.headers,
      'cache-control': 'no-store',
      [REQUEST_ID_HEADER]: request.id,
    })
    .type(isFhir ? FHIR_JSON : 'application/problem+json')
    .send(JSON.stringify(isFhir ? outcomeOf(problem, body.title) : body));
}

/** Messages for what Fastify refuses before a handler runs, by its error code. */
const OF_FASTIFY: Record<string, (request: RefusedRequest) => Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (request) => {
    const { limit = BODY_LIMIT, instead = '' } = request.routeOptions?.config.largeBody ?? {};
    return new Problem(
      'payload-too-large',
      `The body may have at most ${limit / 1024} kB.${instead === '' ? '' : ` ${instead}`}`,
    );
  },
  FST_ERR_BAD_URL: () =>
    new Problem(
      'malformed-request',
      'The address has a percent sign that is not followed by a valid escape.',
    ),
  FST_ERR_MAX_PARAM_LENGTH: () => new Problem('uri-too-long', 'A part of the address is too long.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new Problem('malformed-request', 'The length of the body does not match its Content-Length.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new Problem('unsupported-media-type', 'Send the body as application/json in UTF-8.'),
  FST_ERR_HANDLER_TIMEOUT: () => Problem.unavailable('The response took too long. Try again shortly.', 5),
};

/** The problem for any thrown error. */
export function toProblem(thrown: unknown, request: RefusedRequest): Problem {
  if (thrown instanceof Problem) return thrown;
  const code = codeOf(thrown) ?? (thrown instanceof HttpException ? codeOf(thrown.cause) : undefined);
  const ofFastify = code === undefined ? undefined : OF_FASTIFY[code];
  if (ofFastify !== undefined) return ofFastify(request);
  if (thrown instanceof HttpException) return ofHttpException(thrown);
  const ofDatabase = problemOfDatabaseError(thrown);
  if (ofDatabase !== undefined) return ofDatabase;
  return new Problem(
    'internal',
    'An internal error occurred. The server log has the details under this request id.',
    [],
    { cause: thrown },
  );
}

function ofHttpException(exception: HttpException): Problem {
  const kind = kindOfStatus(exception.getStatus());
  // Nest's own message repeats the address, including the query.
  if (kind === 'not-found') return unknownAddress();
  if (kind === 'internal') {
    return new Problem(
      kind,
      'An internal error occurred. The server log has the details under this request id.',
      [],
      {
        cause: exception,
      },
    );
  }
  return new Problem(kind, exception.message, [], { cause: exception });
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { code } = thrown as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
