import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';

/** Above a field's rule: `null` is taken too. In a merge patch it means that the field is to be known no more. */
export function OrNull(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_object: object, value: unknown) => value !== null),
    ApiProperty({ nullable: true, required: false }),
  );
}
