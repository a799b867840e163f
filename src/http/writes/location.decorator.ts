import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { AnswerHeader } from '../response-header.decorator.js';

/** The mark on the operation of a handler whose answer tells the address of what it made. */
export const LOCATED = 'x-located';

/** The handler makes something that has an id: its answer says under `Location` where, such as `/v1/reports/{id}`. */
export function Located(collection: string): MethodDecorator {
  return applyDecorators(
    ApiExtension(LOCATED, true),
    AnswerHeader('location', ({ id }: { id: string }) => `${collection}/${id}`),
  );
}
