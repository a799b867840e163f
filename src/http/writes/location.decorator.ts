import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { ResponseHeader } from '../response-header.decorator.js';

/** The extension of an operation that returns the address of what it created. */
export const WITH_LOCATION = 'x-located';

/** The handler creates something with an id: `Location` in its response has the address, such as `/v1/reports/{id}`. */
export function WithLocation(collection: string): MethodDecorator {
  return applyDecorators(
    ApiExtension(WITH_LOCATION, true),
    ResponseHeader('location', ({ id }: { id: string }) => `${collection}/${id}`),
  );
}
