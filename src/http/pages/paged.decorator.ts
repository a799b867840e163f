import { applyDecorators, type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap } from 'rxjs';
import { nextPageLink } from './page-links.js';

/** The extension of an operation that returns one page of a list. */
export const PAGED = 'x-paged';

/**
 * Adds a link to the next page of the list, if there is one (`Link: <…>; rel="next"`).
 *
 * @param nextOf the cursor of the next page, from the result of the handler
 * @param parameter the query parameter for the cursor
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
            // A deprecated operation links to its replacement.
            const others = reply.getHeader('link');
            void reply.header('link', others === undefined ? link : `${link}, ${String(others)}`);
          }),
        ),
    }),
  );
}
