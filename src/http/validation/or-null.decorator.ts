import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';

/** Above a field's rule: `null` is accepted too. In a merge patch it means that the field is no longer known. */
export function OrNull(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_object: object, value: unknown) => value !== null),
    ApiProperty({ nullable: true, required: false }),
  );
}
