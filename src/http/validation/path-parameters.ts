import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Problem } from '../problem.js';
import { UUID } from './value.decorators.js';

const CODE = /^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/;
const LONGEST_CODE = 64;

/** A path parameter that must be a UUID, converted to lower case; otherwise a 400 that names it. */
export function UuidParam(name: string): ParameterDecorator {
  return pathParameter(name, (value) => UUID.test(value), 'must be a UUID', {
    type: 'string',
    format: 'uuid',
  });
}

/**
 * A path parameter that must have the format of a code, such as `contingency-management`; otherwise a 400 that names
 * it.
 */
export function CodeParam(name: string): ParameterDecorator {
  return pathParameter(
    name,
    (value) => value.length <= LONGEST_CODE && CODE.test(value),
    'must be a code: letters and digits, joined by hyphens',
    { type: 'string', pattern: CODE.source, maxLength: LONGEST_CODE },
  );
}

function pathParameter(
  name: string,
  isRight: (value: string) => boolean,
  message: string,
  schema: { type: 'string'; format?: string; pattern?: string; maxLength?: number },
): ParameterDecorator {
  const check: PipeTransform<string, string> = {
    transform: (value) => {
      if (!isRight(value)) throw Problem.badRequest([{ parameter: name, message }]);
      return schema.format === 'uuid' ? value.toLowerCase() : value;
    },
  };
  return (target, key, index) => {
    Param(name, check)(target, key, index);
    if (key === undefined) return;
    const method = Object.getOwnPropertyDescriptor(target, key);
    if (method !== undefined) ApiParam({ name, schema })(target, key, method);
  };
}
