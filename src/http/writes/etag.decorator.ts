import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { ResponseHeader } from '../response-header.decorator.js';
import { entityTag } from './etag.js';

/** The mark on the operation of a handler that edits and answers what a GET answers from now on. */
export const WITH_ETAG = 'x-tagged';

/** The answer to an edit carries the ETag of what a GET answers now, so that the next edit needs no read. */
export function WithETag(): MethodDecorator {
  return applyDecorators(
    ApiExtension(WITH_ETAG, true),
    ResponseHeader('etag', (answer: object) => entityTag(JSON.stringify(answer))),
  );
}
