import { ApiExtension } from '@nestjs/swagger';

/** The mark on an operation that answers with problems beside those that its form brings along. */
export const EXTRA_PROBLEMS = 'x-may-answer';

/** The handler may also answer with the shared problem of these statuses, such as 422 where parameters contradict. */
export function ExtraProblems(...statuses: readonly number[]): MethodDecorator {
  return ApiExtension(EXTRA_PROBLEMS, statuses);
}
