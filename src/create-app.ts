import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { AppModule, type ModuleEnv } from './app.module.js';
import { projectFolder } from './config/project-folder.js';
import { ANSWER_READ_MS, type Env } from './config/env.js';
import type { Connection } from './database/connection.js';
import { guardHost, originForm } from './http/pipeline/address.js';
import { AllowedMethods } from './http/pipeline/allowed-methods.js';
import { limitBodyOf } from './http/large-body.decorator.js';
import { giveTimeTo } from './http/long-answer.decorator.js';
import { BODY_LIMIT, parseBody, parseForm } from './http/pipeline/body-guard.js';
import { readNoFiles } from './http/uploads.js';
import { answerClientError, answerConnect, answerExpectation } from './http/pipeline/client-error.js';
import { serveDocs } from './openapi/docs-page.js';
import { AnswerFinish, guardCoding } from './http/answers/finish-answer.js';
import { logAnswer, loggerOptions, type LogStream, NestLog } from './http/logging/logger.js';
import { answerProblem, ProblemFilter } from './http/pipeline/problem.filter.js';
import { QuerylessRoutes } from './http/pipeline/queryless-routes.guard.js';
import { FORM, guardRequest, MERGE_PATCH } from './http/pipeline/request-guard.js';
import { SlowReaders } from './http/pipeline/slow-readers.js';
import { REQUEST_ID_HEADER, requestId } from './http/pipeline/request-id.js';
import { EXPOSED_HEADERS } from './openapi/shared-headers.js';
import { SECURITY_HEADERS } from './http/pipeline/security-headers.js';
import { serveWeb } from './http/web-pages.js';
import { RequestValidation } from './http/validation/validation.js';
import type { FirstBuild } from './matching/live/first-build.js';
import { buildOpenApi } from './openapi/document.js';

const SECOND = 1000;
/** How long a browser need not ask again before a request from another site; Chromium takes no more. */
const PREFLIGHT_KEPT_SECONDS = 7_200;

/** How long a client may take to send its request, in milliseconds. */
export interface RequestTimeouts {
  /** Until the headers are complete. */
  readonly headersMs: number;
  /** Until the body is complete, too. */
  readonly requestMs: number;
  /** How often connections are checked for slow clients. */
  readonly checkIntervalMs: number;
}
const DEFAULT_TIMEOUTS: RequestTimeouts = {
  headersMs: 15 * SECOND,
  requestMs: 30 * SECOND,
  checkIntervalMs: 5 * SECOND,
};

/** Settings of a module's HTTP layer; without `trustedProxies` the address of a client is that of the socket. */
export type HttpEnv = Pick<Env, 'logLevel'> &
  Partial<Pick<Env, 'trustedProxies' | 'answerReadMs' | 'oidc' | 'exitPage'>> & {
    readonly timeouts?: RequestTimeouts;
  };

/** The whole service on a connection to its database, ready to listen. The caller closes both. */
export async function createApp(options: {
  connection: Connection;
  env: Pick<Env, 'logLevel' | 'trustedProxies'> & Partial<Pick<Env, 'answerReadMs' | 'exitPage'>> & ModuleEnv;
  firstBuild?: FirstBuild;
}): Promise<NestFastifyApplication> {
  const { connection, env, firstBuild } = options;
  return createHttpApp(AppModule.register(connection, env, firstBuild ? { firstBuild } : {}), env);
}

/** Any module behind this service's HTTP layer: the tests of the HTTP room use their own. */
export async function createHttpApp(
  module: Type | DynamicModule,
  env: HttpEnv,
  logStream?: LogStream,
): Promise<NestFastifyApplication> {
  const adapter = createAdapter(env, logStream);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    abortOnError: false,
    bodyParser: false,
    logger: new NestLog(adapter.getInstance().log),
  });
  return configureApp(app, env);
}

