import { type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap } from 'rxjs';

/**
 * Adds a header whose value is derived from the result of the handler.
 *
 * @param valueOf takes the result of this handler
 */
export function ResponseHeader(name: string, valueOf: (answer: never) => string): MethodDecorator {
  return UseInterceptors({
    intercept: (context: ExecutionContext, next: CallHandler<never>) =>
      next.handle().pipe(
        tap((answer) => {
          void context.switchToHttp().getResponse<FastifyReply>().header(name, valueOf(answer));
        }),
      ),
  });
}
