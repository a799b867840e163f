import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { ResponseHeader } from '../response-header.decorator.js';

/** The mark on the operation of a handler whose answer tells the address of what it made. */
export const WITH_LOCATION = 'x-located';

/** The handler makes something that has an id: its answer says under `Location` where, such as `/v1/reports/{id}`. */
export function WithLocation(collection: string): MethodDecorator {
  return applyDecorators(
    ApiExtension(WITH_LOCATION, true),
    ResponseHeader('location', ({ id }: { id: string }) => `${collection}/${id}`),
  );
}
