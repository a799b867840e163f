import { applyDecorators, type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { tap } from 'rxjs';
import { entityTag } from './etag.js';

/** The mark on the operation of a handler that edits and answers what a GET answers from now on. */
export const TAGGED = 'x-tagged';

/** The answer to an edit carries the ETag of what a GET answers now, so that the next edit needs no read. */
export function Tagged(): MethodDecorator {
  return applyDecorators(
    ApiExtension(TAGGED, true),
    UseInterceptors({
      intercept: (context: ExecutionContext, next: CallHandler<object>) =>
        next.handle().pipe(
          tap((answer) => {
            const reply = context.switchToHttp().getResponse<FastifyReply>();
            void reply.header('etag', entityTag(JSON.stringify(answer)));
          }),
        ),
    }),
  );
}
