/**
 * A reason why the program cannot start that its user can fix. The message is the whole text to show: plain sentences
 * that name the cause and the fix, without a stack trace.
 */
export class StartError extends Error {
  override name = 'StartError';
}
