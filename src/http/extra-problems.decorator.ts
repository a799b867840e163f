import { ApiExtension } from '@nestjs/swagger';

/** The extension for problems that do not follow from the form of an operation. */
export const EXTRA_PROBLEMS = 'x-may-answer';

/**
 * The handler may also answer with the shared problem of these statuses, such as 422 if parameters contradict one
 * another.
 */
export function ExtraProblems(...statuses: readonly number[]): MethodDecorator {
  return ApiExtension(EXTRA_PROBLEMS, statuses);
}
