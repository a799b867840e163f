import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { ResponseHeader } from '../response-header.decorator.js';
import { entityTag } from './etag.js';

/** The extension of an operation that edits and returns the new state, as a GET does. */
export const WITH_ETAG = 'x-tagged';

/**
 * The response to an edit has the ETag of the new state, so that the next edit needs no read.
 *
 * @param stateOf the part of the answer that a GET returns; all of it if omitted
 */
export function WithETag(stateOf: (answer: never) => object = (answer) => answer): MethodDecorator {
  return applyDecorators(
    ApiExtension(WITH_ETAG, true),
    ResponseHeader('etag', (answer: never) => entityTag(JSON.stringify(stateOf(answer)))),
  );
}
