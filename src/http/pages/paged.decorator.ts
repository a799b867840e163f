import { applyDecorators, type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap } from 'rxjs';
import { nextPageLink } from './page-links.js';

/** The mark on the operation of a handler that answers one page of a list. */
export const PAGED = 'x-paged';

/**
 * The answer links to the next page of its list, where there is one (`Link: <…>; rel="next"`).
 *
 * @param nextOf where the next page begins, from what this very handler answers
 * @param parameter of the address that takes it
 */
export function Paged(
  nextOf: (page: never) => string | undefined = ({ nextCursor }: { nextCursor?: string }) => nextCursor,
  parameter = 'cursor',
): MethodDecorator {
  return applyDecorators(
    ApiExtension(PAGED, true),
    UseInterceptors({
      intercept: (context: ExecutionContext, handler: CallHandler<never>) =>
        handler.handle().pipe(
          tap((page) => {
            const next = nextOf(page);
            if (next === undefined) return;
            const http = context.switchToHttp();
            const reply = http.getResponse<FastifyReply>();
            const link = nextPageLink(http.getRequest<FastifyRequest>().url, next, parameter);
            // What will go away links to what takes its place.
            const others = reply.getHeader('link');
            void reply.header('link', others === undefined ? link : `${link}, ${String(others)}`);
          }),
        ),
    }),
  );
}
