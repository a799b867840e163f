import { type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap } from 'rxjs';

/**
 * The answer carries a header whose value follows from what the handler answers.
 *
 * @param valueOf takes what this very handler answers
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
