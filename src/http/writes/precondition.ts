import { entityTag, matchesNone } from './etag.js';
import { Problem } from '../problem.js';
import type { WriteContext } from './write-context.js';

/**
 * Refuses an edit of something that has changed since it was read: 428 without If-Match, 412 with an outdated one.
 * `current` is what a GET returns now. Call it while holding the lock of the edit.
 */
export function requireMatch(context: WriteContext, current: object): void {
  if (context.ifMatch === undefined)
    throw new Problem(
      'precondition-required',
      'Send If-Match with the ETag from a GET of this address, so that you do not overwrite a newer change.',
    );
  refuseStale(context, current);
}

/** The same if If-Match is optional because something else protects the change. */
export function refuseStale({ ifMatch }: WriteContext, current: object): void {
  if (ifMatch === undefined) return;
  const tag = entityTag(JSON.stringify(current));
  // Strong comparison: a weak tag never matches.
  if (!matchesNone(ifMatch.replace(/W\/"[^"]*"/g, ''), tag))
    throw new Problem(
      'precondition-failed',
      `It has changed since you read it; its ETag is now ${tag}. Read it again and repeat the edit.`,
      [],
      { headers: { etag: tag } },
    );
}
