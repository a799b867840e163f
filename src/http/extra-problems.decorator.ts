import { ApiExtension } from '@nestjs/swagger';

/** The mark on an operation that answers with problems beside those that its form brings along. */
export const MAY_ANSWER = 'x-may-answer';

/** The handler may also answer with the shared problem of these statuses, such as 422 where parameters contradict. */
export function MayAnswer(...statuses: readonly number[]): MethodDecorator {
  return ApiExtension(MAY_ANSWER, statuses);
}