/** Fastify with this service's limits, timeouts, request ids and log. */
export function createAdapter(env: HttpEnv, logStream?: LogStream): FastifyAdapter {
  const { headersMs, requestMs, checkIntervalMs } = env.timeouts ?? DEFAULT_TIMEOUTS;
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // Headers must arrive within 15 s, all of a request within 30 s, its answer within 30 s; an idle connection closes.
    requestTimeout: requestMs,
    // Without a Host it is refused below, with a problem.
    http: {
      headersTimeout: headersMs,
      connectionsCheckingInterval: checkIntervalMs,
      requireHostHeader: false,
    },
    connectionTimeout: 65 * SECOND,
    keepAliveTimeout: 60 * SECOND,
    handlerTimeout: 30 * SECOND,
    // A client that may set X-Forwarded-For can claim any address.
    trustProxy: env.trustedProxies?.length ? [...env.trustedProxies] : false,
    genReqId: requestId,
    rewriteUrl: (request: { readonly url?: string | undefined }) => originForm(request.url ?? '/'),
    requestIdHeader: false,
    logger: loggerOptions(env.logLevel, logStream),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    clientErrorHandler: answerClientError,
    // What the router refuses passes no hook and no filter.
    frameworkErrors: (error: Error, request: Pick<FastifyRequest, 'id' | 'log'>, reply: unknown) =>
      answerProblem(error, request, (reply as FastifyReply).header('access-control-allow-origin', '*')),
    // While closing, running requests are finished; Fastify's own 503 would not be a problem document.
    return503OnClosing: false,
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: true, maxParamLength: 200 },
  });
}

/** Adds to a Nest application on `createAdapter` everything that requests pass through, and initialises it. */
export async function configureApp(
  app: NestFastifyApplication,
  { answerReadMs = ANSWER_READ_MS, oidc, exitPage }: Omit<HttpEnv, 'logLevel'> = {},
): Promise<NestFastifyApplication> {
  const instance = app.getHttpAdapter().getInstance();
  const allowedMethods = new AllowedMethods();
  allowedMethods.watch(instance);
  instance.addHook('onRoute', limitBodyOf);
  instance.addHook('onRoute', giveTimeTo);

  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, (_request, body: Buffer, done) => {
    done(null, parseBody(body));
  });
  app.useBodyParser(MERGE_PATCH, { bodyLimit: BODY_LIMIT }, (_request, body: Buffer, done) => {
    done(null, parseBody(body));
  });
  app.useBodyParser(FORM, { bodyLimit: BODY_LIMIT }, (_request, body: Buffer, done) => {
    done(null, parseForm(body));
  });
  readNoFiles(instance);
  app.enableCors({
    origin: '*',
    credentials: false,
    // The hook below answers every OPTIONS, preflight or not, with Allow or a 404.
    strictPreflight: false,
    preflightContinue: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH'],
    exposedHeaders: [...EXPOSED_HEADERS],
    maxAge: PREFLIGHT_KEPT_SECONDS,
  });
  instance.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS).header(REQUEST_ID_HEADER, request.id);
    guardHost(request.raw);
  });
  instance.server.on('checkExpectation', answerExpectation);
  instance.server.on('connect', answerConnect);
  const answers = new AnswerFinish();
  const slowReaders = new SlowReaders(instance.server, answerReadMs);
  instance.addHook('onSend', async (request, reply, payload) => {
    const answer = await answers.finish(request, reply, payload);
    slowReaders.begin(request.raw, reply.raw);
    return answer;
  });
  instance.addHook('onResponse', async (request, reply) => logAnswer(request, reply));

  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalGuards(new QuerylessRoutes());
  app.useGlobalPipes(new RequestValidation());
  serveDocs(app, () => buildOpenApi(app));
  serveWeb(instance, join(projectFolder, 'dist/web'), {
    // Without a client of their own, the pages take keys only.
    issuer: oidc?.clientId === undefined ? undefined : oidc.issuer,
    exitPage,
  });
  await app.init();
  // After the hooks of rooms: limits also count what is refused here.
  instance.addHook('onRequest', async (request, reply) => {
    await allowedMethods.answer(request, reply);
    if (reply.sent) return;
    guardCoding(request);
    guardRequest(request);
  });
  return app;
}
