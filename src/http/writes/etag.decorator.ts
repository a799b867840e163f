import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { ResponseHeader } from '../response-header.decorator.js';
import { entityTag } from './etag.js';

/** The extension of an operation that edits and returns the new state, as a GET does. */
export const WITH_ETAG = 'x-tagged';

/** The response to an edit has the ETag of the new state, so that the next edit needs no read. */
export function WithETag(): MethodDecorator {
  return applyDecorators(
    ApiExtension(WITH_ETAG, true),
    ResponseHeader('etag', (answer: object) => entityTag(JSON.stringify(answer))),
  );
}
