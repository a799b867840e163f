import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { loggableError } from './loggable-error.js';
import { isProbe } from './probe.decorator.js';

/** Where log lines go; standard output if omitted. */
export interface LogStream {
  write(line: string): void;
}

/** Options of Fastify's pino: JSON lines without process id, host name, bodies or addresses of clients. */
export function loggerOptions(level: string, stream?: LogStream): FastifyServerOptions['logger'] {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    ...(stream && { stream }),
    hooks: {
      logMethod(args, log) {
        const [logged, message, ...rest] = args as unknown[];
        const error = errorIn(logged);
        // The framework logs the message of an error a second time next to it.
        const words = error !== undefined && message === error.message ? [] : [message, ...rest];
        log.apply(this, [logged, ...words].map(loggable) as typeof args);
      },
    },
  };
}

function errorIn(logged: unknown): Error | undefined {
  if (logged instanceof Error) return logged;
  const { err } = (logged ?? {}) as { err?: unknown };
  return err instanceof Error ? err : undefined;
}

/** The loggable part of what the framework would write, such as a request with its address. */
function loggable(logged: unknown): unknown {
  // It identifies a route by the whole address of a request, in quotes.
  if (typeof logged === 'string') return logged.replace(/"\/[^"]*"/g, '"…"');
  if (logged instanceof Error) return { error: loggableError(logged) };
  if (typeof logged !== 'object' || logged === null) return logged;
  const { err, req: _req, res: _res, ...rest } = logged as Record<string, unknown>;
  return err === undefined ? rest : { ...rest, error: loggableError(err) };
}

/**
 * Fastify's `onResponse`: one line per request. It has the route pattern and, for a successful read, the path without
 * its query: search terms are private, and an unknown path may contain anything.
 */
export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const isRead = (request.method === 'GET' || request.method === 'HEAD') && reply.statusCode < 400;
  request.log[isRoutine(request, reply) ? 'debug' : 'info'](
    {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      ...(isRead && { path: request.url.split('?', 1)[0] }),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    },
    'answered',
  );
}

/** A probe, or a preflight that succeeded: one every few seconds, which says nothing about the service's use. */
function isRoutine(request: FastifyRequest, { statusCode }: FastifyReply): boolean {
  return isProbe(request) || (request.method === 'OPTIONS' && statusCode < 400);
}

/**
 * Writes Nest's own lines, and those of this service's rooms, with the same pino. What Nest logs in normal operation has
 * the level debug. An error goes beside the words: `log.warn('It could not be read', error)`.
 */
export class NestLog implements LoggerService {
  constructor(private readonly pino: FastifyBaseLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(
    level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    this.pino[level](...lineOf(message, rest));
  }
}

/**
 * Nest passes the context (the name of the logging class) as the last argument, and a stack before it. Whatever is not
 * a text was thrown, and is logged as an error wherever it stands.
 */
function lineOf(message: unknown, rest: unknown[]): [fields: object, words: string] {
  const texts = rest.filter((one): one is string => typeof one === 'string');
  const context = texts.at(-1);
  const [first, ...others] =
    typeof message === 'string' ? [message, ...texts.slice(0, -1)] : texts.slice(0, -1);
  const thrown = [message, ...rest].find((one) => one !== undefined && typeof one !== 'string');
  const stack = others.find((text) => /^\s+at /m.test(text));
  const error = thrown === undefined ? undefined : loggableError(thrown);
  return [
    {
      ...(context !== undefined && { context }),
      ...(stack !== undefined && { stack }),
      ...(error && { error }),
    },
    first ?? error?.message ?? error?.name ?? 'nothing was said',
  ];
}
