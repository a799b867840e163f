import { applyDecorators, type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** The extension that marks an operation as deprecated. */
export const DEPRECATED = 'x-deprecated';

interface Deprecation {
  /** Day from which new code should not use it, YYYY-MM-DD. */
  readonly since: string;
  /** Day from which it may be removed, YYYY-MM-DD; not decided yet if omitted. */
  readonly sunset?: string;
  /** Address of a page with the reason and the replacement. */
  readonly link: string;
}

/**
 * Marks a handler as deprecated in every response: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a `Link` to what
 * to do. The document marks the operation as deprecated.
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
