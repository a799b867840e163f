import { applyDecorators, type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { tap } from 'rxjs';

/** The mark on the operation of a handler whose answer tells the address of what it made. */
export const LOCATED = 'x-located';

/** The handler makes something that has an id: its answer says under `Location` where, such as `/v1/reports/{id}`. */
export function Located(collection: string): MethodDecorator {
  return applyDecorators(
    ApiExtension(LOCATED, true),
    UseInterceptors({
      intercept: (context: ExecutionContext, next: CallHandler<{ id: string }>) =>
        next.handle().pipe(
          tap(({ id }) => {
            const reply = context.switchToHttp().getResponse<FastifyReply>();
            void reply.header('location', `${collection}/${id}`);
          }),
        ),
    }),
  );
}
