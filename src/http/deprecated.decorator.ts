import { applyDecorators, type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** The mark on an operation that will go away. */
export const DEPRECATED = 'x-deprecated';

interface Deprecation {
  /** Day from which it should not be used in anything new, YYYY-MM-DD. */
  readonly since: string;
  /** Day on which it may be gone, YYYY-MM-DD; not known yet where left out. */
  readonly sunset?: string;
  /** Address of a page that says why, and what to use in its place. */
  readonly link: string;
}

/**
 * The handler will go away, and every answer of it says so: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a
 * `Link` to what to do. The document marks it as deprecated.
 */
export function Deprecated({ since, sunset, link }: Deprecation): MethodDecorator {
  const links = [
    `<${link}>; rel="deprecation"; type="text/html"`,
    ...(sunset === undefined ? [] : [`<${link}>; rel="sunset"; type="text/html"`]),
  ].join(', ');
  return applyDecorators(
    ApiExtension(DEPRECATED, true),
    UseInterceptors({
      intercept: (context: ExecutionContext, next: CallHandler) => {
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        void reply.header('deprecation', `@${Date.parse(since) / 1000}`).header('link', links);
        if (sunset !== undefined) void reply.header('sunset', new Date(sunset).toUTCString());
        return next.handle();
      },
    }),
  );
}
