/**
 * A reason why the program cannot start that the person who started it can do something about. The message is
 * the whole text to show: plain sentences that name the cause and the fix, without a stack trace.
 */
export class StartError extends Error {
  override name = 'StartError';
}
